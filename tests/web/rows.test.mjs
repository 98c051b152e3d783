import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import * as Y from "yjs";
import { readNumber } from "../../web/numbers.js";
import { Clusters } from "../../web/work/clusters.js";
import { newDoc } from "../../web/work/doc.js";
import { read, write } from "../../web/work/files.js";
import { layOver, readHistory, scratch } from "../../web/work/history.js";
import { reset, undo } from "../../web/work/journal.js";
import { MOST } from "../../web/work/limits.js";
import { nameFrom } from "../../web/work/lineage.js";
import { compare, merge } from "../../web/work/merge.js";
import { isOld, renew, renewing } from "../../web/work/renew.js";
import { ORDER, newRow, orderer, rowsBelow } from "../../web/work/rows.js";
import { Work } from "../../web/work/work.js";

const field = (holds, more) => ({ label: holds, holds, ...more });
const TOOLS = {
  calendar: {
    title: "Calendrier",
    parts: {
      plan: {
        title: "Année",
        along: "",
        free: false,
        rows: {},
        periods: {},
        fields: {
          year: field("number"),
          aim: field("words", { long: true }),
          lead: field("words"),
        },
      },
      events: {
        title: "Rencontres",
        along: "rows",
        free: true,
        rows: { first: "Première" },
        periods: {},
        fields: {
          date: field("day"),
          title: field("words"),
          place: field("words"),
          owner: field("words"),
          budget: field("number"),
          notes: field("words", { long: true }),
          kinds: field("choices"),
          part: field("number", { percent: true }),
        },
      },
      costs: {
        title: "Coûts",
        along: "periods",
        free: false,
        rows: {},
        periods: { y1: "1", y2: "2" },
        fields: { rent: field("number") },
      },
    },
  },
};
TOOLS["events-calendar"] = {
  ...TOOLS.calendar,
  parts: {
    ...TOOLS.calendar.parts,
    events: {
      ...TOOLS.calendar.parts.events,
      fields: { ...TOOLS.calendar.parts.events.fields, registered: field("number") },
    },
  },
};
const PREFIX = "calendar.events.";
const AT = "2026-11-27T10:00:00.000Z";
const ABOUT = { name: "Pôle bois", content: "0.2.0", language: "fr", written: AT };

const storeFor = (mine) => ({
  layOver,
  readHistory,
  scratch,
  renew: (work) => renewing(work, TOOLS, mine),
});
const opened = (data, mine) =>
  read(typeof data === "string" ? data : JSON.stringify(data), storeFor(mine)).work;
const mergeInto = (work, other, choices = new Map()) =>
  merge(work, other, choices, { store: storeFor(work), at: AT });
const content = (work) => new Map(work.entries().sort());
const joined = (...works) => {
  const all = scratch();
  for (const work of works) all.join(work.state());
  return all;
};
const asText = (value) => JSON.stringify(value) ?? "";
const cellsOf = (work, prefix = PREFIX) =>
  rowsBelow(new Map(work.pairs()), prefix, new Set(["first"])).map(([at]) =>
    Object.fromEntries(
      work
        .entries()
        .filter(([key]) => key.startsWith(`${prefix}${at}#`))
        .map(([key, value]) => [key.split("#")[1], value]),
    ),
  );

/** A work of format 1, as that version wrote it: { key: value }, prose and lines alike as texts. */
const TEXT = /#(title|place|owner|budget|notes|answer|year|aim|lead|y1|y2|registered)$/;
const firstFormat = (pairs, before) => {
  const doc = new Y.Doc();
  if (before) Y.applyUpdate(doc, before.state());
  doc.transact(() => {
    for (const [key, value] of Object.entries(pairs)) {
      if (!TEXT.test(key)) doc.getMap("values").set(key, value);
      else {
        const text = doc.getText(key);
        text.delete(0, text.length);
        text.insert(0, value);
      }
    }
    if (!doc.getMap("values").has("#format")) doc.getMap("values").set("#format", 1);
  });
  return new Work("old", doc);
};
/** The file that format 1 wrote of a work. */
const firstFile = (work) => ({ ...JSON.parse(write(work, ABOUT)), version: 1 });
const today = (work, mine) => {
  const made = joined(work);
  renew(made, TOOLS, mine);
  return made;
};

// ---------------------------------------------------------------- the files that failed

test("two people's files keep their rows apart, value by value", () => {
  const [karim, amel] = ["karim", "amel"].map((name) =>
    readFileSync(new URL(`cases/merge-rows-${name}.json`, import.meta.url), "utf8"),
  );
  const work = opened(karim);
  const theirs = opened(amel, work);
  const found = compare(work, theirs, storeFor(work)).filter(({ kind }) => kind !== "same");
  assert.ok(found.every(({ kind, choice }) => kind === "new" && choice === "theirs"));
  mergeInto(work, theirs);
  const rows = cellsOf(work, "events-calendar.events.");
  assert.deepEqual(
    rows.map(({ budget }) => budget.number).sort((a, b) => a - b),
    [600, 800, 1500, 9000],
  );
  assert.deepEqual(
    rows.map(({ owner }) => owner).join(),
    rows[0].owner === "Karim" ? "Karim,Karim,Amel,Amel" : "Amel,Amel,Karim,Karim",
  );
  assert.deepEqual(
    rows.find(({ title }) => title === "Salon du meuble"),
    {
      date: "2027-05-20",
      title: "Salon du meuble",
      place: "Paris",
      owner: "Karim",
      budget: { number: 9000, typed: "9000" },
      registered: { number: 40, typed: "40" },
    },
  );
  assert.equal(mergeInto(work, opened(amel, work)), undefined);
  assert.equal(cellsOf(work, "events-calendar.events.").length, 4);
});

// ---------------------------------------------------------------- rows and typed fields, whatever people do

const line = fc
  .string({ unit: "binary", minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\p{C}\r\n\u2028\u2029]/gu, "x"));
const entered = fc.oneof(
  line,
  fc.integer().map((number) => ({ number, typed: `${number}` })),
  fc.constantFrom("2027-01-02", "2028-12-31"),
  fc.boolean(),
);
const columns = ["date", "title", "owner", "budget"];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("add"),
      values: fc.dictionary(fc.constantFrom(...columns), entered, { minKeys: 1 }),
      notes: fc.option(line, { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("edit"),
      n: fc.nat(20),
      column: fc.constantFrom(...columns),
      value: fc.option(entered, { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("remove"), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("move"), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("fixed"), value: entered }) },
);

const play = (work, steps) => {
  const source = orderer();
  for (const { what, values, notes, n, column, value } of steps) {
    const rows = rowsBelow(new Map(work.pairs()), PREFIX, new Set(["first"]));
    const [at] = rows[n % rows.length] ?? [];
    if (what === "add") {
      const row = `${PREFIX}${newRow()}`;
      work.change([
        [`${row}#${ORDER}`, source.createBetween(rows.at(-1)?.[1])],
        ...Object.entries(values).map(([name, cell]) => [`${row}#${name}`, cell]),
      ]);
      if (notes) work.change([[`${row}#notes`, notes]], new Map([[`${row}#notes`, ""]]));
    } else if (what === "fixed") work.change([[`${PREFIX}first#owner`, value]]);
    else if (!at) continue;
    else if (what === "edit") work.change([[`${PREFIX}${at}#${column}`, value]]);
    else if (what === "move")
      work.change([[`${PREFIX}${at}#${ORDER}`, source.createBetween(undefined, rows[0][1])]]);
    else
      work.change(
        work
          .pairs()
          .filter(([key]) => key.startsWith(`${PREFIX}${at}#`))
          .map(([key]) => [key, undefined]),
      );
  }
  return work;
};
const steps = fc.array(step, { maxLength: 10 });
const apart = fc.tuple(steps, steps, steps).map((all) => all.map((own) => play(scratch(), own)));
const together = fc.tuple(steps, steps, steps, steps).map(([first, ...own]) => {
  const base = play(scratch(), first);
  return own.map((steps_) => play(joined(base), steps_));
});

const namesOf = (work) =>
  new Set(rowsBelow(new Map(work.pairs()), PREFIX, new Set(["first"])).map(([at]) => at));

test("joining rows is commutative, associative and idempotent, in content and order", () => {
  const all = (work) => [content(work), cellsOf(work)];
  fc.assert(
    fc.property(fc.oneof(apart, together), ([a, b, c]) => {
      assert.deepEqual(all(joined(a, b)), all(joined(b, a)));
      assert.deepEqual(all(joined(joined(a, b), c)), all(joined(a, joined(b, c))));
      assert.deepEqual(all(joined(a, a, b, b)), all(joined(a, b)));
    }),
    { numRuns: 100 },
  );
});

test("a merge as proposed loses and alters no value of either side, and has the rows of both", () => {
  fc.assert(
    fc.property(apart, ([a, b]) => {
      const mine = joined(a);
      mergeInto(mine, b);
      const rows = new Set([...namesOf(a), ...namesOf(b)]);
      assert.deepEqual(namesOf(mine), rows);
      for (const [key, value] of a.entries()) assert.deepEqual(mine.get(key), value, key);
      for (const [key, value] of b.entries())
        if (a.get(key) === undefined) assert.deepEqual(mine.get(key), value, key);
      // Rows of one person are never parted by those of the other.
      const owners = rowsBelow(new Map(mine.pairs()), PREFIX, new Set(["first"])).map(([at]) =>
        namesOf(a).has(at),
      );
      assert.ok(owners.filter((own, n) => n && own !== owners[n - 1]).length <= 2);
      const once = content(mine);
      assert.equal(mergeInto(mine, b), undefined);
      assert.deepEqual(content(mine), once);
    }),
    { numRuns: 100 },
  );
});

test("where both hold another value, one stands and the other stays in sight; nothing is glued", () => {
  fc.assert(
    fc.property(together, fc.infiniteStream(fc.constantFrom("mine", "theirs")), ([a, b], picks) => {
      const mine = joined(a);
      const differences = compare(mine, b, storeFor(mine));
      const choices = new Map(
        differences
          .filter(({ kind, text }) => kind === "differs" && !text)
          .map(({ key }) => [key, picks.next().value]),
      );
      const name = mergeInto(mine, b, choices);
      const note = mine.records.get(name);
      for (const { key, kind, mine: own, theirs, text } of differences) {
        if (text || kind !== "differs" || theirs === undefined) continue;
        assert.deepEqual(mine.get(key), choices.get(key) === "mine" ? own : theirs, key);
        const told = note.changes.find((change) => change.key === key);
        assert.deepEqual(
          [own, theirs].map(asText).sort(),
          [told.after, told.theirs ?? told.before].map(asText).sort(),
          key,
        );
      }
      const known = new Set(
        [...a.entries(), ...b.entries()]
          .filter(([, value]) => typeof value === "string")
          .map(([, value]) => value),
      );
      for (const [key, value] of mine.entries())
        if (typeof value === "string" && !mine.isText(key))
          assert.ok(known.has(value) && !/[\r\n]/.test(value), value);
    }),
    { numRuns: 100 },
  );
});

test("a merge and a reset of rows can be undone", () => {
  fc.assert(
    fc.property(together, ([a, b]) => {
      const before = [content(a), cellsOf(a)];
      const name = mergeInto(a, b);
      if (name) assert.deepEqual(undo(a, name, AT).stays, []);
      assert.deepEqual([content(a), cellsOf(a)], before);
      const emptied = reset(a, AT);
      assert.deepEqual(a.pairs(), []);
      if (emptied) undo(a, emptied, AT);
      assert.deepEqual([content(a), cellsOf(a)], before);
    }),
    { numRuns: 100 },
  );
});

/** A row that an older file still holds, and that was removed here since; ``went`` are cells in which they went on. */
const removed = (went = []) => {
  const [mine, theirs] = [scratch(), scratch()];
  const row = [
    [ORDER, "A"],
    ["title", "Visite"],
    ["owner", "Amel"],
    ["budget", { number: 1500, typed: "1500" }],
  ];
  mine.change(row.map(([name, value]) => [`${PREFIX}xa#${name}`, value]));
  theirs.join(mine.state());
  mine.change(row.map(([name]) => [`${PREFIX}xa#${name}`, undefined]));
  theirs.change(went.map(([name, value]) => [`${PREFIX}xa#${name}`, value]));
  return [mine, theirs];
};

test("a removed row of which an older file still knows leaves nothing behind", () => {
  const [mine, theirs] = removed();
  mergeInto(mine, theirs);
  assert.deepEqual(mine.pairs(), []);
});

test("a removed row in which the other went on is proposed as a whole, or stays away as a whole", () => {
  const went = [["budget", { number: 1600, typed: "1600" }]];
  const [mine, theirs] = removed(went);
  const found = compare(mine, theirs, storeFor(mine)).filter(({ kind }) => kind !== "same");
  const proposed = found.map(({ key, kind, choice }) => [key.split("#")[1], kind, choice]);
  assert.deepEqual(
    proposed,
    ["budget", "owner", "title"].map((name) => [name, "new", "theirs"]),
  );
  mergeInto(mine, theirs);
  assert.deepEqual(new Map(mine.pairs()), new Map(theirs.pairs()));
  const [kept, other] = removed(went);
  mergeInto(kept, other, new Map(found.map(({ key }) => [key, "mine"])));
  assert.deepEqual(kept.pairs(), []);
});

test("a new row of which nothing is taken leaves no place behind", () => {
  const [mine, theirs] = [scratch(), scratch()];
  theirs.change([
    [`${PREFIX}xa#${ORDER}`, "A"],
    [`${PREFIX}xa#title`, "Visite"],
  ]);
  mergeInto(mine, theirs, new Map([[`${PREFIX}xa#title`, "mine"]]));
  assert.deepEqual(mine.pairs(), []);
});

test("a file gives back rows, order and numbers as they were", () => {
  fc.assert(
    fc.property(together, ([a]) => {
      if (!a.entries().length) return;
      for (const state of ["kept", undefined]) {
        const data = JSON.parse(write(a, ABOUT));
        const again = opened(state ? data : { ...data, state });
        assert.deepEqual([content(again), cellsOf(again)], [content(a), cellsOf(a)]);
      }
    }),
    { numRuns: 100 },
  );
});

// ---------------------------------------------------------------- format 1 becomes format 2

const FIRST = {
  "calendar.plan#year": "2027",
  "calendar.plan#aim": "Se voir\nplus souvent",
  "calendar.plan#lead": "Amel\nKarim",
  "calendar.events.first#owner": "Sami",
  "calendar.events.first#notes": "la première",
  "calendar.events.r1#date": "2027-03-10",
  "calendar.events.r1#title": "Visite",
  "calendar.events.r1#budget": "1 500",
  "calendar.events.r1#kinds.fair": true,
  "calendar.events.r2#title": "Salon",
  "calendar.events.r2#budget": "800,50",
  "calendar.events.r2#notes": "deux\nlignes",
  "calendar.events.r12#title": "Au bout",
  "calendar.events.r12#budget": "1,500",
  "calendar.costs.rent#y1": "1200",
  "preparation.preliminary.q01#answer": "Nous avons\ndix membres",
  "preparation.preliminary.q01#owner": "Amel",
  "preparation.preliminary.q01#level": "3",
  "gone-tool.part.r1#title": "reste",
};

test("a work of format 1 becomes format 2 with every value", () => {
  const work = today(firstFormat(FIRST));
  assert.equal(work.format, 2);
  assert.deepEqual(cellsOf(work), [
    { date: "2027-03-10", title: "Visite", budget: "1 500", "kinds.fair": true },
    { title: "Salon", budget: { number: 800.5, typed: "800,50" }, notes: "deux\nlignes" },
    { title: "Au bout", budget: "1,500" }, // two ways to read it: the page says which
  ]);
  assert.deepEqual(work.get("calendar.plan#year"), { number: 2027, typed: "2027" });
  assert.equal(work.get("calendar.plan#lead"), "Amel Karim");
  assert.deepEqual(
    [work.get("calendar.plan#aim"), work.isText("calendar.plan#aim")],
    ["Se voir\nplus souvent", true],
  );
  assert.deepEqual(
    [work.get("calendar.events.first#owner"), work.isText("calendar.events.first#owner")],
    ["Sami", false],
  );
  assert.deepEqual(
    ["answer", "owner", "level"].map((name) => work.get(`preparation.preliminary.q01#${name}`)),
    ["Nous avons\ndix membres", "Amel", "3"],
  );
  assert.equal(work.isText("preparation.preliminary.q01#owner"), false);
  assert.equal(work.get("gone-tool.part.r1#title"), "reste");
  assert.equal(work.entries().length, Object.keys(FIRST).length);
  assert.ok(work.entries().every(([key]) => !/calendar\.events\.r\d/.test(key)));
});

test("every copy becomes the same, and becoming it twice changes nothing", () => {
  const old = firstFormat(FIRST);
  const [one, two] = [today(old), today(old)];
  assert.deepEqual(one.state(), two.state());
  const state = one.state();
  renew(one, TOOLS);
  assert.deepEqual(one.state(), state);
  assert.deepEqual(content(joined(one, two)), content(one));
  // Those that hold a word of a tool that is gone are looked at again, and stay.
  assert.equal(isOld(one), true);
});

test("a file of format 1 meets again the rows that came from it, also when either went on", () => {
  const old = firstFormat(FIRST);
  const file = firstFile(old);
  const work = today(old);
  assert.equal(mergeInto(work, opened(file, work)), undefined);
  const [[at]] = rowsBelow(new Map(work.pairs()), PREFIX, new Set(["first"]));
  work.change([
    [`${PREFIX}${at}#title`, "Visite d’usine"],
    [`${PREFIX}${at}#place`, "Sfax"],
    ["preparation.preliminary.q01#owner", "Karim"],
  ]);
  const found = compare(work, opened(file, work), storeFor(work)).filter(
    ({ kind }) => kind !== "same",
  );
  assert.deepEqual(
    found.map(({ key, kind }) => [key.split("#")[1], kind]),
    [
      ["title", "seen"],
      ["owner", "seen"],
    ],
  );
  const before = content(work);
  mergeInto(work, opened(file, work));
  assert.deepEqual(content(work), before);
  // A colleague went on in an old version of the site, in a cell before all others and in a row of their own.
  const theirs = firstFormat(
    { "calendar.events.r2#date": "2027-09-01", "calendar.events.r3#title": "Le leur" },
    old,
  );
  const again = opened(firstFile(theirs), work);
  mergeInto(work, again);
  const rows = cellsOf(work);
  assert.deepEqual(rows.map(({ title }) => title).sort(), [
    "Au bout",
    "Le leur",
    "Salon",
    "Visite d’usine",
  ]);
  assert.equal(rows.find(({ title }) => title === "Salon").date, "2027-09-01");
});

/** Merge the file that one of today's works gives into another one, as the page of clusters does. */
const mergeFile = (work, other) => mergeInto(work, opened(write(other, ABOUT), work));
const rowsOf = (work) =>
  cellsOf(work)
    .map((row) => JSON.stringify(Object.entries(row).sort()))
    .sort();
const went = (work, place, cells) => {
  const [row] = rowsBelow(new Map(work.pairs()), PREFIX, new Set(["first"]))[place];
  work.change(Object.entries(cells).map(([name, value]) => [`${PREFIX}${row}#${name}`, value]));
  return work;
};

test("files of format 2 from two who went on from one file of format 1 meet in its rows", () => {
  const shared = firstFormat({
    "calendar.events.r1#budget": "1500",
    "calendar.events.r1#notes": "mots",
  });
  const both = () =>
    [{ "calendar.events.r1#title": "Visite" }, { "calendar.events.r1#owner": "Karim" }].map(
      (more) => today(firstFormat(more, shared)),
    );
  const row = {
    title: "Visite",
    owner: "Karim",
    budget: { number: 1500, typed: "1500" },
    notes: "mots",
  };
  const [amel, karim] = both();
  assert.notDeepEqual([...namesOf(amel)], [...namesOf(karim)]);
  mergeFile(amel, karim);
  assert.deepEqual(cellsOf(amel), [row]);
  assert.equal(mergeFile(amel, karim), undefined);
  assert.deepEqual(cellsOf(amel), [row]);
  // Back to the other one, who went on meanwhile, and to and fro.
  went(karim, 0, { place: "Sfax", owner: "Karim B." });
  karim.change(
    [[`${PREFIX}${[...namesOf(karim)][0]}#notes`, "mots et suite"]],
    new Map([[`${PREFIX}${[...namesOf(karim)][0]}#notes`, "mots"]]),
  );
  mergeFile(karim, amel);
  assert.deepEqual(
    cellsOf(karim).map(({ title, owner, place }) => [title, owner, place]),
    [["Visite", "Karim B.", "Sfax"]],
  );
  assert.ok(cellsOf(karim)[0].notes.split("\n").includes("mots et suite"), cellsOf(karim)[0].notes);
  mergeFile(amel, karim);
  mergeFile(karim, amel);
  assert.deepEqual(
    [cellsOf(amel).length, cellsOf(karim).length, cellsOf(amel)[0].place],
    [1, 1, "Sfax"],
  );
});

test("what a row that meets again had before is known; what is new in it is proposed", () => {
  const shared = firstFormat({
    "calendar.events.r1#budget": "1500",
    "calendar.events.r1#owner": "Sami",
  });
  const amel = today(firstFormat({ "calendar.events.r1#title": "Visite" }, shared));
  const karim = today(firstFormat({ "calendar.events.r1#date": "2027-03-10" }, shared));
  const third = today(firstFormat({ "calendar.events.r1#place": "Sfax" }, shared));
  went(amel, 0, { budget: undefined });
  const found = (work, other) =>
    Object.fromEntries(
      compare(work, opened(write(other, ABOUT), work), storeFor(work))
        .filter(({ key, kind }) => kind !== "same" && !key.includes("#_"))
        .map(({ key, kind, choice }) => [key.split("#")[1], [kind, choice]]),
    );
  assert.deepEqual(found(amel, karim), { budget: ["seen", "mine"], date: ["new", "theirs"] });
  went(karim, 0, { owner: "Karim", budget: { number: 9000, typed: "9000" } });
  assert.deepEqual(found(amel, karim), {
    budget: ["new", "theirs"],
    date: ["new", "theirs"],
    owner: ["differs", "mine"],
  });
  mergeInto(
    amel,
    opened(write(karim, ABOUT), amel),
    new Map([[`${PREFIX}${[...namesOf(amel)][0]}#owner`, "theirs"]]),
  );
  assert.deepEqual(found(third, amel), {
    title: ["new", "theirs"],
    date: ["new", "theirs"],
    owner: ["differs", "mine"],
    budget: ["differs", "mine"],
  });
});

const firstCells = (names) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom(...names),
      value: line.filter((text) => text.trim() === text),
    }),
    { maxLength: 4 },
  );
const lineage = fc
  .tuple(
    firstCells(["budget", "notes", "kinds.fair"]),
    firstCells(["date"]),
    firstCells(["title"]),
    firstCells(["place", "owner"]),
  )
  .map(([base, ...own]) => {
    const pairs = (cells, more = 0) =>
      Object.fromEntries(
        cells.map(({ at, name, value }) => [`${PREFIX}r${at + more}#${name}`, value]),
      );
    const shared = firstFormat({ ...pairs(base), "preparation.preliminary.q01#level": "3" });
    return own.map((cells, n) =>
      today(firstFormat({ ...pairs(cells), [`${PREFIX}r${4 + n}#title`]: `own ${n}` }, shared)),
    );
  });

test("files of three who went on from one file of format 1 come out the same in any order, with the rows of all", () => {
  fc.assert(
    fc.property(lineage, ([a, b, c]) => {
      const after = (...works) => {
        const [first, ...others] = works;
        const all = joined(first);
        for (const other of others) mergeFile(all, other);
        return all;
      };
      const once = rowsOf(after(a, b, c));
      for (const order of [
        [a, c, b],
        [b, a, c],
        [c, b, a],
        [a, after(b, c)],
        [after(c, b), a],
        [a, b, c, a, b, c],
        [a, b, after(c, a, b)],
      ]) {
        assert.deepEqual(rowsOf(after(...order)), once);
      }
      const done = after(a, b, c);
      for (const other of [b, c]) assert.equal(mergeFile(done, other), undefined);
    }),
    { numRuns: 12 },
  );
});

test("two files of format 1 from two people, read without their histories, keep their rows apart", () => {
  const karim = {
    ...firstFile(
      firstFormat({ "calendar.events.r1#title": "Salon", "calendar.events.r1#budget": "9000" }),
    ),
    state: undefined,
  };
  const amel = {
    ...firstFile(
      firstFormat({ "calendar.events.r1#title": "Visite", "calendar.events.r1#budget": "1500" }),
    ),
    state: undefined,
  };
  const work = opened(karim);
  mergeInto(work, opened(amel, work));
  mergeInto(work, opened(karim, work));
  assert.deepEqual(
    cellsOf(work)
      .map(({ title, budget }) => [title, budget.number])
      .sort(),
    [
      ["Salon", 9000],
      ["Visite", 1500],
    ],
  );
});

const withWriter = (pairs, writer) => {
  const doc = newDoc();
  doc.clientID = writer;
  doc.transact(() => {
    for (const [key, value] of Object.entries(pairs)) doc.getText(key).insert(0, value);
    doc.getMap("values").set("#format", 1);
  });
  return new Work("old", doc);
};
const manyRows = (count) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) =>
      ["title", "place", "owner", "budget"].map((name) => [
        `${PREFIX}r${n + 1}#${name}`,
        `${name} ${n}`,
      ]),
    ).flat(),
  );

test("rows of format 1 get names of their own, within a work and between two people", () => {
  for (const [count, writer] of [
    [12, 240013065],
    [300, 4242],
  ]) {
    const work = today(withWriter(manyRows(count), writer));
    assert.equal(work.entries().length, 4 * count);
    assert.deepEqual(
      cellsOf(work).map(({ title, budget }) => [title, budget]),
      Array.from({ length: count }, (_, n) => [`title ${n}`, `budget ${n}`]),
    );
  }
  const [one, other] = [2163498, 9307031].map((writer) =>
    today(withWriter({ [`${PREFIX}r1#title`]: `${writer}` }, writer)),
  );
  assert.equal(namesOf(joined(one, other)).size, 2);
  assert.equal(
    new Set(Array.from({ length: 100_000 }, (_, n) => nameFrom(PREFIX, `1234567890:${3 * n}`)))
      .size,
    100_000,
  );
});

test("what an old page wrote beside the row that its place has become takes nothing away", () => {
  const old = firstFormat({ [`${PREFIX}r1#title`]: "Visite", [`${PREFIX}r1#notes`]: "mots" });
  const work = today(old);
  const late = joined(old);
  late.doc.transact(() => {
    late.doc.getText(`${PREFIX}r1#title`).insert(6, " d’usine");
    late.doc.getText(`${PREFIX}r1#place`).insert(0, "Sfax");
  });
  const all = today(joined(work, late));
  assert.deepEqual(cellsOf(all), [
    { title: "Visite", notes: "mots" },
    { title: "d’usine", place: "Sfax" },
  ]);
  const two = firstFormat({ [`${PREFIX}r1#title`]: "Visite", [`${PREFIX}r2#title`]: "Salon" });
  const beside = joined(two);
  beside.doc.getMap("values").set(`${PREFIX}r1#date`, "2027-03-10");
  assert.deepEqual(cellsOf(today(joined(today(two), beside))), [
    { title: "Visite", date: "2027-03-10" },
    { title: "Salon" },
  ]);
});

test("renewing thousands of rows goes in steps that tell how far it is", () => {
  const shares = [...renewing(withWriter(manyRows(3000), 4242), TOOLS)];
  assert.ok(
    shares.length > 20 && shares.every((share, n) => share >= (shares[n - 1] ?? 0) && share < 1),
    `${shares}`,
  );
});

test("a browser's work of format 1 is opened as format 2 and stays so", async () => {
  let current = "work";
  const clusters = await Clusters.open({
    current: { get: () => current, set: (id) => (current = id) },
    meanings: async () => TOOLS,
  });
  const id = await clusters.make("Ancien", firstFormat(FIRST).state());
  const work = await clusters.work(id);
  assert.equal(work.format, 2);
  const all = content(work);
  await work.saved();
  await work.database.close();
  const again = await clusters.work(id);
  assert.deepEqual(content(again), all);
  await again.database.close();
});

test("a file of version 0.2.0, filled everywhere, opens with every value equal", () => {
  const [file, tools] = ["format-1.json.gz", "entries.json"].map((name) =>
    readFileSync(new URL(`cases/${name}`, import.meta.url)),
  );
  const data = JSON.parse(gunzipSync(file));
  const work = read(JSON.stringify(data), {
    ...storeFor(),
    renew: (one) => renew(one, JSON.parse(tools)),
  }).work;
  const values = new Map(work.pairs());
  const rows = new Map(); // "<tool>.<part>." → names, in order
  const today = (id) => {
    const [, prefix, place] = /^(.*\.)(r\d+)$/.exec(id) ?? [];
    if (!place) return id;
    if (!rows.has(prefix))
      rows.set(
        prefix,
        rowsBelow(values, prefix)
          .map(([at]) => at)
          .filter((at) => values.has(`${prefix}${at}#_from`)),
      );
    return prefix + rows.get(prefix)[["r1", "r2", "r3", "r11"].indexOf(place)];
  };
  const typed = (value) => value?.typed ?? value;
  let compared = 0;
  for (const section of [data.values, data.texts]) {
    for (const [id, fields] of Object.entries(section)) {
      for (const [name, value] of Object.entries(fields)) {
        assert.equal(typed(work.get(`${today(id)}#${name}`)), value, `${id}#${name}`);
        compared += 1;
      }
    }
  }
  assert.equal(compared, work.entries().length);
  assert.ok(compared > 4000);
  assert.deepEqual(work.records.get("snapshot:1764230000000:ab12").name, "Novembre");
});

test("what was noted in a meeting keeps its lines in a file, and merges as a text", () => {
  const tools = JSON.parse(readFileSync(new URL("cases/entries.json", import.meta.url)));
  const store = { ...storeFor(), renew: (one) => renewing(one, tools) };
  const keys = ["people", "note", "said.preparation~preliminary~q01"].map(
    (field) => `workshop.meetings.xabcdefghijkl#${field}`,
  );
  const lines = "Amel\nKarim\n\nوليد";
  const written = (work, text) =>
    work.change(
      keys.map((key) => [key, text]),
      new Map(keys.map((key) => [key, work.get(key) ?? ""])),
    );
  const work = scratch();
  written(work, lines);
  const other = read(write(work, ABOUT), store).work;
  assert.deepEqual(content(other), content(work));
  written(work, `${lines}\nSami`);
  written(other, `Leïla\n${lines}`);
  const theirs = read(write(other, ABOUT), store).work;
  merge(work, theirs, new Map(), { store, at: AT });
  for (const key of keys) assert.equal(work.get(key), `Leïla\n${lines}\nSami`);
});

test("an answer to a survey that its author mended counts once after a merge, in either direction", () => {
  const [person, other] = ["xabcdefghijkl", "xmnopqrstuvwx"].map((name) => `${PREFIX}${name}`);
  const answered = (edition) => [
    [`${person}${edition}#title`, `clair${edition}`],
    [`${person}${edition}#place`, "Sfax"],
  ];
  const [first, mended] = [scratch(), scratch()];
  first.change([...answered(""), [`${other}#title`, "oui"]]);
  mended.change(answered("-2"));
  const last = new Map([...answered("-2"), [`${other}#title`, "oui"]].sort());
  const both = [joined(first), joined(mended)];
  mergeInto(both[0], mended);
  mergeInto(both[1], first);
  for (const work of both) assert.deepEqual(content(work), last);
  assert.ok(compare(both[0], first, storeFor()).every(({ kind }) => kind === "same"));
  const kept = joined(first); // one who keeps all as it was loses no answer
  const mine = compare(first, mended, storeFor()).map(({ key }) => [key, "mine"]);
  mergeInto(kept, mended, new Map(mine));
  assert.deepEqual(content(kept), content(first));
  const undone = joined(first);
  undo(undone, mergeInto(undone, mended), AT);
  assert.deepEqual(content(undone), content(first));
});

// ---------------------------------------------------------------- what stands on one line

const byHand = (sections) => ({
  format: "vademecum-cluster",
  version: 2,
  values: {},
  texts: {},
  ...sections,
});
const OWNER = "preparation.preliminary.q01#owner";
const owned = (owner) => ({ "preparation.preliminary.q01": { owner } });

test("names in two files, given as texts, are chosen and never glued", () => {
  const [mine, theirs] = ["Amel", "Karim"].map((name) => opened(byHand({ texts: owned(name) })));
  assert.deepEqual(
    compare(mine, theirs, storeFor(mine)).map(({ kind, choice }) => [kind, choice]),
    [["differs", "mine"]],
  );
  mergeInto(mine, theirs);
  assert.deepEqual([mine.get(OWNER), mine.isText(OWNER)], ["Amel", false]);
});

test("a value of one line in a file holds no line break, whatever it is", () => {
  const line = (sections, key) => opened(byHand(sections)).get(key);
  for (const name of [
    "Amel\nKarim",
    " Amel \r\n\n Karim\n",
    "Amel\u2028Karim",
    "Amel\u0085\u000bKarim",
  ]) {
    assert.equal(line({ values: owned(name) }, OWNER), "Amel Karim");
    assert.equal(line({ texts: owned(name) }, OWNER), "Amel Karim");
  }
  const table = (budget) => ({ "calendar.events.x1": { title: "Visite", budget } });
  const BUDGET = "calendar.events.x1#budget";
  for (const section of ["values", "texts"])
    assert.equal(line({ [section]: table("1500\n900") }, BUDGET), "1500 ; 900");
  assert.deepEqual(line({ texts: table("1500\n") }, BUDGET), { number: 1500, typed: "1500" });
  const share = { "calendar.events.x1": { part: "5\n" } };
  assert.equal(line({ texts: share }, "calendar.events.x1#part"), "5"); // of one, or percent: its field asks
  assert.deepEqual(line({ values: table({ number: 1500900, typed: "1500\n900" }) }, BUDGET), {
    number: 1500900,
    typed: "1500 ; 900",
  });
  const notes = {
    "calendar.events.x1": { notes: "deux\nlignes" },
    "calendar.events": { unknown: "deux\nlignes" },
  };
  const prose = opened(byHand({ texts: { ...notes, "gone.q": { text: "deux\nlignes" } } }));
  assert.deepEqual(
    prose.entries().map(([key, value]) => [value, prose.isText(key)]),
    Array(3).fill(["deux\nlignes", true]),
  );
  assert.equal(line({ texts: owned(`Amel${" ".repeat(500_000)}Karim`) }, OWNER).length, 500_009); // in linear time
});

test("amounts of two lines in a work of format 1 are no number, and stay in sight", () => {
  const work = today(
    firstFormat({
      "calendar.events.r1#budget": "1500\n900",
      "calendar.events.r1#title": "Visite\nd’usine",
    }),
  );
  const [{ title, budget }] = cellsOf(work);
  assert.deepEqual([title, budget], ["Visite d’usine", "1500 ; 900"]);
  for (const language of ["fr", "en", "ar"])
    assert.equal(readNumber(budget, language, { type: "money" }), undefined);
});

test("whatever a file gives for one line, nothing of it is glued, and reading its copy changes nothing", () => {
  const broken = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
  const given = fc.dictionary(
    fc.constantFrom("title", "owner", "budget", "date", "place"),
    broken,
    { minKeys: 1 },
  );
  const file = fc
    .tuple(fc.constantFrom("values", "texts"), given)
    .map(([section, cells]) => byHand({ [section]: { "calendar.events.x1": cells } }));
  fc.assert(
    fc.property(file, file, (one, other) => {
      const [mine, theirs] = [opened(one), opened(other)];
      const again = opened(write(mine, ABOUT));
      assert.deepEqual([content(again), again.state()], [content(mine), mine.state()]);
      const both = new Set(
        [...mine.entries(), ...theirs.entries()].map(([, value]) => asText(value)),
      );
      mergeInto(mine, theirs);
      for (const [key, value] of mine.entries()) {
        assert.ok(both.has(asText(value)) && !mine.isText(key), asText(value));
        assert.ok(!/[\r\n]/.test(value.typed ?? value));
      }
    }),
    { numRuns: 100 },
  );
});

// ---------------------------------------------------------------- much of it

test("a file of as many answers as a cluster may hold opens, whatever stands beside them", () => {
  const work = scratch();
  const row = (n) => [
    ["title", `${n}`],
    ["place", "Sfax"],
    ["owner", "Amel"],
    [ORDER, `a${n}`],
  ];
  work.change(
    Array.from({ length: 12_600 }, (_, n) =>
      row(n).map(([name, value]) => [`${PREFIX}x${n}#${name}`, value]),
    ).flat(),
  );
  assert.equal(opened(write(work, ABOUT)).entries().length, 37_800);
  const answers = (count) =>
    byHand({
      values: Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`x.q${n}`, { level: "3", _order: "a" }]),
      ),
    });
  assert.equal(opened(answers(MOST.keys)).entries().length, MOST.keys);
  assert.throws(() => opened(answers(MOST.keys + 1)), { name: "file-big" });
});

test("a file without a history is read in one go, however many answers it has", () => {
  const many = (n, what) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`x.q${i}`, what]));
  const data = {
    format: "vademecum-cluster",
    version: 2,
    values: many(2000, { level: "3" }),
    texts: many(2000, { answer: "mot" }),
  };
  let changes = 0;
  const counting = () => {
    const work = scratch();
    work.doc.on("afterTransaction", () => (changes += 1));
    return work;
  };
  const { work } = read(JSON.stringify(data), { ...storeFor(), scratch: counting });
  assert.equal(work.entries().length, 4000);
  assert.ok(changes < 5, `${changes} changes`); // each goes through everything that is there
});

test("what is no place in the order, written into a file by hand, stops neither a file nor a new row", () => {
  for (const order of [3, true, { number: 3, typed: "3" }, "3", "é", ""]) {
    const values = { "calendar.events.x1": { _order: order, title: "A" } };
    values["calendar.events.r2"] = { title: "B" };
    const work = opened({ format: "vademecum-cluster", version: 2, values, texts: {} });
    const rows = rowsBelow(new Map(work.pairs()), PREFIX);
    assert.equal(rows.length, 2, String(order));
    for (const [left, right] of [rows, [...rows].reverse()].map((both) => both.map(([, at]) => at)))
      assert.equal(typeof orderer().createBetween(left, right), "string");
  }
});
