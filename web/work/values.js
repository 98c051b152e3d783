// The values that are chosen or written on one line: a text, yes, or a number together with how it was typed.

/** Tell whether a value is a number as people enter it: { number, typed }. */
export const isEntered = (value) =>
  typeof value === "object" &&
  value !== null &&
  Number.isFinite(value.number) &&
  typeof value.typed === "string";

/** Tell whether two values are the same. */
export const same = (one, other) =>
  one === other ||
  (isEntered(one) &&
    isEntered(other) &&
    Object.is(one.number, other.number) &&
    one.typed === other.typed);

/** Tell whether two values say the same: a number can be typed in two ways. */
export const alike = (one, other) => Object.is(plainOf(one), plainOf(other));

/** What formulas read of a value: the number itself, everything else as it is. */
export const plainOf = (value) => (isEntered(value) ? value.number : value);

/** What people see of a value where nothing tells what it was: a number as they typed it, everything else as it is. */
export const typedOf = (value) => (isEntered(value) ? value.typed : value);
