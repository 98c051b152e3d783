// What web/work/doc.js knows of the inside of Yjs: these fail when another version is made otherwise.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as Y from "yjs";
import * as inside from "../../web/work/doc.js";

const WEB = new URL("../../web/", import.meta.url);
const INSIDE =
  /\._(?:map|start|item)\b|\bparentSub\b|\bpending(?:Structs|Ds)\b|\.store\.clients\b|\bdoc\.share\b|\bY\.(?:getState|GC|Item|Content\w+)/;

const written = (writer, what) => {
  const doc = inside.newDoc();
  doc.clientID = writer;
  what(doc);
  return doc;
};
const join = (doc, ...others) => {
  for (const other of others) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  return doc;
};

test("only one module knows of the inside of Yjs", () => {
  const files = readdirSync(WEB, { recursive: true }).filter((name) => name.endsWith(".js"));
  const knowing = files.filter((name) => INSIDE.test(readFileSync(new URL(name, WEB), "utf8")));
  assert.deepEqual(knowing, ["work/doc.js"]);
});

test("each change of a value is known, the latest first, also what has gone", () => {
  const doc = written(7, (own) => {
    own.getMap("values").set("a#level", "1");
    own.getMap("values").set("a#level", "2");
    own.getMap("values").delete("a#level");
  });
  const other = join(
    written(9, () => {}),
    doc,
  );
  other.getMap("values").set("a#level", "3");
  const traces = [...inside.valueTraces(other.getMap("values"), "a#level")];
  const told = traces.map(({ writer, from, to, gone }) => [writer, from, to, gone]);
  assert.deepEqual(told, [
    [9, 0, 1, false],
    [7, 0, 2, true], // Yjs puts together what has gone
  ]);
  assert.deepEqual([...inside.keysEver(doc.getMap("values"))], ["a#level"]);
  assert.deepEqual([...inside.valueTraces(doc.getMap("values"), "b#level")], []);
});

test("each change of a text is known as it stands in it, and which was written into nothing", () => {
  const doc = written(7, (own) => own.getText("a#answer").insert(0, "mot"));
  const other = join(
    written(9, () => {}),
    doc,
  );
  other.getText("a#answer").insert(0, "un ");
  other.getText("a#answer").delete(3, 1);
  const traces = [...inside.textTraces(other.getText("a#answer"))];
  const told = traces.map(({ writer, from, to, gone, alone }) => [writer, from, to, gone, alone]);
  assert.deepEqual(told, [
    [9, 0, 3, false, false],
    [7, 0, 1, true, true],
    [7, 1, 3, false, false],
  ]);
  assert.deepEqual([...inside.textTraces(undefined)], []);
});

test("it is known who wrote, and how far", () => {
  const doc = written(7, (own) => own.getText("a#answer").insert(0, "mot"));
  assert.deepEqual([inside.hasWriter(doc, 7), inside.hasWriter(doc, 9)], [true, false]);
  assert.deepEqual([inside.stepsOf(doc, 7), inside.stepsOf(doc, 9)], [3, 0]);
});

test("changes and deletions that build on missing ones are seen to wait", () => {
  const doc = written(7, (own) => own.getText("a#answer").insert(0, "mot"));
  const first = Y.encodeStateVector(doc);
  doc.getText("a#answer").insert(3, "s");
  const more = Y.encodeStateAsUpdate(doc, first);
  const gapped = inside.newDoc();
  Y.applyUpdate(gapped, more);
  assert.deepEqual(inside.waitsIn(gapped), { changes: true, deletions: false });
  assert.deepEqual(inside.waitsIn(join(gapped, doc)), { changes: false, deletions: false });
  const second = Y.encodeStateVector(doc);
  doc.getText("a#answer").delete(0, 1);
  const bare = inside.newDoc();
  Y.applyUpdate(bare, Y.encodeStateAsUpdate(doc, second));
  assert.deepEqual(inside.waitsIn(bare), { changes: false, deletions: true });
});

test("every piece of a history is told by what it stands in and what it holds", () => {
  const doc = written(7, (own) => {
    own.getMap("values").set("a#level", "1");
    own.getText("a#answer").insert(0, "mot");
    own.getText("a#answer").delete(1, 1);
    own.getArray("list").push(["x"]);
    own.getMap("records").set("deep", new Y.Map());
  });
  const told = [...inside.piecesIn(doc)].map(({ name, key, gone, text, values }) =>
    [name, key, gone && "gone", text && "text", ...values].filter(Boolean).join(" "),
  );
  assert.deepEqual(told.sort(), [
    "a#answer gone",
    "a#answer text",
    "a#answer text",
    "list x",
    "records deep",
    "values a#level 1",
  ]);
});

test("what stands by itself is known by its name, also when it came from elsewhere", () => {
  const doc = join(
    inside.newDoc(),
    written(7, (own) => own.getText("a#answer").insert(0, "a")),
  );
  const text = doc.getText("a#answer");
  assert.equal(inside.namesIn(doc).get(text), "a#answer");
  const nested = new Y.Map();
  doc.getMap("records").set("deep", nested);
  assert.equal(inside.namesIn(doc).get(nested), undefined);
});

test("the name of each text is found at once, however many there are", () => {
  const MANY = 300;
  const doc = written(7, (own) => {
    for (let n = 0; n < MANY; n += 1) own.getText(`a${n}#answer`).insert(0, "mot");
  });
  let looked = 0;
  const { entries } = Object.getPrototypeOf(doc.share);
  doc.share.entries = function* () {
    for (const entry of entries.call(this)) {
      looked += 1;
      yield entry;
    }
  };
  Y.encodeStateAsUpdate(doc);
  assert.ok(looked >= MANY && looked <= 2 * MANY, `${looked} names were looked at`);
});
