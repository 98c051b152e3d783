// The values that are chosen or written on one line: a text, yes, or a number together with how it was typed.

/**
 * Tell whether something has names and values, as data from files and storage may.
 * @param {unknown} what @returns {what is Record<string, unknown>}
 */
export const isObject = (what) => typeof what === "object" && what !== null && !Array.isArray(what);

/**
 * Tell whether a value is a number as people enter it: { number, typed }.
 * @param {unknown} value @returns {value is Entered}
 */
export const isEntered = (value) =>
  isObject(value) && Number.isFinite(value.number) && typeof value.typed === "string";

/** Tell whether two values are the same. @type {(one: unknown, other: unknown) => boolean} */
export const same = (one, other) =>
  one === other ||
  (isEntered(one) &&
    isEntered(other) &&
    Object.is(one.number, other.number) &&
    one.typed === other.typed);

/**
 * Tell whether two values say the same: a number can be typed in two ways.
 * @type {(one: Value | undefined, other: Value | undefined) => boolean}
 */
export const alike = (one, other) => Object.is(plainOf(one), plainOf(other));

/**
 * What formulas read of a value: the number itself, everything else as it is.
 * @type {(value: Value | undefined) => Plain | undefined}
 */
export const plainOf = (value) => (isEntered(value) ? value.number : value);

/**
 * What people see of a value where nothing tells what it was: a number as they typed it, everything else as it is.
 * @type {(value: Value | undefined) => Plain | undefined}
 */
export const typedOf = (value) => (typeof value === "object" ? value?.typed : value);
