// Merging another work into this one. The histories are joined, which loses nothing and comes out the same in any
// order; then what people chose is set, as an ordinary edit. What was not chosen stays in the note about the merge.
import { partsOf } from "./answers.js";
import { noteDown, notes, set } from "./journal.js";
import { ORDER, idOf, inRow, isAside, rowIn } from "./rows.js";
import { each, finish } from "./steps.js";
import { alike, same, typedOf } from "./values.js";

/** @type {(text: string, lines: string) => boolean} */
const holdsLines = (text, lines) => `\n${text}\n`.includes(`\n${lines}\n`);

/**
 * Two texts written apart: both are there, each on lines of its own, neither twice.
 * @type {(mine: string, theirs: string, joined: string) => string}
 */
const bothOf = (mine, theirs, joined) => {
  if (holdsLines(mine, theirs)) return mine;
  if (holdsLines(theirs, mine)) return theirs;
  return joined.startsWith(theirs) ? `${theirs}\n${mine}` : `${mine}\n${theirs}`;
};

/**
 * What merges that were undone had brought: it counts as new again. Key → value.
 * @type {(work: Work) => Map<string, Value | undefined>}
 */
const takenBack = (work) => {
  const values = new Map();
  for (const { note, undone } of notes(work, ["merge"])) {
    if (!undone) continue;
    for (const { key, after, theirs } of note.changes) values.set(key, theirs ?? after);
  }
  return values;
};

/** @type {(pair: Compared) => Difference | undefined} */
const textOf = ({ key, mine, theirs, joined, seen, before }) => {
  const [m, t, u] = [mine, theirs, joined].map((text) => String(typedOf(text) ?? ""));
  if (m === t) return u === m ? undefined : { key, text: true, kind: "same", mine: m, theirs: t };
  const difference = { key, text: true, mine: m, theirs: t };
  if (!t) return u === m ? undefined : { ...difference, kind: "differs", choice: "mine" };
  if (!m && !seen) return { ...difference, kind: "new", choice: "theirs" };
  if (before || (seen && u === m))
    return { ...difference, kind: "seen", choice: "mine", both: m && bothOf(m, t, "") };
  const both = seen ? u : bothOf(m, t, u);
  if (both === m) return u === m ? undefined : { ...difference, kind: "same" };
  return { ...difference, kind: "differs", both, choice: "both" };
};

/** @type {(pair: Compared) => Difference | undefined} */
const differenceOf = ({ key, mine, theirs, joined, seen, newer }) => {
  /** @type {Difference | undefined} */
  const quiet = same(mine, joined) ? undefined : { key, kind: "same", mine, theirs };
  if (alike(mine, theirs)) return quiet;
  if (isAside(key))
    return mine === undefined ? { key, kind: "same", theirs, choice: "theirs" } : quiet;
  const difference = { key, mine, theirs };
  if (theirs === undefined) return quiet && { ...difference, kind: "differs", choice: "mine" };
  if (seen) return { ...difference, kind: "seen", choice: "mine" };
  if (mine === undefined) return { ...difference, kind: "new", choice: "theirs" };
  return { ...difference, kind: "differs", choice: newer ? "theirs" : "mine" };
};

/**
 * A row that was removed here and in which the other went on comes back whole, or not at all.
 * @type {(work: Work, other: Work, differences: Difference[]) => Difference[]}
 */
const wholeRows = (work, other, differences) => {
  const held = new Set(work.entries().map(([key]) => idOf(key)));
  const isGone = (/** @type {string} */ id) =>
    !held.has(id) && other.get(`${id}#${ORDER}`) !== undefined;
  const fresh = differences.filter(({ kind }) => kind === "new");
  const back = new Set(fresh.map(({ key }) => idOf(key)).filter(isGone));
  return differences.map((one) =>
    one.kind === "seen" && back.has(idOf(one.key))
      ? { ...one, kind: "new", choice: "theirs" }
      : one,
  );
};

/**
 * Tell, of keys, which are of an answer to a survey that its author mended since, where the mended one stands in ``held``.
 * @type {(held: Iterable<string>) => (key: string) => boolean}
 */
const mendedIn = (held) => {
  const last = new Map();
  const partsIn = (/** @type {string} */ key) => {
    const { base = "", edition = 1 } = partsOf(rowIn(key)) ?? {};
    return { person: idOf(inRow(key, base)), edition };
  };
  for (const key of held) {
    const { person, edition } = partsIn(key);
    if (edition > 1) last.set(person, Math.max(edition, last.get(person) ?? 1));
  }
  return (key) => {
    const { person, edition } = partsIn(key);
    return last.size > 0 && edition < last.get(person);
  };
};

/**
 * An earlier edition of an answer that is mended here is nothing new.
 * @type {(work: Work, differences: Difference[]) => Difference[]}
 */
const lastEditions = (work, differences) => {
  const isMended = mendedIn(work.entries().map(([key]) => key));
  return differences.map((one) =>
    one.mine === undefined && isMended(one.key) ? { ...one, kind: "same", choice: "mine" } : one,
  );
};

/**
 * Compare a work with another one, from a file. Return a list of { key, kind, mine, theirs, both, choice, text }:
 * ``kind`` is "differs"; "new" where mine is empty; "seen" where this work had theirs before and changed it since;
 * "same" where both say the same but the joined histories would not. ``choice`` is what is proposed: mine, theirs
 * (where mine is empty, or theirs continues mine), both (``both`` is then the text of both).
 * @type {(work: Work, other: Work, store: Pick<Store, "scratch">) => Difference[]}
 */
export const compare = (work, other, store) => finish(comparing(work, other, store));

/**
 * The same in steps.
 * @param {Work} work @param {Work} other @param {Pick<Store, "scratch">} store @returns {Steps<Difference[]>}
 */
export function* comparing(work, other, { scratch }) {
  const union = scratch();
  for (const [n, one] of [work, other].entries()) {
    yield n / 5;
    union.join(one.state());
  }
  const again = takenBack(work);
  const keys = new Set([work, other, union].flatMap((one) => one.pairs().map(([key]) => key)));
  /** @type {Difference[]} */
  const differences = [];
  yield* each([...keys].sort(), 0.4, 1, (key) => {
    const [mine, theirs, joined] = [work, other, union].map((one) => one.get(key));
    const seen =
      work.past.hasSeen(other.past, key) && !(again.has(key) && same(again.get(key), theirs));
    const before = !seen && work.past.hasSeenBefore(other.past, key);
    const text = work.isText(key) || other.isText(key);
    const all = { key, mine, theirs, joined, seen: seen || before, before };
    const newer = !text && other.past.hasSeen(work.past, key);
    const difference = (text ? textOf : differenceOf)({ ...all, newer });
    if (difference) differences.push(difference);
  });
  return lastEditions(work, wholeRows(work, other, differences));
}

/**
 * What a difference comes to under a choice.
 * @type {(difference: Difference, choice: Choice) => Value | undefined}
 */
const chosen = ({ mine, theirs, both }, choice) => {
  const value = { mine, theirs, both: both || mine }[choice];
  return value === "" ? undefined : value;
};

/**
 * What differences come to under choices, and what the other work had that is to be noted: each a Map key → value.
 * @param {Difference[]} differences @param {Map<string, Choice>} choices
 */
const settled = (differences, choices) => {
  /** @type {Map<string, Value | undefined>[]} */
  const [wanted, told] = [new Map(), new Map()];
  for (const difference of differences) {
    const { key, kind, theirs } = difference;
    const choice = choices.get(key) ?? difference.choice ?? "mine";
    wanted.set(key, chosen(difference, choice));
    if (kind !== "same" && (kind !== "seen" || choice !== "mine") && theirs !== "")
      told.set(key, theirs);
  }
  return { wanted, told };
};

/**
 * Of an answer that its author mended, only the last edition stays: a person counts once.
 * @type {(cells: string[], wanted: Map<string, Value | undefined>) => void}
 */
const dropMended = (cells, wanted) => {
  const isMended = mendedIn(cells);
  for (const key of cells) if (isMended(key)) wanted.set(key, undefined);
};

/**
 * A row of which no cell is there gets no place in the order either.
 * @type {(work: Work, cells: string[], wanted: Map<string, Value | undefined>) => void}
 */
const dropEmptyRows = (work, cells, wanted) => {
  const held = new Set(cells.map(idOf));
  for (const key of wanted.keys())
    if (isAside(key) && !held.has(idOf(key))) wanted.set(key, work.get(key));
};

/**
 * Merge another work into this one, as one change. ``choices`` is a Map key → "mine", "theirs" or "both"; what it does
 * not name is done as compare() proposes. Return the name of the note about it, or undefined when nothing changed.
 * @type {(work: Work, other: Work, choices: Map<string, Choice>, options: MergeOptions) => string | undefined}
 */
export const merge = (work, other, choices, options) =>
  finish(merging(work, other, choices, options));

/**
 * The same in steps; the last one is the change.
 * @param {Work} work @param {Work} other @param {Map<string, Choice>} choices @param {MergeOptions} options
 * @returns {Steps<string | undefined>}
 */
export function* merging(work, other, choices, { store, at, about = {} }) {
  const begun = String(work.mark);
  const seen = yield* comparing(work, other, store);
  const differences = String(work.mark) === begun ? seen : compare(work, other, store); // another tab went on meanwhile
  const own = work.records;
  const { wanted, told } = settled(differences, choices);
  const texts = new Set(differences.filter(({ text }) => text).map(({ key }) => key));
  const outcome = [...new Map([...work.entries(), ...wanted])];
  const cells = outcome.flatMap(([key, value]) =>
    isAside(key) || value === undefined ? [] : [key],
  );
  dropMended(cells, wanted);
  dropEmptyRows(work, cells, wanted);
  const keys = new Set([...work.pairs(), ...other.pairs()].map(([key]) => key));
  return noteDown(work, { kind: "merge", at, keys, theirs: told, ...about }, () => {
    work.joinWork(other);
    for (const [name, what] of own) if (work.records.get(name) !== what) work.record(name, what); // written once
    const changes = [...wanted].filter(([key, value]) => !same(work.get(key), value)); // an empty text is undefined
    set(work, changes, (key) => texts.has(key));
  });
}
