// How far a section of the business plan is, and what is added of an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf } from "../../web/plan/state.js";
import { holds, passage } from "../../web/plan/taking.js";

const SHAPE = { id: "s", min: "2", max: "3", points: ["p"], questions: ["q"] };
const words = (n) => "mot ".repeat(n);

test("a section is complete when its text fits, its points are shown and its questions answered", () => {
  const whole = { "s#text": words(900), "p#ticked": true, "q#answer": "Oui." };
  const state = (changed) =>
    stateOf(SHAPE, new Map(Object.entries({ ...whole, ...changed }))).state;
  assert.equal(state({}), "done");
  for (const less of [
    { "s#text": words(899) },
    { "s#text": words(1351) },
    { "p#ticked": undefined },
    { "q#answer": "" },
    { "s#text": "" },
  ])
    assert.equal(state(less), "begun", JSON.stringify(less));
  assert.equal(state({ "s#text": "", "p#ticked": undefined }), "empty");
});

test("words are counted against what is advised, and what is open is counted", () => {
  const found = stateOf(SHAPE, new Map([["s#text", " deux\n mots "]]));
  assert.deepEqual(found, {
    words: 2,
    least: 900,
    most: 1350,
    open: { points: 1, questions: 1 },
    state: "begun",
  });
  const annexes = stateOf({ id: "s", points: [], questions: [] }, new Map([["s#text", "un"]]));
  assert.deepEqual([annexes.least, annexes.state], [undefined, "done"]);
});

test("a number that a file holds in the place of a text is read as it was typed", () => {
  const values = new Map([["s#text", { number: 1500, typed: "un deux trois" }]]);
  assert.equal(stateOf(SHAPE, values).words, 3);
});

test("an answer comes in a paragraph of its own, below all that stands there, and is known again", () => {
  for (const text of ["", "Déjà écrit.", "Déjà écrit.\n", "Déjà écrit.\n\n"]) {
    const now = text + passage(text, "Notre\nréponse.");
    assert.ok(now.startsWith(text));
    assert.equal(now.trim(), text ? "Déjà écrit.\n\nNotre\nréponse." : "Notre\nréponse.");
    assert.ok(holds(now, "Notre\nréponse."));
  }
  assert.ok(!holds("Ouistiti", "Oui"));
});
