// Days of the calendar, without hours and time zones: a text, "2027-01-31", and to reckon with it a number, the days
// since 1970-01-01, which compare and add as numbers do. Pure.
const DAY = 86_400_000;
const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The days that make sense where a field says nothing else: macros/model/days.py has the same. */
export const USUAL = { first: "2000-01-01", last: "2099-12-31" };

/**
 * Not Date.UTC and not new Date(year, …): they take the year 27 for 1927.
 * @type {(year: number, month: number, date: number) => number}
 */
const reckoned = (year, month, date) => new Date(0).setUTCFullYear(year, month - 1, date) / DAY;

/** Write the number of a day, of the years 1 to 9999, as a text. @type {(number: number) => string} */
export const textOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/**
 * Return the number of a day that exists, written YYYY-MM-DD; undefined for anything else.
 * @type {(text: unknown) => number | undefined}
 */
export const numberOf = (text) => {
  const parts = typeof text === "string" && FORM.exec(text);
  if (!parts || parts[1] === "0000") return undefined;
  const number = reckoned(.../** @type {[number, number, number]} */ (parts.slice(1).map(Number)));
  return textOf(number) === text ? number : undefined; // no 31 February
};

/** Return the day of a moment on the reader's own clock. @type {(at: Date) => string} */
export const dayOf = (at) => textOf(reckoned(at.getFullYear(), at.getMonth() + 1, at.getDate()));

/**
 * Return the number of the day that many months after a day, as a number; from 29 February, 1 March may follow.
 * @type {(number: number, months: number) => number}
 */
export const monthsAfter = (number, months) => {
  const at = new Date(number * DAY);
  return reckoned(at.getUTCFullYear(), at.getUTCMonth() + 1 + months, at.getUTCDate());
};

/**
 * Return the number of a day that makes sense, from ``first`` to ``last``; undefined for what is to be looked at.
 * @type {(text: unknown, range?: DayRange) => number | undefined}
 */
export const sensible = (text, { first, last } = USUAL) => {
  const number = /** @type {number} */ (numberOf(text)); // what is no day compares to none
  return number >= /** @type {number} */ (numberOf(first)) &&
    number <= /** @type {number} */ (numberOf(last))
    ? number
    : undefined;
};
