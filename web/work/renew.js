// Work of format 1 becomes format 2: what was written on one line is no text that merges any more, and a row that people
// added gets a name of its own. What was entered on a page before its scripts ran, or written into a file by hand, is
// treated in the same way.
//
// Every tab and every copy does this by itself, so it must come out the same everywhere: all follows from the history.
import * as Y from "yjs";
import { hasWriter, newDoc } from "./doc.js";
import { BREAKS } from "./limits.js";
import { knownRows, metAgain, nameRows } from "./lineage.js";
import { meaningOf } from "./meanings.js";
import { ORIGIN, idOf, inRow, isAside, isPlace, rowIn } from "./rows.js";
import { each, finish, within } from "./steps.js";
import { renewalOf } from "./past.js";
import { FORMAT } from "./work.js";
import { isEntered, typedOf } from "./values.js";
import { writerOf } from "./writer.js";

const AT_ONCE = 1000; // changes, between two looks at the clock
const ONE_LINE = /#(?:owner|respondent)$/; // of questions and actions: names
const PLACE = /\.r[1-9]\d*#/;
const CLEAR = /^[+-]?\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/; // an amount that can be read in one way only

/** @type {(meaning: Meaning | undefined, key: string) => boolean} */
const isProse = (meaning, key) =>
  meaning?.field ? Boolean(meaning.field.long) : !ONE_LINE.test(key);

/**
 * A text on one line. Two amounts stay two: a space between them would make one of them.
 * @type {(text: string, field?: FieldMeaning) => string}
 */
const onLine = (text, field) => {
  const lines = text
    .split(BREAKS)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.join(field?.holds === "number" ? " ; " : " ") || " ";
};

/**
 * What was written as a value on one line; a number where it can be read in one way only.
 * @type {(value: Value, field?: FieldMeaning) => Value}
 */
const lineOf = (value, field) => {
  const typed = onLine(String(typedOf(value)), field);
  if (isEntered(value)) return { ...value, typed };
  const clear = field?.holds === "number" && !field.percent && CLEAR.test(typed); // 5 may be a share
  return clear ? { number: Number(typed.replace(",", ".")), typed } : typed;
};

/**
 * Tell whether what stands on one line has to become a value of one line.
 * @type {(value: Value, text: boolean) => boolean}
 */
const isLoose = (value, text) => {
  const typed = typedOf(value);
  return text || (typeof typed === "string" && typed.search(BREAKS) >= 0);
};

/**
 * The rows that get another name, "<tool>.<part>.<row>" → name, in steps; and what is to be noted of them.
 * @param {Work} work @param {Places} places @param {Work} [mine] @returns {Steps<Named>}
 */
function* renamed(work, places, mine) {
  /** @type {Map<string, string>[]} */
  const [met, there] = mine ? [metAgain(work, mine), knownRows(mine)] : [new Map(), new Map()];
  const known = knownRows(work);
  for (const [origin, at] of known)
    known.set(origin, met.get(origin.slice(0, origin.lastIndexOf(".") + 1) + at) ?? at);
  for (const [origin, at] of there) known.set(origin, at);
  const { names, changes } = yield* nameRows(work, places, { known, met });
  return { names: new Map([...names, ...met]), changes };
}

/**
 * What becomes of a value: of one whose row is called ``name`` now, or that has to become one line.
 * @type {(one: Standing, name: string | undefined) => Edit[]}
 */
const editsOf = ({ key, value, text, meaning }, name) => {
  const prose = isProse(meaning, key);
  const loose = !prose && isLoose(value, text);
  if (!name && !loose) return [];
  const target = name ? inRow(key, name) : key;
  /** @type {Edit[]} */
  const edits = name ? [[key, undefined, text]] : [];
  edits.push([target, loose ? lineOf(value, meaning?.field) : value, prose && text]);
  // What a row was made from stays with it, beside what the row that it meets was made from.
  if (name && key.endsWith(`#${ORIGIN}`)) edits.push([`${target}.${rowIn(key)}`, value]);
  return edits;
};

/**
 * What is to be changed, in steps: { changes: [[key, value, prose?], …], names }.
 * @param {Work} work @param {Meanings} tools @param {Work} [mine] @returns {Steps<Named>}
 */
function* changesOf(work, tools, mine) {
  /** @type {Standing[]} */
  const cells = [];
  /** @type {Places} */
  const places = new Map();
  const pairs = work.pairs().sort(([a], [b]) => (a < b ? -1 : 1));
  yield* each(pairs, 0, 0.3, ([key, value]) => {
    const meaning = meaningOf(tools, key);
    cells.push({ key, value, text: work.isText(key), meaning });
    if (meaning?.free && isPlace(meaning.at) && !isAside(key)) places.set(idOf(key), meaning);
  });
  const { names, changes } = yield* within(renamed(work, places, mine), 0.3, 0.5);
  for (const one of cells) changes.push(...editsOf(one, names.get(idOf(one.key))));
  return { changes, names };
}

/** @type {(doc: Doc, edit: Edit) => void} */
const write = (doc, [key, value, text]) => {
  const [values, written] = [doc.getMap("values"), doc.getText(key)];
  if (written.length && !(text && value === written.toString())) written.delete(0, written.length);
  if (text && value !== undefined) written.insert(written.length, String(value));
  else if (value === undefined) values.delete(key);
  else values.set(key, value);
};

/**
 * Tell whether a work of this browser has anything that renew() would change; what comes from a file may have more.
 * @type {(work: Work) => boolean}
 */
export const isOld = (work) =>
  work.format < FORMAT || work.entries().some(([key]) => PLACE.test(key));

/**
 * Which row each one was before: { "<tool>.<part>.<row>": name or place }.
 * @type {(names: Map<string, string>) => Record<string, string>}
 */
const formerOf = (names) =>
  Object.fromEntries(
    [...names].map(([id, name]) => [idOf(inRow(`${id}#`, name)), rowIn(`${id}#`)]),
  );

/**
 * Make the changes in a copy, in steps, by a writer of their own; return what is to be joined to the work.
 * @param {Work} work @param {Named} all @returns {Steps<Uint8Array>}
 */
function* written(work, { changes, names }) {
  const doc = newDoc();
  Y.applyUpdate(doc, work.state());
  let writer = writerOf("format", FORMAT, JSON.stringify(changes));
  while (hasWriter(work.doc, writer)) writer = (writer + 1) >>> 0;
  doc.clientID = writer;
  const told = Y.encodeStateVector(doc);
  for (let n = 0; n < changes.length; n += AT_ONCE) {
    yield n / changes.length;
    doc.transact(() => {
      for (const change of changes.slice(n, n + AT_ONCE)) write(doc, change);
    });
  }
  doc.transact(() => {
    doc.getMap("values").set("#format", FORMAT);
    if (changes.length)
      doc.getMap("records").set(renewalOf(writer), { kind: "renewed", from: formerOf(names) });
  });
  return Y.encodeStateAsUpdate(doc, told);
}

/**
 * Make a work one of today's format, in steps; ``tools`` as meaningOf() takes them. Rows that came from the same cells
 * as rows of the work ``mine`` get the names that they have there.
 * @param {Work} work @param {Meanings} tools @param {Work} [mine] @returns {Steps}
 */
export function* renewing(work, tools, mine) {
  if (work.format > FORMAT) return;
  const all = yield* changesOf(work, tools, mine);
  if (work.format === FORMAT && !all.changes.length) return;
  work.join(yield* within(written(work, all), 0.5, 0.9), "renew");
}

/** The same at once. @type {(work: Work, tools: Meanings, mine?: Work) => void} */
export const renew = (work, tools, mine) => finish(renewing(work, tools, mine));
