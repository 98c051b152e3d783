import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { newDoc } from "../../web/work/doc.js";
import { read, reading, write } from "../../web/work/files.js";
import { layOver, readHistory, scratch } from "../../web/work/history.js";
import { comparing, merge, merging } from "../../web/work/merge.js";
import { finish } from "../../web/work/steps.js";

const AT = "2026-11-27T14:32:00.000Z";
const store = { layOver, readHistory, scratch, renew: () => {} };
const about = { name: "Textile Sud", content: "0.2.0", language: "fr", written: AT };
const keyOf = (n) => `later.e${n}#answer`;

const workOf = (count, words = "mots") => {
  const work = scratch();
  const keys = Array.from({ length: count }, (_, n) => keyOf(n));
  work.change(
    keys.map((key, n) => [key, `${words} ${n}`]),
    new Map(keys.map((key) => [key, ""])),
  );
  return work;
};

/** A file that somebody wrote by hand: without a history. */
const byHand = (work) => JSON.stringify({ ...JSON.parse(write(work, about)), state: undefined });

const sharesOf = (steps) => {
  const shares = [];
  for (let step = steps.next(); !step.done; step = steps.next()) shares.push(step.value);
  return shares;
};

test("long work tells how far it is, from nothing to all of it, and never backwards", () => {
  const [text, work] = [byHand(workOf(5000)), workOf(5000, "autres")];
  const other = finish(reading(text, store)).work;
  const merged = () => merging(work, other, new Map(), { store, at: AT });
  for (const steps of [reading(text, store), comparing(work, other, store), merged()]) {
    const shares = sharesOf(steps);
    assert.ok(shares.length > 5, String(shares));
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => a - b),
    );
    assert.ok(shares[0] >= 0 && shares.at(-1) < 1);
  }
});

test("two who read one file by hand, of any length, end with the same history", () => {
  const text = byHand(workOf(4500));
  const [one, two] = [read(text, store).work, read(text, store).work];
  assert.deepEqual(one.state(), two.state());
  assert.equal(one.entries().length, 4500);
});

test("what another tab writes while a merge is prepared is not set back", () => {
  const [work, other] = [workOf(3000), workOf(3000, "autres")];
  const steps = merging(work, other, new Map([[keyOf(7), "mine"]]), { store, at: AT });
  for (let n = 0; n < 4; n += 1) assert.equal(steps.next().done, false);
  work.change([[keyOf(7), "écrit entre-temps"]], new Map([[keyOf(7), "mots 7"]]));
  finish(steps);
  assert.equal(work.get(keyOf(7)), "écrit entre-temps");
  const plain = workOf(3000);
  merge(plain, other, new Map(), { store, at: AT });
  assert.equal(plain.entries().length, 3000);
});

test("a history is written without going through all texts for each of them", () => {
  const doc = newDoc();
  let looked = 0;
  const { share } = doc;
  const entries = share.entries.bind(share);
  share.entries = function* counted() {
    for (const one of entries()) {
      looked += 1;
      yield one;
    }
  };
  for (let n = 0; n < 2000; n += 1) {
    doc.clientID = 1000 + ((n * 7919) % 2000); // of writers in no order
    doc.getText(keyOf(n)).insert(0, "mot");
  }
  const state = Y.encodeStateAsUpdate(doc);
  assert.equal(looked, 2000);
  const plain = new Y.Doc();
  Y.applyUpdate(plain, state);
  assert.equal(plain.getText(keyOf(1999)).toString(), "mot");
});
