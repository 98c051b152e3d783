// The rows that people add to a table. Each has a name of its own from the moment when something is first written in it,
// so that rows of two people never meet, and beside it a place in the order: "<tool>.<part>.<row>#_order". The numbered
// rows that a page shows (r1, r2 …) are only places until then.
import { PositionSource } from "position-strings";

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** How many signs make a name: 62 bits. */
export const LENGTH = 12;

/** The field in which a row keeps its place in the order. */
export const ORDER = "_order";

/**
 * The field in which a row of format 1 keeps what it was made from: its place, then the first change of each cell. With
 * ".<name>" after it the same of a row, called so elsewhere, that met it again.
 */
export const ORIGIN = "_from";

/** Tell whether a key is about a row as such, not something that people entered. @type {(key: string) => boolean} */
export const isAside = (key) => key.includes("#_");

/** Tell whether a row's name is only a place on the page. @type {(at: string) => boolean} */
export const isPlace = (at) => /^r[1-9]\d{0,4}$/.test(at);

/** Return what a key is about: "<tool>.<part>.<row>", "<tool>.<part>" or an entry. @type {(key: string) => string} */
export const idOf = (key) => key.slice(0, key.indexOf("#"));

/** Return the name of the row that a key is about. @type {(key: string) => string} */
export const rowIn = (key) =>
  key.slice(key.lastIndexOf(".", key.indexOf("#")) + 1, key.indexOf("#"));

/** Return the key of the same field in another row. @type {(key: string, at: string) => string} */
export const inRow = (key, at) =>
  `${key.slice(0, key.lastIndexOf(".", key.indexOf("#")) + 1)}${at}${key.slice(key.indexOf("#"))}`;

/** @type {(numbers: ArrayLike<number>) => string} */
const named = (numbers) =>
  `x${Array.from(numbers, (number) => SIGNS[number % SIGNS.length]).join("")}`;

/** Return a new name for a row, unlike any other in the world. */
export const newRow = () => named(crypto.getRandomValues(new Uint32Array(LENGTH)));

/** Return the name of a row that follows from numbers: the same wherever it is made. */
export const rowOf = named;

/** What stands as a place in the order, if it can be one: a file may hold anything. @type {(value: unknown) => string | undefined} */
export const placeOf = (value) => (typeof value === "string" ? value : undefined);

/** Return one who gives places in the order; what one gives after another is never parted by another's. */
export const orderer = (id = newRow()) => {
  const source = new PositionSource({ ID: id });
  return {
    /** @param {string} [left] @param {string} [right] */
    createBetween(left, right) {
      try {
        return source.createBetween(left, right);
      } catch {
        return source.createBetween(); // beside what is no place, in a file by hand, a row stands anywhere
      }
    },
  };
};

/** @type {(one: RowPlace, other: RowPlace) => number} */
const inOrder = ([a, one], [b, other]) => {
  const [first, second] = [one ?? PositionSource.LAST, other ?? PositionSource.LAST];
  return first < second || (first === second && a < b) ? -1 : 1;
};

/**
 * Return the rows below ``prefix`` ("<tool>.<part>.") in their order, those that hold anything: [[name, place in the
 * order], …]. ``values`` is a Map key → value; ``given`` are rows that are no one's, such as those with a label.
 * @type {(values: Map<string, unknown>, prefix: string, given?: Set<string>) => RowPlace[]}
 */
export const rowsBelow = (values, prefix, given = new Set()) => {
  /** @type {Map<string, string | undefined>} */
  const places = new Map();
  for (const [key] of values) {
    if (!key.startsWith(prefix) || isAside(key)) continue;
    const at = key.slice(prefix.length, key.indexOf("#"));
    if (given.has(at) || places.has(at)) continue;
    places.set(at, placeOf(values.get(`${prefix}${at}#${ORDER}`)));
  }
  return [...places].sort(inOrder);
};
