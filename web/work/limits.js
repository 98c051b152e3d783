// What may stand in a work, and how much of it: what comes from a file is held to this.
import { isEntered, isObject } from "./values.js";

const KEY = /^[\w-]+(?:[.~][\w-]+)*#[\w-]+(?:[.~][\w-]+)*$/;
const RESERVED = /(?:^|[.#~])(?:__proto__|prototype|constructor)(?:$|[.#~])/;

/** What ends a line, in any program. */
export const BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g;

export const MOST = {
  bytes: 50 * 1024 * 1024, // of a file
  depth: 24, // of what is nested
  keys: 50_000,
  key: 200, // characters of a key, of the name of a record
  name: 120, // characters of the name of a cluster or a snapshot, where one is typed; a copy's may be longer
  text: 1_000_000, // characters of a text or of a value
  parts: 25 * 50_000, // of one record: a reset of all numbers, and of the order of their rows, is one
};

/**
 * Tell whether this may name what people enter: "<id of an entry>#<field>".
 * @param {unknown} key @returns {key is string}
 */
export const isKey = (key) =>
  typeof key === "string" && key.length <= MOST.key && KEY.test(key) && !RESERVED.test(key);

/**
 * Tell whether this may be chosen: a text, a finite number, yes or no, a number as it was typed.
 * @param {unknown} value @returns {value is Value}
 */
export const isValue = (value) => {
  if (typeof value === "string") return value.length <= MOST.text;
  if (isEntered(value)) return value.typed.length <= MOST.text && Object.keys(value).length === 2;
  return typeof value === "boolean" || Number.isFinite(value);
};

/**
 * Tell whether something is plain data of reasonable size and depth; it may be deeper than the call stack.
 * @type {(what: unknown, depth?: number) => boolean}
 */
export const isPlain = (what, depth = MOST.depth) => {
  /** @type {[part: unknown, level: number][]} */
  const left = [[what, 0]];
  for (let seen = 0; left.length; seen += 1) {
    const [part, level] = /** @type {[part: unknown, level: number]} */ (left.pop());
    if (level > depth || seen > MOST.parts) return false;
    if (part === null || ["boolean", "string"].includes(typeof part) || Number.isFinite(part))
      continue;
    if (Array.isArray(part)) for (const inner of part) left.push([inner, level + 1]);
    else {
      if (!isObject(part) || Object.getPrototypeOf(part) !== Object.prototype) return false;
      for (const [name, inner] of Object.entries(part)) {
        if (RESERVED.test(name)) return false;
        left.push([inner, level + 1]);
      }
    }
  }
  return true;
};

/** Tell whether this may be a record: a name and plain data. @type {(name: unknown, what: unknown) => boolean} */
export const isRecord = (name, what) =>
  typeof name === "string" &&
  name.length > 0 &&
  name.length <= MOST.key &&
  !RESERVED.test(name) &&
  isPlain(what);

/**
 * Take out of a text what no text may hold: NUL, halves of characters. Directions of writing stay as they are.
 * @type {(text: string) => string}
 */
export const clean = (text) => text.replace(/\u0000/g, "").replace(/\p{Cs}/gu, "\uFFFD");
