import assert from "node:assert/strict";
import "fake-indexeddb/auto";
import { test } from "node:test";
import * as Y from "yjs";
import { Clusters } from "../../web/work/clusters.js";
import { read, write } from "../../web/work/files.js";
import { layOver, readHistory, scratch } from "../../web/work/history.js";
import { renew } from "../../web/work/renew.js";
import { Work } from "../../web/work/work.js";

const store = { layOver, readHistory, scratch, renew: (work) => renew(work, {}) };
const ANSWER = "preparation.preliminary.q01#answer";
const LEVEL = "preparation.preliminary.q01#level";
const STRAYS = [
  [`choose ${ANSWER}`, "both"],
  [`choose ${LEVEL}`, "mine"],
];

const spoilt = () => {
  const work = new Work("w", new Y.Doc());
  work.change(
    [
      [LEVEL, "3"],
      [ANSWER, "Quinze PME."],
    ],
    new Map([[ANSWER, ""]]),
  );
  const values = work.doc.getMap("values");
  for (const [key, value] of STRAYS) values.set(key, "theirs") && values.set(key, value);
  return work;
};
const CLEAN = new Map([
  [ANSWER, "Quinze PME."],
  [LEVEL, "3"],
]);
const content = (work) => new Map(work.entries().sort());

test("a work that holds choices of a comparison is cleaned when it is opened, and every copy comes out the same", async () => {
  let id;
  const clusters = await Clusters.open({
    current: { get: () => id, set: (chosen) => (id = chosen) },
  });
  const state = spoilt().state();
  const made = [await clusters.make("un", state), await clusters.make("deux", state)];
  const copies = [];
  for (const one of made) {
    const work = await clusters.work(one);
    assert.deepEqual(content(work), CLEAN);
    assert.deepEqual(
      [...work.records.values()].map(({ key, value }) => [key, value]).sort(),
      [...STRAYS].sort(),
    );
    await work.saved();
    copies.push(work);
  }
  const before = copies[1].state();
  copies[0].join(copies[1].state());
  assert.deepEqual(content(copies[0]), CLEAN);
  assert.equal(copies[0].records.size, STRAYS.length, "noted once");
  for (const work of copies) await work.database.close();
  const again = await clusters.work(made[1]);
  assert.deepEqual(again.state(), before, "nothing more is written");
  await again.database.close();
});

test("a file with choices of a comparison opens whole: its history is used and no text doubles", () => {
  const work = spoilt();
  const file = write(work, { name: "Pôle bois", content: "0", language: "fr" });
  const { work: opened, history } = read(file, store);
  assert.equal(history, "used");
  assert.deepEqual(content(opened), CLEAN);
  opened.join(work.state());
  assert.equal(opened.get(ANSWER), "Quinze PME.");
});
