// Values of formulas in the browser: how inputs are read, compared and rounded, and what has a name when it is wrong.
import { numberOf as dayNumber, textOf } from "../days.js";
import { readNumber, shifted } from "../numbers.js";

const [DAY_ZERO, FIRST_YEAR, LAST_DAY] = ["1899-12-30", "1900-01-01", "9999-12-31"].map((day) =>
  Number(dayNumber(day)),
);

/** A named error: "not-a-number", "too-large" or "circle". */
export class Problem {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}

export class Stop {
  /** @param {Reckoned} value */
  constructor(value) {
    this.value = value;
  }
}

/** Whether there is no value to go on with: a blank or a problem. @type {(value: Reckoned) => value is Problem | null} */
export const isMissing = (value) => value === null || value instanceof Problem;

export const NOT_A_NUMBER = new Problem("not-a-number");
export const TOO_LARGE = new Problem("too-large");

/**
 * Days since 1899-12-30 of a day written YYYY-MM-DD, or null; as in a workbook, none is before 1900.
 * @param {unknown} text
 */
export function days(text) {
  const number = Number(dayNumber(text)); // NaN for what is no day
  return number >= FIRST_YEAR ? number - DAY_ZERO : null;
}

/**
 * YYYY-MM-DD of days since 1899-12-30, or null where no calendar of four-figure years has such a day.
 * @param {number} count
 */
export function shownDate(count) {
  const number = DAY_ZERO + Math.trunc(count);
  return number >= FIRST_YEAR && number <= LAST_DAY ? textOf(number) : null;
}

/**
 * What formulas see of an input: number, true or false, choice, choices, text, null or Problem; texts in a language.
 * @param {ToolField} field @param {Answer} raw @param {string} language @returns {Reckoned}
 */
export function read(field, raw, language) {
  if (field.holds === "tick") return raw === true || raw === "true" || raw === "☑";
  if (field.holds === "choices") {
    const given = Array.isArray(raw) ? raw : [];
    const kept = (field.choices || []).filter((choice) => given.includes(choice));
    return kept.length ? kept : null;
  }
  if (raw === null || raw === undefined || (typeof raw === "string" && !raw.trim())) return null;
  if (field.holds === "number" || field.holds === "day")
    return within(field, numberOf(field, raw, language));
  return typeof raw === "string" && (field.holds !== "choice" || field.choices?.includes(raw))
    ? raw.trim()
    : null;
}

/** A number out of the bounds of its field is refused, and a blank. @type {(field: ToolField, value: number | Problem) => Reckoned} */
const within = ({ min = -Infinity, max = Infinity }, value) =>
  typeof value === "number" && (value < min || value > max) ? null : value;

/** @param {ToolField} field @param {Exclude<Answer, null | undefined>} given @param {string} language */
function numberOf({ type, holds }, given, language) {
  const raw = typeof given === "object" ? /** @type {Entered} */ (given).number : given;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : NOT_A_NUMBER;
  if (holds === "day") return days(String(raw).replace(/\s+/g, "")) ?? NOT_A_NUMBER;
  return readNumber(String(raw), language, { type })?.number ?? NOT_A_NUMBER;
}

/** @param {string} sign @param {Reckoned} a @param {Reckoned} b */
export function compare(sign, a, b) {
  if (typeof a === "string" || typeof b === "string") {
    return (String(a).toLowerCase() === String(b).toLowerCase()) === (sign === "=");
  }
  const [x, y] = [Number(a), Number(b)];
  if (Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y)))
    return sign === "=" || sign === "<=" || sign === ">=";
  return sign === "<>" || (x < y ? sign === "<" || sign === "<=" : sign === ">" || sign === ">=");
}

/** Round half away from zero, in decimal, as people do. @param {number} x @param {number} decimals */
export function rounded(x, decimals = 0) {
  const size = Math.round(shifted(Math.abs(Number(x.toPrecision(15))), decimals));
  return Math.sign(x) * shifted(size, -decimals);
}
