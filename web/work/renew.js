// Work of format 1 becomes format 2: what was written on one line is no text that merges any more, and a row that people
// added gets a name of its own. What was entered on a page before its scripts ran is treated in the same way.
//
// Every tab and every copy does this by itself, so it must come out the same everywhere: all follows from the history.
import * as Y from "yjs";
import { newDoc } from "./doc.js";
import { meaningOf } from "./meanings.js";
import { ORDER, ORIGIN, inRow, isPlace, orderer, rowOf, rowsBelow } from "./rows.js";
import { FORMAT, renewalOf } from "./work.js";
import { writerOf } from "./writer.js";

const ONE_LINE = /#(?:owner|respondent)$/; // of questions and actions: names
const PLACE = /\.r[1-9]\d*#/;
const CLEAR = { num: /^[+-]?\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/, money: /^[+-]?\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/ };

const isProse = (meaning, key) => (meaning ? meaning.field?.type === "long" : !ONE_LINE.test(key));

/** A text of format 1 as a value: on one line; a number where it can be read in one way only. */
const lineOf = (text, type) => {
  const typed = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").trim() || text;
  return CLEAR[type]?.test(typed) ? { number: Number(typed.replace(",", ".")), typed } : typed;
};

/** The cells of a row in which anything was ever written, in the order of its columns. */
const cellsOf = ({ prefix, at, part }, written) => {
  const columns = Object.keys(part.fields);
  const place = (key) => columns.indexOf(key.split("#")[1].split(".")[0]);
  return [...written].filter((key) => key.startsWith(`${prefix}${at}#`)).sort((a, b) => place(a) - place(b));
};

/** Let every bit of a hash count in every other one (the end of MurmurHash3): a sign of a name takes a few of them. */
const mixed = (hash) => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};

/** The name of a row that follows from the first change of its first cell. */
export const nameFrom = (prefix, origin) => rowOf(Array.from({ length: 12 }, (_, n) => mixed(writerOf(n, prefix, origin))));

/** The name for a row, of those that ``fits`` takes: one that its cells have elsewhere, else its own. */
const nameFor = (prefix, origins, known, fits) => {
  const elsewhere = origins.map((origin) => known.get(prefix + origin)).find((name) => name && fits(name));
  if (elsewhere) return elsewhere;
  for (let n = 0; ; n += 1) {
    const name = nameFrom(prefix, n ? `${origins[0]} ${n}` : origins[0]);
    if (fits(name)) return name;
  }
};

/** The rows of another work by the first changes of their cells: origin → name. */
const knownRows = (work) => {
  const found = new Map();
  for (const [key, origins] of work?.pairs() ?? []) {
    if (!key.endsWith(`#${ORIGIN}`)) continue;
    const [prefix, at] = [key.slice(0, key.lastIndexOf(".") + 1), key.slice(key.lastIndexOf(".") + 1, key.indexOf("#"))];
    for (const origin of String(origins).split(" ").slice(1)) found.set(prefix + origin, at);
  }
  return found;
};

/** Give the rows of one table names and places in the order; return the changes and a Map place → name. */
const nameRows = (work, places, written, known) => {
  const inTable = places.sort((a, b) => Number(a.at.slice(1)) - Number(b.at.slice(1)));
  const { prefix } = inTable[0];
  const standing = rowsBelow(new Map(work.pairs()), prefix).filter(([at, order]) => order && !isPlace(at));
  const [names, changes] = [new Map(), []];
  let [order, source] = [standing.at(-1)?.[1], undefined];
  const taken = new Set(); // no two places become one row, and nothing goes where something stands
  const isFull = (cell, name) => work.get(cell) !== undefined && work.get(inRow(cell, name)) !== undefined;
  for (const place of inTable) {
    const cells = cellsOf(place, written);
    const origins = cells.map((key) => work.firstChange(key)).filter(Boolean);
    const fits = (name) => !taken.has(name) && !cells.some((cell) => isFull(cell, name));
    const name = nameFor(prefix, origins, known, fits);
    names.set(place.at, name);
    taken.add(name);
    changes.push([`${prefix}${name}#${ORIGIN}`, [place.at, ...origins].join(" ")]);
    if (work.get(`${prefix}${name}#${ORDER}`)) continue; // it has a place already
    source ??= orderer(name);
    order = source.createBetween(order);
    changes.push([`${prefix}${name}#${ORDER}`, order]);
  }
  return { names, changes };
};

/** What is to be changed: [[key, value, prose?], …]. */
const changesOf = (work, tools, known) => {
  const found = work.entries().map(([key, value]) => ({ key, value, text: work.isText(key), meaning: meaningOf(tools, key) }));
  const tables = new Map();
  for (const { meaning } of found) {
    if (!meaning?.free || !isPlace(meaning.at)) continue;
    const places = tables.get(meaning.prefix) ?? tables.set(meaning.prefix, new Map()).get(meaning.prefix);
    places.set(meaning.at, meaning);
  }
  const [names, changes] = [new Map(), []];
  const written = tables.size ? work.everWritten : new Set();
  for (const [prefix, places] of tables) {
    const below = new Set([...written].filter((key) => key.startsWith(prefix)));
    const rows = nameRows(work, [...places.values()], below, known);
    names.set(prefix, rows.names);
    changes.push(...rows.changes);
  }
  for (const { key, value, text, meaning } of found) {
    const name = names.get(meaning?.prefix)?.get(meaning.at);
    const prose = text && isProse(meaning, key);
    if (!name && (!text || prose)) continue;
    const target = name ? inRow(key, name) : key;
    if (name) changes.push([key, undefined, text]);
    changes.push([target, text && !prose ? lineOf(value, meaning?.field?.type) : value, prose]);
  }
  return changes;
};

/** Tell whether a work has anything that renew() would change. */
export const isOld = (work) => work.format < FORMAT || work.entries().some(([key]) => PLACE.test(key));

/**
 * Make a work one of today's format; ``tools`` as meaningOf() takes them. Rows that came from the same cells as rows of
 * the work ``mine`` get the names that they have there.
 */
export const renew = (work, tools, mine) => {
  if (work.format > FORMAT || !isOld(work)) return;
  const changes = changesOf(work, tools, new Map([...knownRows(work), ...knownRows(mine)]));
  if (work.format === FORMAT && !changes.length) return;
  const doc = newDoc();
  const before = work.state();
  Y.applyUpdate(doc, before);
  let writer = writerOf("format", FORMAT, JSON.stringify(changes));
  while (work.doc.store.clients.has(writer)) writer = (writer + 1) >>> 0;
  doc.clientID = writer;
  const told = Y.encodeStateVector(doc);
  doc.transact(() => {
    const values = doc.getMap("values");
    for (const [key, value, text] of changes) {
      const written = doc.getText(key);
      if (written.length && !(text && value === written.toString())) written.delete(0, written.length);
      if (text && value !== undefined) written.insert(written.length, value);
      else if (value === undefined) values.delete(key);
      else values.set(key, value);
    }
    values.set("#format", FORMAT);
    if (changes.length) doc.getMap("records").set(renewalOf(writer), { kind: "renewed" });
  });
  work.join(Y.encodeStateAsUpdate(doc, told), "renew");
};
