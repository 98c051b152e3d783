// Values of formulas in the browser: how inputs are read, compared and rounded, and what has a name when it is wrong.
import { numberOf as dayNumber, textOf } from "../days.js";
import { readNumber } from "../numbers.js";

const DAY_ZERO = dayNumber("1899-12-30");
const FIRST_YEAR = dayNumber("1900-01-01");
const LAST_DAY = dayNumber("9999-12-31");

/** A named error: "not-a-number", "too-large" or "circle". */
export class Problem {
  constructor(name) {
    this.name = name;
  }
}

export class Stop {
  constructor(value) {
    this.value = value;
  }
}

export const NOT_A_NUMBER = new Problem("not-a-number");
export const TOO_LARGE = new Problem("too-large");

/** Days since 1899-12-30 of a day written YYYY-MM-DD, or null; as in a workbook, none is before 1900. */
export function days(text) {
  const number = dayNumber(text);
  return number >= FIRST_YEAR ? number - DAY_ZERO : null;
}

/** YYYY-MM-DD of days since 1899-12-30, or null where no calendar of four-figure years has such a day. */
export function shownDate(count) {
  const number = DAY_ZERO + Math.trunc(count);
  return number >= FIRST_YEAR && number <= LAST_DAY ? textOf(number) : null;
}

/** What formulas see of an input: number, true or false, choice, choices, text, null or Problem; texts in a language. */
export function read(field, raw, language) {
  if (field.holds === "tick") return raw === true || raw === "true" || raw === "☑";
  if (field.holds === "choices") {
    const given = Array.isArray(raw) ? raw : [];
    const kept = (field.choices || []).filter((choice) => given.includes(choice));
    return kept.length ? kept : null;
  }
  if (raw === null || raw === undefined || (typeof raw === "string" && !raw.trim())) return null;
  if (field.holds === "number" || field.holds === "day") return numberOf(field, raw, language);
  return typeof raw === "string" && (field.holds !== "choice" || field.choices.includes(raw))
    ? raw.trim()
    : null;
}

function numberOf({ type, holds }, given, language) {
  const raw = typeof given === "object" ? given.number : given;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : NOT_A_NUMBER;
  if (holds === "day") return days(String(raw).replace(/\s+/g, "")) ?? NOT_A_NUMBER;
  return readNumber(String(raw), language, { type })?.number ?? NOT_A_NUMBER;
}

export function compare(sign, a, b) {
  if (typeof a === "string" || typeof b === "string") {
    return (String(a).toLowerCase() === String(b).toLowerCase()) === (sign === "=");
  }
  if (Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)))
    return sign === "=" || sign === "<=" || sign === ">=";
  return sign === "<>" || (a < b ? sign === "<" || sign === "<=" : sign === ">" || sign === ">=");
}

function shifted(x, places) {
  const [digits, exponent] = String(x).split("e");
  return Number(`${digits}e${Number(exponent || 0) + places}`);
}

/** Round half away from zero, in decimal, as people do. */
export function rounded(x, decimals = 0) {
  const size = Math.round(shifted(Math.abs(Number(x.toPrecision(15))), decimals));
  return Math.sign(x) * shifted(size, -decimals);
}
