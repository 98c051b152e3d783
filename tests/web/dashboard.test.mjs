import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readAction, readQuestion } from "../../web/dashboard/notes.js";
import { compare, freeze, snapshotsOf } from "../../web/dashboard/states.js";
import { homelessOf, summary } from "../../web/dashboard/summary.js";

const TODAY = "2027-06-15";
const Q = (n) => ({ id: `preparation.preliminary.q0${n}`, words: `Question ${n}`, tools: [] });
const content = {
  phases: [1, 2],
  topics: [
    {
      id: "preparation.preliminary",
      phase: 1,
      title: "Un",
      href: "un/",
      questions: [Q(1), Q(2), Q(3)],
      actions: [{ id: "preparation.preliminary.a01", words: "Agir" }],
    },
    {
      id: "implementation.partners",
      phase: 2,
      title: "Deux",
      href: "deux/",
      questions: [{ id: "implementation.partners.q01", words: "Autre", tools: ["maturity-check"] }],
      actions: [],
    },
  ],
  tools: {
    "maturity-check": { words: "Autodiagnostic", href: "tools/#maturity-check" },
    "business-plan": { words: "Plan", href: "tools/#business-plan" },
  },
  others: ["business-plan.s1"],
};
const over = (values, records = new Map(), retired = {}) => {
  const entries = Object.entries(values);
  return summary(content, { get: (key) => values[key], entries, records, retired, today: TODAY });
};

test("a question without a record has the usual importance and target", () => {
  const found = readQuestion("x.q01", () => undefined, TODAY);
  assert.deepEqual(
    [found.importance, found.target, found.remaining, found.high, found.overdue],
    [2, 3, true, false, false],
  );
});

test("values that no control can give are put aside", () => {
  const odd = { level: 3, importance: "9", target: "soon", due: {}, evidence: ["x"] };
  const found = readQuestion("x.q01", (key) => odd[key.slice(6)], TODAY);
  assert.deepEqual(
    [found.level, found.importance, found.target, found.due, found.evidence],
    [undefined, 2, 3, "", ""],
  );
});

test("an overdue review is a level 3 that asks for attention", () => {
  const noted = { level: "4", reviewed: "2025-01-01" };
  const found = readQuestion("x.q01", (key) => noted[key.slice(6)], TODAY);
  assert.deepEqual(
    [found.counted, found.overdue, found.lacks],
    ["3", true, ["evidence", "overdue"]],
  );
});

test("an action that does not apply is never late and stands in no register", () => {
  const values = {
    "preparation.preliminary.a01#status": "na",
    "preparation.preliminary.a01#due": "2027-01-01",
  };
  assert.equal(
    readAction("preparation.preliminary.a01", (key) => values[key], TODAY).overdue,
    false,
  );
  assert.deepEqual(over(values).rows, []);
});

test("one register: next steps and actions, late first, then by date", () => {
  const q = "preparation.preliminary.q0";
  const { rows } = over({
    [`${q}1#next`]: "Relire",
    [`${q}2#due`]: "2027-06-20",
    [`${q}3#due`]: "2027-06-01",
    "preparation.preliminary.a01#owner": "Lina",
  });
  assert.deepEqual(
    rows.map(({ title, status }) => [title, status]),
    [
      ["Question 3", "late"],
      ["Question 2", "soon"],
      ["Relire", "open"],
      ["Agir", "open"],
    ],
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    [`${q}3.next`, `${q}2.next`, `${q}1.next`, "preparation.preliminary.a01"],
  );
});

test("rows of tools join the lists: next steps the register, the others in the order of tools, events by day", () => {
  const joins = {
    "next-steps": [
      { list: "actions", title: "action", owner: "owner", date: "due", status: "status" },
    ],
    "maturity-check.flags": [
      { list: "risks", only: { answer: "yes" }, rows: { cash: "Caisse", aid: "Aide" } },
    ],
    "business-plan.risks": [{ list: "risks", title: "risk", note: "remedy" }],
    "business-plan.visits": [{ list: "events", title: "visit", date: "day" }],
  };
  const values = {
    "business-plan.risks.xa#risk": "Un client part",
    "business-plan.risks.xa#remedy": "En chercher deux",
    "business-plan.risks.xb#remedy": "Sans nom",
    "business-plan.risks.xc#risk": "un client PART",
    "business-plan.risks.xd#risk": "Le premier",
    "business-plan.risks.xd#_order": "A",
    "business-plan.risks.xa#_order": "B",
    "business-plan.risks.xc#_order": "C",
    "maturity-check.flags.aid#answer": "yes",
    "maturity-check.flags.cash#answer": "no",
    "business-plan.visits.xd#visit": "Hier",
    "business-plan.visits.xd#day": "2027-06-14",
    "business-plan.visits.xe#visit": "Plus tard",
    "business-plan.visits.xe#day": "2027-07-01",
    "business-plan.visits.xf#visit": "Ce jour",
    "business-plan.visits.xf#day": TODAY,
    "business-plan.visits.xg#visit": "Sans jour",
    "business-plan.next-steps.xh#action": "Appeler",
    "business-plan.next-steps.xh#due": "2027-06-01",
    "business-plan.next-steps.xj#action": "Écrire",
    "business-plan.next-steps.xj#due": "2027-06-01",
    "business-plan.next-steps.xj#status": "done",
    "gone.next-steps.xi#action": "Perdu",
    "business-plan.constructor.xi#action": "Rien",
  };
  const { rows, lists } = summary(
    { ...content, joins },
    {
      get: (key) => values[key],
      entries: Object.entries(values),
      records: new Map(),
      today: TODAY,
    },
  );
  assert.deepEqual(
    rows.map(({ id, title, due, status, topic }) => [id, title, due, status, topic.title]),
    [
      ["business-plan.next-steps.xh.next", "Appeler", "2027-06-01", "late", "Plan"],
      ["business-plan.next-steps.xj.next", "Écrire", "2027-06-01", "done", "Plan"],
    ],
  );
  assert.deepEqual(
    rows.map(({ given, remaining, overdue }) => [given, remaining, overdue]),
    [
      ["", true, true],
      ["done", false, false],
    ],
  );
  const told = (list) => list.map(({ title, note, href }) => [title, note, href]);
  assert.deepEqual(told(lists.risks), [
    ["Aide", "", "tools/#maturity-check#maturity-check.flags"],
    ["Le premier", "", "tools/#business-plan#business-plan.risks"],
    ["Un client part", "En chercher deux", "tools/#business-plan#business-plan.risks"],
  ]);
  assert.deepEqual(lists.indicators, []);
  assert.deepEqual(
    lists.events.map(({ title }) => title),
    ["Ce jour", "Plus tard", "Sans jour"],
  );
});

test("a table joins several lists; a row without a state stays until the day on which it was done", () => {
  const action = { list: "actions", title: "decision", owner: "owner", date: "due", done: "done" };
  const joins = {
    "tool.agenda": [{ list: "events", title: "question", date: "date" }, action],
    "tool.days": [{ list: "events", date: "date", rows: { call: "Appel", report: "Rapport" } }],
  };
  const values = {
    "tool.days.report#date": "2027-08-01",
    "tool.agenda.xa#question": "Où vendre ?",
    "tool.agenda.xa#date": "2027-07-01",
    "tool.agenda.xa#decision": "Aller à la foire",
    "tool.agenda.xa#due": "2027-06-01",
    "tool.agenda.xb#decision": "Payer le banc",
    "tool.agenda.xb#done": "2027-06-02",
  };
  const read = { get: (key) => values[key], entries: Object.entries(values), today: TODAY };
  const tools = { tool: { words: "Outil", href: "tool/" } };
  const { rows, lists } = summary({ ...content, tools, joins }, { ...read, records: new Map() });
  assert.deepEqual(
    rows.map(({ title, given, status, remaining }) => [title, given, status, remaining]),
    [["Aller à la foire", undefined, "late", true]],
  );
  assert.deepEqual(
    lists.events.map(({ title }) => title),
    ["Où vendre ?", "Rapport"],
  );
});

test("the heat map counts every question once", () => {
  const [topic] = over({
    "preparation.preliminary.q01#level": "2",
    "preparation.preliminary.q02#level": "na",
  }).topics;
  assert.deepEqual(topic.heat, [0, 0, 1, 0, 0, 1, 0, 1]);
});

test("a snapshot tells what rose, fell, was rated and was closed since", () => {
  const q = "preparation.preliminary.q0";
  const before = over({
    [`${q}1#level`]: "1",
    [`${q}2#level`]: "3",
    "preparation.preliminary.a01#status": "doing",
  });
  const records = new Map([
    ["snapshot:1:a", freeze(before, "Juin", 1)],
    ["merge:2", { at: 2 }],
    ["snapshot:3", "no snapshot"],
  ]);
  const after = over(
    {
      [`${q}1#level`]: "2",
      [`${q}2#level`]: "1",
      [`${q}3#level`]: "0",
      "preparation.preliminary.a01#status": "done",
    },
    records,
  );
  assert.equal(after.snapshots.length, 1);
  const { rose, fell, fresh, closed } = compare(after, after.snapshots[0]);
  assert.deepEqual(
    [rose, fell, fresh, closed].map((list) => list.map(({ id }) => id)),
    [[`${q}1`], [`${q}2`], [`${q}3`], ["preparation.preliminary.a01"]],
  );
  assert.equal(after.topics[0].last.score, 50);
  assert.deepEqual(
    snapshotsOf(
      new Map([
        ["snapshot:x", null],
        ["snapshot:y", { levels: {}, at: "1" }],
      ]),
    ),
    [],
  );
});

test("answers without a place are found; those that passed on, or belong to a tool, have one", () => {
  const entries = [
    "gone.q1#answer",
    "old.q1#level",
    "maturity-check.a.b#x",
    "business-plan.s1#text",
    "business-plan.s9#text",
    "preparation.preliminary.q01#level",
  ].map((key) => [key, "v"]);
  assert.deepEqual(
    homelessOf(entries, content, { "old.q1": ["new.q1"], "gone.q1": [] }).map(({ id }) => id),
    ["gone.q1", "business-plan.s9"],
  );
  const numbers = [
    ["gone.tool#budget", { number: 1500, typed: "1 500" }],
    ["gone.tool#n", 3],
    ["gone.tool#done", true],
  ];
  assert.deepEqual(
    homelessOf(numbers, content, {}).map(({ value }) => String(value)),
    ["1 500", "3", "true"],
  );
});

test("nothing kept is an empty page; a snapshot alone is not", () => {
  assert.equal(over({}).empty, true);
  assert.equal(over({}, new Map([["snapshot:1", { at: 1, levels: {} }]])).empty, false);
});

test("dates that can hardly be meant stand after what is late, and nothing of theirs is lost", () => {
  const q = "preparation.preliminary.q0";
  const { rows } = over({
    [`${q}1#due`]: "999999-01-31",
    [`${q}2#due`]: "2027-06-14",
    [`${q}3#due`]: "0027-03-15",
    "preparation.preliminary.a01#due": "2027-06-16",
  });
  assert.deepEqual(
    rows.map(({ due, status }) => [due, status]),
    [
      ["2027-06-14", "late"],
      ["999999-01-31", "odd"],
      ["0027-03-15", "odd"],
      ["2027-06-16", "soon"],
    ],
  );
});

test("a snapshot whose moment cannot be stands first, and is never what is compared by itself", () => {
  const records = new Map([
    ["snapshot:b", { at: 1e300, levels: {}, name: "Loin" }],
    ["snapshot:a", { at: 5, levels: {} }],
    ["snapshot:c", { at: -1e300, levels: {} }],
  ]);
  assert.deepEqual(
    snapshotsOf(records).map(({ key, at }) => [key, at]),
    [
      ["snapshot:b", 1e300],
      ["snapshot:c", -1e300],
      ["snapshot:a", 5],
    ],
  );
});

test("whatever stands under any key, everything is reckoned", () => {
  const ids = [
    "preparation.preliminary.q01",
    "preparation.preliminary.a01",
    "implementation.partners.q01",
    "x.toString",
  ];
  const fields = [
    "level",
    "target",
    "importance",
    "due",
    "reviewed",
    "owner",
    "next",
    "evidence",
    "status",
    "note",
    "toString",
  ];
  const odd = fc.oneof(
    fc.anything(),
    fc.constantFrom(
      { toString: 1 },
      Object.create(null),
      "999999-01-31",
      "0027-03-15",
      "toString",
      "__proto__",
      "4",
      "na",
      "done",
      3,
      true,
      1e300,
      -1,
      NaN,
    ),
  );
  const values = fc.dictionary(
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...fields))
      .map(([id, field]) => `${id}#${field}`),
    odd,
    { noNullPrototype: true },
  );
  const records = fc
    .array(
      fc.tuple(
        fc.constantFrom("snapshot:1", "snapshot:2", "merge.x"),
        fc.oneof(
          fc.anything(),
          fc.record({
            at: odd,
            name: odd,
            levels: fc.oneof(odd, fc.dictionary(fc.constantFrom(...ids), odd)),
            statuses: odd,
            targets: odd,
          }),
        ),
      ),
    )
    .map((all) => new Map(all));
  fc.assert(
    fc.property(values, records, (given, kept) => {
      const found = over(given, kept);
      for (const snapshot of found.snapshots) compare(found, snapshot);
      for (const row of found.rows)
        assert.ok(["late", "odd", "soon", "open", "done"].includes(row.status));
      for (const { target, importance } of found.questions)
        assert.ok([1, 2, 3, 4].includes(target) && [1, 2, 3].includes(importance));
      freeze(found, "Juin", 1);
    }),
    { numRuns: 500 },
  );
});
