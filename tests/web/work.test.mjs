import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { Clusters } from "../../web/work/clusters.js";
import { waitsIn } from "../../web/work/doc.js";
import { applyRetired } from "../../web/work/retired.js";
import { Work } from "../../web/work/work.js";

const memory = () => {
  let id;
  return { get: () => id, set: (chosen) => (id = chosen) };
};
const bare = () => new Work("w", new Y.Doc());
const ANSWER = "preparation.preliminary.q01#answer";
const LEVEL = "preparation.preliminary.q01#level";

test("what is kept is there when it is opened again", async () => {
  const clusters = await Clusters.open({ current: memory() });
  const work = await clusters.work(clusters.choose());
  work.change(
    [
      [LEVEL, "3"],
      [ANSWER, "Quinze PME exportent."],
    ],
    new Map([[ANSWER, ""]]),
  );
  await work.saved();
  await work.database.close();
  const again = await clusters.work(clusters.choose());
  assert.deepEqual(
    new Map(again.entries()),
    new Map([
      [LEVEL, "3"],
      [ANSWER, "Quinze PME exportent."],
    ]),
  );
  assert.ok(again.isText(ANSWER) && !again.isText(LEVEL));
  await again.database.close();
});

test("a watcher sees texts and values of this page and of others", () => {
  const [one, two] = [bare(), bare()];
  const seen = [];
  two.watch((changes, local) => seen.push([...changes, local]));
  one.change(
    [
      [LEVEL, "2"],
      [ANSWER, "a"],
      ["x#note", "b"],
    ],
    new Map([
      [ANSWER, ""],
      ["x#note", ""],
    ]),
  );
  two.join(one.state());
  assert.deepEqual(seen, [[[LEVEL, "2"], [ANSWER, "a"], ["x#note", "b"], false]]);
  two.change([[ANSWER, "ab"]]);
  assert.deepEqual(seen[1], [[ANSWER, "ab"], true]);
});

test("words written before the store was there stand beside those that it holds", () => {
  const work = bare();
  work.change([[ANSWER, "avant"]], new Map([[ANSWER, ""]]));
  work.change([[ANSWER, "après"]], new Map([[ANSWER, ""]]));
  assert.equal(work.get(ANSWER), "avant\naprès");
  work.change([[ANSWER, "avant midi\naprès"]], new Map([[ANSWER, "avant\naprès"]]));
  assert.equal(work.get(ANSWER), "avant midi\naprès");
});

test("unsaved changes come back once, however much of them was written", async () => {
  const work = new Work("w", new Y.Doc(), { saved: async () => {} });
  work.change([[ANSWER, "mot0 "]], new Map([[ANSWER, ""]]));
  await work.saved();
  const before = work.state();
  const written = [before];
  work.doc.on("update", (update) => written.push(update));
  for (const next of ["mot0 m", "mot0 mo", "mot0 ma", "mot0 mat "]) work.change([[ANSWER, next]]);
  for (let n = 1; n <= written.length; n += 1) {
    const next = bare();
    for (const update of written.slice(0, n)) next.join(update);
    next.change([[LEVEL, "2"]]); // another tab
    assert.ok(next.recover(work.unsaved) && next.recover(work.unsaved));
    assert.deepEqual(
      new Map(next.entries()),
      new Map([
        [LEVEL, "2"],
        [ANSWER, "mot0 mat "],
      ]),
    );
  }
});

test("unsaved changes whose ground is gone, or that are none, change nothing", async () => {
  const work = new Work("w", new Y.Doc(), { saved: async () => {} });
  work.change([[ANSWER, "mot0 "]], new Map([[ANSWER, ""]]));
  await work.saved();
  work.change([[ANSWER, "mot0 mot1"]]);
  const other = bare();
  for (const text of [work.unsaved, "AQAB", "é", ""]) assert.equal(other.recover(text), false);
  assert.deepEqual(other.entries(), []);
  assert.equal(waitsIn(other.doc).changes, false);
});

test("emoji are never cut in half", () => {
  const work = bare();
  work.change([[ANSWER, "😀😃"]], new Map([[ANSWER, ""]]));
  for (const next of ["😀😄", "😄😄", "🙃", "a🙃"]) {
    work.change([[ANSWER, next]]);
    assert.equal(work.get(ANSWER), next);
  }
});

test("a retired id passes on what it holds, once, in every copy the same", () => {
  const [one, two] = [bare(), bare()];
  one.change(
    [
      ["old.q#level", "2"],
      ["old.q#answer", "dit"],
    ],
    new Map([["old.q#answer", ""]]),
  );
  two.join(one.state());
  for (const work of [one, two]) applyRetired(work, { "old.q": ["new.q1", "new.q2"] });
  one.join(two.state());
  assert.equal(one.get("new.q1#level"), "2");
  assert.equal(one.get("new.q2#answer"), "dit");
  assert.equal(one.get("old.q#answer"), "dit");
  one.change([["new.q1#answer", "autre"]]);
  applyRetired(one, { "old.q": ["new.q1", "new.q2"] });
  assert.equal(one.get("new.q1#answer"), "autre");
});

test("numbers under a retired id come out the same in every copy, in whatever order the copies meet", () => {
  const passed = (value) => {
    const work = bare();
    work.change([["old.tool#budget", value]]);
    applyRetired(work, { "old.tool": ["new.tool"] });
    return work.state();
  };
  const values = [
    { number: 1500, typed: "1500" },
    { number: 9000, typed: "9000" },
    { number: 1500, typed: "1 500" },
    "1500",
    1500,
    true,
  ];
  const states = values.map(passed);
  const afterwards = (order) => {
    const work = bare();
    for (const state of order) work.join(state);
    return work.get("new.tool#budget");
  };
  for (const one of states)
    for (const other of states)
      assert.deepEqual(afterwards([one, other]), afterwards([other, one]));
  const turned = passed({ typed: "1500", number: 1500 }); // the same number
  const known = bare();
  known.join(states[0]);
  const before = known.doc.store.clients.size;
  known.join(turned);
  assert.equal(known.doc.store.clients.size, before + 1); // only that of who entered it
});

test("y-indexeddb reads what was kept, piece by piece and as a whole", async () => {
  const clusters = await Clusters.open({ current: memory() });
  const id = clusters.add("lu");
  const work = await clusters.work(id);
  for (let n = 0; n < 501; n += 1) work.change([[LEVEL, String(n)]]);
  await work.saved(); // so many pieces become one
  work.change([[ANSWER, "dit"]], new Map([[ANSWER, ""]]));
  await work.saved();
  await work.database.close();
  const doc = new Y.Doc();
  const library = new IndexeddbPersistence(`vademecum.cluster.${id}`, doc);
  await library.whenSynced;
  assert.equal(doc.getMap("values").get(LEVEL), "500");
  assert.equal(doc.getText(ANSWER).toString(), "dit");
  const counted = library.db.transaction("updates").objectStore("updates").count();
  await new Promise((resolve) => (counted.onsuccess = resolve));
  assert.ok(counted.result < 5, `${counted.result} pieces`);
  await library.destroy();
  const again = await clusters.work(id);
  assert.equal(again.get(ANSWER), "dit");
  await again.database.close();
});

test("an unreadable piece of the history is put aside and the rest is read", async () => {
  const clusters = await Clusters.open({ current: memory() });
  const id = clusters.add("deux");
  const work = await clusters.work(id);
  work.change([[LEVEL, "1"]]);
  await work.saved();
  await work.database.close();
  const raw = await new Promise((resolve) => {
    const asked = indexedDB.open(`vademecum.cluster.${id}`);
    asked.onsuccess = () => resolve(asked.result);
  });
  await new Promise((resolve) => {
    const transaction = raw.transaction("updates", "readwrite");
    transaction.objectStore("updates").add(new Uint8Array([1, 255, 255, 255, 3]));
    transaction.oncomplete = resolve;
  });
  raw.close();
  const again = await clusters.work(id);
  assert.equal(again.get(LEVEL), "1");
  assert.equal(again.database.aside, 1);
  await again.database.close();
});

test("a document of a later version is read and never written to", () => {
  const work = bare();
  work.doc.getMap("values").set("#format", 3);
  assert.throws(() => work.change([[LEVEL, "1"]]), { name: "newer" });
});
