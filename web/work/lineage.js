// What rows of format 1 are called in format 2: after the first change of a cell, the same in every copy of a history.
// Each keeps the first changes of all its cells: copies meet again wherever they became rows of format 2, whatever was
// written in them before and after, and under whatever name.
import { LENGTH, ORDER, ORIGIN, idOf, inRow, orderer, placeOf, rowOf } from "./rows.js";
import { each } from "./steps.js";
import { writerOf } from "./writer.js";

/** @type {(id: string) => [prefix: string, at: string]} */
const partsOf = (id) => [id.slice(0, id.lastIndexOf(".") + 1), id.slice(id.lastIndexOf(".") + 1)];

/**
 * Let every bit of a hash count in every other one (the end of MurmurHash3): a sign of a name takes a few of them.
 * @type {(hash: number) => number}
 */
const mixed = (hash) => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};

/**
 * The name of a row that follows from the first change of its first cell.
 * @type {(prefix: string, origin: string) => string}
 */
export const nameFrom = (prefix, origin) =>
  rowOf(Array.from({ length: LENGTH }, (_, n) => mixed(writerOf(n, prefix, origin))));

/**
 * The name for a row, of those that ``fits`` takes: one that its cells have elsewhere, else its own.
 * @type {(prefix: string, origins: string[], known: Map<string, string>, fits: (name: string) => boolean) => string}
 */
const nameFor = (prefix, origins, known, fits) => {
  const elsewhere = origins
    .map((origin) => known.get(prefix + origin))
    .find((name) => name && fits(name));
  if (elsewhere) return elsewhere;
  for (let n = 0; ; n += 1) {
    const name = nameFrom(prefix, n ? `${origins[0]} ${n}` : origins[0]);
    if (fits(name)) return name;
  }
};

/**
 * What the rows of a work were made from: Map "<tool>.<part>.<row>" → [first change of a cell, …].
 * @type {(work: Work) => Map<string, string[]>}
 */
const originsIn = (work) => {
  const byRow = new Map();
  for (const [key, origins] of work.pairs()) {
    if (!key.endsWith(`#${ORIGIN}`) && !key.includes(`#${ORIGIN}.`)) continue;
    const id = idOf(key);
    byRow.set(id, [...(byRow.get(id) ?? []), ...String(origins).split(" ").slice(1)]);
  }
  return new Map([...byRow].sort());
};

/**
 * The rows of a work by what they were made from: "<tool>.<part>.<first change of a cell>" → name.
 * @type {(work: Work) => Map<string, string>}
 */
export const knownRows = (work) => {
  const rows = new Map();
  for (const [id, origins] of originsIn(work)) {
    const [prefix, at] = partsOf(id);
    for (const origin of origins) rows.set(prefix + origin, at);
  }
  return rows;
};

/**
 * The rows of a work that came from the same cells as rows of another one, ``mine``, but are called otherwise there:
 * Map "<tool>.<part>.<row>" → name in ``mine``. No two rows become one.
 * @type {(work: Work, mine: Work) => Map<string, string>}
 */
export const metAgain = (work, mine) => {
  const [known, names] = [knownRows(mine), new Map()];
  const [there, taken] = [mine, work].map((one) => new Set(one.pairs().map(([key]) => idOf(key))));
  for (const [id, origins] of originsIn(work)) {
    const [prefix] = partsOf(id);
    const name = origins
      .map((origin) => known.get(prefix + origin))
      .find((at) => at && !taken.has(prefix + at));
    if (!name || there.has(id)) continue;
    names.set(id, name);
    taken.add(prefix + name);
  }
  return names;
};

/**
 * The cells in which anything was ever written, by what they are about, each list in the order of its columns.
 * @type {(work: Work, places: Places) => Map<string, string[]>}
 */
const cellsIn = (work, places) => {
  /** @type {Map<string, string[]>} */
  const lists = new Map([...places.keys()].map((id) => [id, []]));
  for (const key of work.past.everWritten) lists.get(idOf(key))?.push(key);
  for (const [id, cells] of lists) {
    const columns = Object.keys(places.get(id)?.part.fields ?? {});
    const column = (/** @type {string} */ key) =>
      columns.indexOf(key.slice(id.length + 1).split(".")[0]);
    cells.sort((a, b) => column(a) - column(b) || (a < b ? -1 : 1));
  }
  return lists;
};

/**
 * The last place in the order of each table that has one: "<tool>.<part>." → place.
 * @type {(work: Work) => Map<string, string>}
 */
const lastPlaces = (work) => {
  const last = new Map();
  for (const [key, value] of work.pairs()) {
    if (!key.endsWith(`#${ORDER}`)) continue;
    const [[prefix], place] = [partsOf(idOf(key)), placeOf(value)];
    if (place && !(place <= last.get(prefix))) last.set(prefix, place);
  }
  return last;
};

/** @type {(id: string) => number} */
const numberOf = (id) => Number(partsOf(id)[1].slice(1));

/**
 * Give places that hold something, a Map "<tool>.<part>.<place>" → what meaningOf() says of it, names and places in the
 * order, in steps; return { names, changes }: names is a Map from these ids. Rows in ``met`` are about to be renamed.
 * @param {Work} work @param {Places} places @param {Known} rows @returns {Steps<Named>}
 */
export function* nameRows(work, places, { known, met }) {
  /** @type {Named} */
  const { names, changes } = { names: new Map(), changes: [] };
  const [cellsOf, last, sources, taken] = [
    cellsIn(work, places),
    lastPlaces(work),
    new Map(),
    new Set(),
  ];
  const former = new Map([...met].map(([id, name]) => [partsOf(id)[0] + name, partsOf(id)[1]]));
  /** @type {(cell: string, name: string) => Value | undefined} */
  const standing = (cell, name) =>
    work.get(inRow(cell, former.get(idOf(inRow(cell, name))) ?? name));
  const inOrder = [...places.keys()].sort((a, b) => numberOf(a) - numberOf(b));
  yield* each(inOrder, 0, 1, (id) => {
    const [[prefix, at], cells = []] = [partsOf(id), cellsOf.get(id)];
    const origins = cells.flatMap((key) => work.past.firstChange(key) ?? []);
    const full = cells.filter((cell) => work.get(cell) !== undefined);
    // No two places become one row, and nothing goes where something stands.
    const name = nameFor(
      prefix,
      origins,
      known,
      (one) => !taken.has(prefix + one) && full.every((cell) => standing(cell, one) === undefined),
    );
    names.set(id, name);
    taken.add(prefix + name);
    changes.push([`${prefix}${name}#${ORIGIN}`, [at, ...origins].join(" ")]);
    if (standing(`${id}#${ORDER}`, name)) return; // it has its place already
    if (!sources.has(prefix)) sources.set(prefix, orderer(name));
    last.set(prefix, sources.get(prefix).createBetween(last.get(prefix)));
    changes.push([`${prefix}${name}#${ORDER}`, last.get(prefix)]);
  });
  return { names, changes };
}
