import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as Y from "yjs";
import { Clusters } from "../../web/work/clusters.js";
import { read, readFile, write } from "../../web/work/files.js";
import { layOver, readHistory, scratch } from "../../web/work/history.js";
import { notes, reset, undo } from "../../web/work/journal.js";
import { MOST, clean, isRecord } from "../../web/work/limits.js";
import { compare, merge } from "../../web/work/merge.js";
import { renew } from "../../web/work/renew.js";
import { Work } from "../../web/work/work.js";

const TOOLS = {};

const store = { layOver, readHistory, scratch, renew: (work) => renew(work, TOOLS) };
const AT = "2026-11-24T14:32:00.000Z";
const ABOUT = { name: "Textile Sud", content: "0.1.0", language: "fr", written: AT };
const ANSWER = "preparation.preliminary.q01#answer";
const LEVEL = "preparation.preliminary.q01#level";
const KEYS = [
  ANSWER,
  LEVEL,
  "business-plan.s1#text",
  "preparation.preliminary.a01#status",
  "later.entry#field",
];
const isText = (key) => /#(answer|text)$/.test(key);

const set = (work, key, value) => {
  work.change(
    [[key, value]],
    isText(key) ? new Map([[key, String(work.get(key) ?? "")]]) : undefined,
  );
  return work;
};
const workOf = (pairs) => pairs.reduce((work, [key, value]) => set(work, key, value), scratch());
const joined = (...works) => {
  const all = scratch();
  for (const work of works) all.join(work.state());
  return all;
};
const content = (work) => new Map(work.entries().sort());
const file = (work) => JSON.parse(write(work, ABOUT));
const opened = (data) => read(typeof data === "string" ? data : JSON.stringify(data), store);
const mergeInto = (work, other, choices = new Map(), at = AT) =>
  merge(work, other, choices, { store, at });

// ---------------------------------------------------------------- any text, any work

const anyText = fc.string({ unit: "binary", maxLength: 40 }).map(clean);
const value = fc.oneof(
  fc.constantFrom("0", "4", "na", "todo", "2026-11-24"),
  fc.boolean(),
  fc.integer(),
);
const edit = fc.oneof(
  fc.tuple(fc.constantFrom(...KEYS.filter(isText)), anyText),
  fc.tuple(
    fc.constantFrom(...KEYS.filter((key) => !isText(key))),
    fc.option(value, { nil: undefined }),
  ),
);
const edits = fc.array(edit, { maxLength: 8 });
const anyWork = edits.map(workOf);
// Three people who began with the same work, or with nothing.
const three = fc.tuple(edits, edits, edits, edits).map(([first, ...own]) => {
  const base = workOf(first);
  return own.map((pairs) =>
    pairs.reduce((work, [key, what]) => set(work, key, what), joined(base)),
  );
});

test("joining is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(three, ([a, b, c]) => {
      assert.deepEqual(content(joined(a, b)), content(joined(b, a)));
      assert.deepEqual(content(joined(joined(a, b), c)), content(joined(a, joined(b, c))));
      assert.deepEqual(content(joined(a, a)), content(a));
      assert.deepEqual(content(joined(a, b, a, b)), content(joined(a, b)));
    }),
    { numRuns: 75 },
  );
});

test("merging loses no text, twice is once, and both who merge end with every word", () => {
  fc.assert(
    fc.property(anyWork, anyWork, (a, b) => {
      const [mine, theirs] = [joined(a), joined(b)];
      mergeInto(mine, b);
      mergeInto(theirs, a);
      for (const [key, text] of [...a.entries(), ...b.entries()].filter(([key]) => isText(key))) {
        assert.ok(mine.get(key).includes(text), `${key} in mine`);
        assert.ok(theirs.get(key).includes(text), `${key} in theirs`);
      }
      for (const [key, what] of a.entries()) if (!isText(key)) assert.equal(mine.get(key), what);
      const once = content(mine);
      assert.equal(mergeInto(mine, b), undefined);
      assert.deepEqual(content(mine), once);
      assert.deepEqual(content(joined(mine, theirs)), content(joined(theirs, mine)));
    }),
    { numRuns: 75 },
  );
});

test("a merge that is undone leaves what was there, and can be done again", () => {
  fc.assert(
    fc.property(three, ([a, b]) => {
      const before = content(a);
      const name = mergeInto(a, b);
      if (!name) return;
      const after = content(a);
      assert.deepEqual(undo(a, name, AT).stays, []);
      assert.deepEqual(content(a), before);
      const again = mergeInto(a, b, new Map(), "2026-11-25T00:00:00.000Z");
      if (again)
        for (const [key] of after) assert.ok(before.has(key) || a.get(key) !== undefined, key);
    }),
    { numRuns: 75 },
  );
});

test("a file gives back exactly what was saved, and its history", () => {
  fc.assert(
    fc.property(anyWork, fc.string({ unit: "binary" }), (work, name) => {
      if (!work.entries().length) return;
      work.record("snapshot.1", { at: AT, name, levels: { [LEVEL]: "3" } });
      const found = read(write(work, { ...ABOUT, name }), store);
      assert.deepEqual(content(found.work), content(work));
      assert.deepEqual(found.work.records, work.records);
      assert.deepEqual([found.history, found.edited, found.skipped], ["used", 0, 0]);
      assert.deepEqual(found.work.state(), work.state());
      assert.equal(mergeInto(work, found.work), undefined);
    }),
    { numRuns: 75 },
  );
});

test("without its history a file gives the same answers, and reading it twice the same history", () => {
  fc.assert(
    fc.property(anyWork, anyWork, (work, mine) => {
      if (!work.entries().length) return;
      for (const state of [undefined, "", "AAAA", "?", 7, null, ["x"]]) {
        const found = opened({ ...file(work), state });
        assert.deepEqual(content(found.work), content(work));
        assert.deepEqual(found.work.state(), opened({ ...file(work), state }).work.state());
      }
      const bare = { ...file(work), state: undefined };
      mergeInto(mine, opened(bare).work);
      const once = content(mine);
      mergeInto(mine, opened(bare).work);
      assert.deepEqual(content(mine), once);
    }),
    { numRuns: 100 },
  );
});

// ---------------------------------------------------------------- what a merge proposes

const proposal = (mine, theirs) =>
  Object.fromEntries(compare(mine, theirs, store).map((d) => [d.key, [d.kind, d.choice]]));

test("values: mine where I have one, theirs where mine is empty, theirs where they went on from mine", () => {
  const mine = workOf([[LEVEL, "2"]]);
  const apart = workOf([
    [LEVEL, "3"],
    [KEYS[3], "done"],
  ]);
  assert.deepEqual(proposal(mine, apart), {
    [LEVEL]: ["differs", "mine"],
    [KEYS[3]]: ["new", "theirs"],
  });
  const went = set(joined(mine), LEVEL, "4");
  assert.deepEqual(proposal(mine, went), { [LEVEL]: ["differs", "theirs"] });
  assert.deepEqual(proposal(went, mine), { [LEVEL]: ["seen", "mine"] });
  const emptied = set(joined(mine), LEVEL, undefined);
  assert.deepEqual(proposal(mine, emptied), { [LEVEL]: ["differs", "mine"] });
  assert.deepEqual(proposal(emptied, mine), { [LEVEL]: ["seen", "mine"] });
});

test("a number that is typed in two ways is one number, and a merge of it changes nothing", () => {
  const [mine, theirs] = ["1500", "1 500"].map((typed) =>
    workOf([["later.entry#n", { number: 1500, typed }]]),
  );
  assert.deepEqual(
    compare(mine, theirs, store).filter(({ kind }) => kind !== "same"),
    [],
  );
  assert.equal(mergeInto(mine, theirs), undefined);
  assert.deepEqual(mine.get("later.entry#n"), { number: 1500, typed: "1500" });
});

test("two texts written apart are both there, each on lines of its own; the same one only once", () => {
  const mine = workOf([[ANSWER, "Quinze PME."]]);
  mergeInto(mine, workOf([[ANSWER, "Vingt PME."]]));
  assert.deepEqual(mine.get(ANSWER).split("\n").sort(), ["Quinze PME.", "Vingt PME."]);
  mergeInto(mine, workOf([[ANSWER, "Vingt PME."]]));
  assert.equal(mine.get(ANSWER).length, 22);
  const same = workOf([[ANSWER, "Quinze PME."]]);
  mergeInto(same, workOf([[ANSWER, "Quinze PME."]]));
  assert.equal(same.get(ANSWER), "Quinze PME.");
});

test("two who went on from one text get one text", () => {
  const base = workOf([[ANSWER, "Quinze PME exportent."]]);
  const mine = set(joined(base), ANSWER, "Quinze PME exportent, surtout en Italie.");
  const theirs = set(joined(base), ANSWER, "Environ quinze PME exportent.");
  mergeInto(mine, theirs);
  assert.equal(mine.get(ANSWER), "Environ quinze PME exportent, surtout en Italie.");
});

test("what is chosen is set, what is not chosen is noted, and undone only where nobody went on", () => {
  const mine = workOf([
    [LEVEL, "2"],
    [ANSWER, "moi"],
    ["x.y#due", "2026-01-01"],
  ]);
  const theirs = workOf([
    [LEVEL, "3"],
    [ANSWER, "eux"],
    ["x.y#due", "2026-02-02"],
  ]);
  const name = mergeInto(
    mine,
    theirs,
    new Map([
      [LEVEL, "theirs"],
      [ANSWER, "theirs"],
    ]),
  );
  assert.deepEqual(
    [mine.get(LEVEL), mine.get(ANSWER), mine.get("x.y#due")],
    ["3", "eux", "2026-01-01"],
  );
  const [{ note }] = notes(mine, ["merge"]);
  assert.deepEqual(
    note.changes.find(({ key }) => key === "x.y#due"),
    { key: "x.y#due", before: "2026-01-01", after: "2026-01-01", theirs: "2026-02-02" },
  );
  assert.equal(note.changes.find(({ key }) => key === ANSWER).before, "moi");
  set(mine, LEVEL, "4");
  assert.deepEqual(undo(mine, name, AT), { back: [ANSWER], stays: [LEVEL] });
  assert.deepEqual([mine.get(LEVEL), mine.get(ANSWER)], ["4", "moi"]);
  assert.deepEqual(notes(mine, ["merge"])[0].undone, { at: AT, stays: [LEVEL] });
  assert.deepEqual(proposal(mine, theirs)[ANSWER], ["differs", "both"]);
});

test("a history that deletes or rewrites what is mine changes nothing that nobody chose", () => {
  const mine = workOf([
    [ANSWER, "à moi"],
    [LEVEL, "2"],
  ]);
  mine.record("snapshot.1", { kind: "snapshot", n: 1 });
  const theirs = joined(mine);
  theirs.doc.transact(() => theirs.doc.getText(ANSWER).delete(0, 5));
  set(theirs, LEVEL, undefined);
  theirs.record("snapshot.1", { kind: "snapshot", n: 2 });
  set(theirs, "other.q#answer", "neuf");
  mergeInto(mine, theirs);
  assert.deepEqual(
    [mine.get(ANSWER), mine.get(LEVEL), mine.get("other.q#answer")],
    ["à moi", "2", "neuf"],
  );
  assert.equal(mine.records.get("snapshot.1").n, 1);
});

test("a reset empties every answer, keeps the records, and can be undone", () => {
  const work = workOf([
    [LEVEL, "2"],
    [ANSWER, "mot"],
  ]);
  work.record("snapshot.1", { kind: "snapshot" });
  const name = reset(work, AT);
  assert.deepEqual(work.entries(), []);
  assert.ok(work.records.has("snapshot.1"));
  undo(work, name, AT);
  assert.deepEqual(
    content(work),
    new Map([
      [ANSWER, "mot"],
      [LEVEL, "2"],
    ]),
  );
  assert.ok(work.isText(ANSWER) && !work.isText(LEVEL));
});

test("a cluster of many rows that is reset and goes on gives a file that opens with its history", () => {
  const work = scratch();
  const entered = (number) => ({ number, typed: String(number) });
  const rows = Array.from({ length: 20_000 }, (_, n) => `later.rows.x${n}`);
  work.change(
    rows.flatMap((row, n) => [
      [`${row}#_order`, `A${n}`],
      [`${row}#_from`, `1:${n}`],
    ]),
  );
  work.change(rows.map((row, n) => [`${row}#n`, entered(n)]));
  reset(work, AT);
  work.change([[ANSWER, "mot"]], new Map([[ANSWER, ""]]));
  const found = opened(write(work, ABOUT));
  assert.deepEqual([found.history, found.skipped], ["used", 0]);
  const [{ name }] = notes(found.work, ["reset"]);
  undo(found.work, name, AT);
  assert.equal(found.work.entries().length, 20_001);
});

test("a record may hold what a merge notes of as many numbers as a cluster can hold", () => {
  const [before, after, theirs] = [1, 2, 3].map((number) => ({ number, typed: String(number) }));
  const change = { before, after, theirs, text: true };
  const changes = Array.from({ length: MOST.keys }, (_, n) => ({
    key: `later.x${n}#n`,
    ...change,
  }));
  assert.ok(
    isRecord("merge.1", {
      kind: "merge",
      at: AT,
      where: "w",
      name: "Karim",
      file: "karim.json",
      changes,
    }),
  );
});

// ---------------------------------------------------------------- reading: what a person or a stranger wrote

test("what was changed by hand is laid over the history", () => {
  const work = workOf([
    [ANSWER, "un"],
    [LEVEL, "2"],
    ["business-plan.s1#text", "plan"],
  ]);
  const data = file(work);
  data.texts["preparation.preliminary.q01"].answer = "un et deux";
  delete data.values["preparation.preliminary.q01"];
  const found = opened(data);
  assert.deepEqual(
    [found.history, found.edited, found.work.get(ANSWER), found.work.get(LEVEL)],
    ["used", 2, "un et deux", undefined],
  );
  assert.ok(found.work.past.hasSeen(work.past, ANSWER));
  assert.deepEqual(found.work.state(), opened(data).work.state());
});

test("unknown ids and fields are kept; what can be no key of ours is counted and left out", () => {
  const data = {
    ...file(workOf([])),
    state: undefined,
    values: {
      "new.entry.q99": { colour: "blue", n: 3, sure: true, none: null, list: [1] },
      "a b": { c: 1 },
    },
    texts: { "x.y": { answer: "mot", "#": "x" } },
  };
  const found = opened(data);
  assert.deepEqual(
    content(found.work),
    new Map([
      ["new.entry.q99#colour", "blue"],
      ["new.entry.q99#n", 3],
      ["new.entry.q99#sure", true],
      ["x.y#answer", "mot"],
    ]),
  );
  assert.equal(found.skipped, 4);
});

const trouble = (data) => {
  try {
    opened(data);
    return "none";
  } catch (error) {
    return error.name;
  }
};

test("each fault of a file has its name", async () => {
  const whole = write(
    workOf([
      [ANSWER, "mot"],
      [LEVEL, "2"],
    ]),
    ABOUT,
  );
  assert.equal(trouble(""), "file-json");
  assert.equal(trouble("Bonjour"), "file-json");
  assert.equal(trouble(whole.slice(0, -20)), "file-cut");
  assert.equal(trouble(whole.slice(0, 60)), "file-cut");
  assert.equal(trouble("[1, 2]"), "file-foreign");
  assert.equal(trouble('{"format": "other"}'), "file-foreign");
  assert.equal(trouble({ ...JSON.parse(whole), version: 3 }), "file-newer");
  assert.equal(trouble({ ...JSON.parse(whole), version: "x" }), "file-foreign");
  assert.equal(trouble({ format: "vademecum-cluster", version: 1 }), "file-empty");
  assert.equal(trouble({ format: "vademecum-cluster", version: 1, state: "AAEC" }), "file-damaged");
  assert.equal(trouble("[".repeat(3_000_000)), "file-deep");
  assert.equal(
    trouble(
      `{"format": "vademecum-cluster", "version": 1, "values": ${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
    ),
    "file-deep",
  );
  const later = scratch();
  later.doc.getMap("values").set("#format", 3);
  assert.equal(trouble({ ...JSON.parse(whole), state: file(later).state }), "file-newer");
  await assert.rejects(
    readFile({ size: 50 * 1024 * 1024 + 1, text: () => assert.fail("read") }, store),
    { name: "file-big" },
  );
  await assert.rejects(
    readFile({ size: 1, text: () => Promise.reject(new Error("gone")) }, store),
    { name: "file-unread" },
  );
});

test("a history with anything foreign in it is not used", () => {
  const spoil = {
    nested: (doc) => doc.getMap("values").set(LEVEL, new Y.Map()),
    array: (doc) => doc.getArray("list").push([1]),
    embed: (doc) => doc.getText(ANSWER).insertEmbed(0, { image: "x" }),
    format: (doc) => doc.getText(ANSWER).format(0, 1, { bold: true }),
    element: (doc) => doc.getXmlFragment(ANSWER).push([new Y.XmlElement("script")]),
    document: (doc) => doc.getMap("values").set(LEVEL, new Y.Doc()),
    bytes: (doc) => doc.getMap("values").set(LEVEL, new Uint8Array(3)),
    object: (doc) => doc.getMap("values").set(LEVEL, { a: 1 }),
    key: (doc) => doc.getMap("values").set("__proto__#level", "1"),
    text: (doc) => doc.getText("constructor#x").insert(0, "x"),
    record: (doc) =>
      doc.getMap("records").set("x", JSON.parse(`${"[".repeat(60)}${"]".repeat(60)}`)),
  };
  for (const [name, change] of Object.entries(spoil)) {
    const doc = new Y.Doc();
    if (name !== "element") new Work("x", doc).change([[ANSWER, "mot"]], new Map([[ANSWER, ""]]));
    change(doc);
    assert.throws(() => readHistory(Y.encodeStateAsUpdate(doc)), { name: "damaged" }, name);
  }
  const doc = new Y.Doc();
  doc.getText(ANSWER).insert(0, "a");
  const first = Y.encodeStateVector(doc);
  doc.getText(ANSWER).insert(1, "b");
  assert.throws(() => readHistory(Y.encodeStateAsUpdate(doc, first)), { name: "damaged" }, "a gap");
});

// ---------------------------------------------------------------- three thousand bad files

const hostile = [
  "\u0000",
  "\uD800",
  "\uDFFF",
  "\u202Egpj.exe\u202C",
  "<script>alert(1)</script>",
  '=HYPERLINK("x")',
  "__proto__",
  "constructor",
  "{{7*7}}",
];
const NAMED = /^file-(json|cut|foreign|newer|big|empty|damaged|deep)$/;

const random = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const pick = (next, list) => list[Math.floor(next() * list.length)];

const something = (next, depth = 0) => {
  const kind = Math.floor(next() * (depth > 3 ? 7 : 9));
  if (kind === 7)
    return Array.from({ length: Math.floor(next() * 4) }, () => something(next, depth + 1));
  if (kind === 8)
    return JSON.parse(
      `{${JSON.stringify(pick(next, [...hostile, LEVEL]))}: ${JSON.stringify(something(next, depth + 1)) ?? 0}}`,
    );
  return [null, true, 1e308, -0, pick(next, hostile), "x".repeat(Math.floor(next() * 3000)), ""][
    kind
  ];
};

const SPOIL = [
  (text, next) => text.slice(0, Math.floor(next() * text.length)),
  (text, next) => {
    const bytes = Buffer.from(text);
    for (let n = 0; n < 1 + next() * 4; n += 1)
      bytes[Math.floor(next() * bytes.length)] ^= 1 << Math.floor(next() * 8);
    return bytes.toString("utf8");
  },
  (text, next) => {
    const data = JSON.parse(text);
    data[pick(next, Object.keys(data))] = something(next);
    return JSON.stringify(data);
  },
  (text, next) => {
    const data = JSON.parse(text);
    data[pick(next, ["values", "texts", "records"])] = JSON.parse(
      `{${JSON.stringify(pick(next, [...hostile, "a.b"]))}: {${JSON.stringify(pick(next, [...hostile, "level"]))}: ${JSON.stringify(something(next))}}}`,
    );
    return JSON.stringify(data);
  },
  (text, next) => {
    const data = JSON.parse(text);
    const bytes = Buffer.from(data.state, "base64");
    for (let n = 0; n < 1 + next() * 6; n += 1)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return JSON.stringify({ ...data, state: bytes.toString("base64") });
  },
  (text, next) => {
    const bytes = Buffer.from(
      Array.from({ length: Math.floor(next() * 60) }, () => Math.floor(next() * 256)),
    );
    return JSON.stringify({ ...JSON.parse(text), state: bytes.toString("base64") });
  },
  (text, next) =>
    text.replace(
      /"(values|texts|records|cluster)": /,
      `"$1": ${pick(next, ["[", '{"a":']).repeat(1 + Math.floor(next() * 200))}`,
    ),
  (text, next) =>
    text.replace(/\d+/g, (digits) =>
      next() < 0.3 ? `${digits}e${Math.floor(next() * 999)}` : digits,
    ),
  (text, next) => text.replace("mot", () => JSON.stringify(pick(next, hostile)).slice(1, -1)),
];

test("three thousand bad files: a named fault or an honest reading, and the present work as it was", () => {
  const mine = workOf([
    [ANSWER, "à moi"],
    [LEVEL, "2"],
  ]);
  mine.record("snapshot.1", { kind: "snapshot" });
  const [before, records] = [content(mine), mine.records];
  const theirs = workOf([
    [ANSWER, "un mot"],
    [LEVEL, "3"],
    ["x.y#answer", "encore"],
  ]);
  theirs.record("merge.1", {
    kind: "merge",
    at: AT,
    changes: [{ key: LEVEL, before: "1", after: "3" }],
  });
  const whole = write(theirs, ABOUT);
  let [read, refused] = [0, 0];
  globalThis.alert = () => assert.fail("executed");
  for (let seed = 0; seed < 1_500; seed += 1) {
    const next = random(seed);
    const text = SPOIL[seed % SPOIL.length](whole, next);
    try {
      const found = opened(text);
      read += 1;
      for (const [key, what] of found.work.entries()) {
        assert.ok(typeof what !== "object" && !/__proto__|constructor/.test(key), key);
        if (typeof what === "string") assert.equal(clean(what), what);
      }
      if (seed % 3) continue;
      const trial = joined(mine);
      mergeInto(trial, found.work);
      for (const [key, what] of before)
        assert.ok(String(trial.get(key)).includes(what), `seed ${seed} ${key}`);
      undo(
        trial,
        notes(trial, ["merge"]).find(({ note }) => note.where === "scratch")?.name ??
          reset(trial, AT),
        AT,
      );
      assert.deepEqual(content(trial), before, `seed ${seed}`);
    } catch (error) {
      if (!NAMED.test(error.name))
        throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
      refused += 1;
    }
  }
  delete globalThis.alert;
  assert.deepEqual([content(mine), mine.records], [before, records]);
  assert.deepEqual(
    [Object.keys(Object.prototype), {}.level, [].answer],
    [[], undefined, undefined],
  );
  assert.ok(read > 300 && refused > 300, `${read} read, ${refused} refused`);
});

// ---------------------------------------------------------------- clusters

const memory = () => {
  let id;
  return { get: () => id, set: (chosen) => (id = chosen) };
};

test("a copy and an opened file keep answers, records and history", async () => {
  let time = Date.parse(AT);
  const clusters = await Clusters.open({ current: memory(), now: () => time });
  const id = clusters.choose();
  const work = await clusters.work(id);
  set(set(work, ANSWER, "mot"), LEVEL, "2").record("snapshot.1", { kind: "snapshot" });
  await work.saved();
  const copy = await clusters.work(await clusters.duplicate(id, "Copie"));
  assert.deepEqual([content(copy), copy.records], [content(work), work.records]);
  assert.ok((await clusters.keptAt(copy.id)) instanceof Date);
  assert.ok(copy.past.hasSeen(work.past, ANSWER));
  await copy.database.close();

  assert.deepEqual(clusters.fileOf(work), { at: undefined, changed: 2, days: 0, due: false });
  time += 14 * 86_400_000;
  assert.equal(clusters.fileOf(work).due, true);
  clusters.noteFile(id, work.mark);
  assert.deepEqual(clusters.fileOf(work), { at: new Date(time), changed: 0, days: 0, due: false });
  for (let n = 0; n < 20; n += 1) set(work, `x.q${n}#level`, "1");
  assert.deepEqual([clusters.fileOf(work).changed, clusters.fileOf(work).due], [20, true]);
  set(work, ANSWER, "mot et suite");
  assert.equal(clusters.fileOf(work).changed, 21);
  await work.database.close();
});

test("a text longer than a file may hold is not emptied: its history stays", () => {
  const long = `${"é".repeat(MOST.text)}!`;
  const work = workOf([
    [ANSWER, long],
    [LEVEL, "2"],
  ]);
  const found = opened(file(work));
  assert.deepEqual([found.history, found.edited, found.skipped], ["used", 0, 1]);
  assert.equal(found.work.get(ANSWER) === long, true);
  assert.equal(found.work.get(LEVEL), "2");
});

test("undoing a merge of prose gives back what was no prose", () => {
  const [work, other] = [scratch(), workOf([[ANSWER, "dix membres"]])];
  work.change([[ANSWER, 5]]); // as a file by hand may have it
  const name = mergeInto(work, other, new Map([[ANSWER, "theirs"]]));
  assert.deepEqual([work.get(ANSWER), work.isText(ANSWER)], ["dix membres", true]);
  undo(work, name, AT);
  assert.deepEqual([work.get(ANSWER), work.isText(ANSWER)], [5, false]);
});
