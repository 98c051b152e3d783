import assert from "node:assert/strict";
import { test } from "node:test";
import { cockpit, contentOf } from "../../web/home/cockpit.js";

const TODAY = "2027-06-15";
const page = {
  phases: [1, 2],
  tools: { tree: { words: "Arbre", href: "tree/" } },
  joins: {
    "next-steps": [{ list: "actions", title: "action", owner: "owner", date: "due" }],
  },
  topics: [
    { id: "a.one", phase: 1, title: "Un", href: "un/", questions: "q01 q02", actions: [] },
    {
      id: "b.two",
      phase: 2,
      title: "Deux",
      href: "deux/",
      questions: "q01 q02",
      actions: [
        { id: "a01", words: "Agir" },
        { id: "a02", words: "Dire" },
      ],
    },
  ],
};
globalThis.document = { documentElement: { lang: "fr" } };
const over = (values, last) => {
  const get = (key) => values[key];
  const read = { get, entries: Object.entries(values), records: new Map(), today: TODAY };
  return cockpit(contentOf(page, "Question {number}"), read, last);
};

test("where nothing was entered there is no cockpit", () => {
  assert.deepEqual(over({}), { empty: true, late: [], next: [], resume: undefined });
});

test("it goes on with the question that was worked on last", () => {
  const found = over({ "a.one.q01#level": "2" }, "b.two.q01");
  assert.equal(found.resume.id, "b.two.q01");
  assert.equal(found.resume.href, "deux/#b.two.q01");
});

test("where nobody knows it, with the first open one of the last topic that was begun", () => {
  const values = { "a.one.q01#level": "2", "b.two.q01#level": "1" };
  assert.equal(over(values).resume.id, "b.two.q02");
  const done = { ...values, "b.two.q02#level": "na" };
  assert.equal(over(done, "gone.away.q01").resume.id, "a.one.q02");
  assert.equal(over({ "a.one.q02#answer": "Oui" }).resume, undefined);
});

test("late is what is due and not done; three of the rest come next, the nearest first", () => {
  const found = over({
    "a.one.q01#due": "2027-06-01",
    "a.one.q02#next": "Appeler",
    "a.one.q02#owner": "Amel",
    "b.two.q01#next": "Écrire",
    "b.two.q01#due": "2027-09-01",
    "b.two.q02#next": "Voir",
    "b.two.q02#due": "2027-06-20",
    "tree.next-steps.xa#action": "Planter",
    "tree.next-steps.xa#owner": "Lina",
    "tree.next-steps.xa#due": "2027-06-18",
    "b.two.a01#status": "done",
    "b.two.a02#status": "doing",
    "b.two.a02#due": "2027-07-01",
  });
  assert.deepEqual(
    found.late.map(({ title, due }) => [title, due]),
    [["Question 1", "2027-06-01"]],
  );
  assert.deepEqual(
    found.next.map(({ title, owner }) => [title, owner]),
    [
      ["Planter", "Lina"],
      ["Voir", ""],
      ["Dire", ""],
    ],
  );
});
