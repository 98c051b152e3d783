// The signs of numbers in every language and script, and one way of writing for all of them. Which ones group digits and
// which one begins the decimals is asked of Intl, never listed.

export const MARKS = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g; // steer the direction of writing, show nothing
const SPACES = /[\p{Zs}'\u2018\u2019\u02BC\u066C\u2E41]+/gu; // group digits; a tab or a new line parts two numbers
const MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const PERCENT = /[\u066A\uFE6A\uFF05]/g;
const ARABIC_COMMA = /\u060C/g;
export const DECIMAL = "\u066B"; // of the Arabic scripts; it begins decimals in every language

/** Make something once for each name. @template T @param {(name: string) => T} make @returns {(name?: string) => T} */
export const once = (make) => {
  const made = new Map();
  return (name = "") => made.get(name) ?? made.set(name, make(name)).get(name);
};

/** A language, with Western digits. @type {(language: string) => string} */
export const western = (language) => `${language}-u-nu-latn`;

/**
 * The part of a written number that is of a type.
 * @type {(format: Intl.NumberFormat, n: number, type: string) => string | undefined}
 */
export const partOf = (format, n, type) =>
  format.formatToParts(n).find((part) => part.type === type)?.value;

/** The sign that begins decimals in a language. */
export const decimalOf = once((language) =>
  partOf(new Intl.NumberFormat(western(language)), 1.5, "decimal"),
);

/** What a browser knows of. @type {(what: "currency" | "numberingSystem") => string[]} */
export const supported = (what) => (Intl.supportedValuesOf ? Intl.supportedValuesOf(what) : []);

/** The digits of every script: Map digit → "0" … "9". */
const digits = once(() => {
  /** @type {Map<string, string>} */
  const digits = new Map();
  for (const system of ["arab", "arabext", "deva", ...supported("numberingSystem")]) {
    const { format } = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
    for (let n = 0; n < 10; n += 1)
      if (/^\p{Nd}$/u.test(format(n))) digits.set(format(n), String(n));
  }
  return digits;
});

/**
 * One way of writing for all: Western digits, a blank between groups, no marks of direction.
 * @type {(text: string) => string}
 */
export const plain = (text) =>
  text
    .replace(MARKS, "")
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => digits().get(digit) ?? digit)
    .replace(SPACES, " ")
    .replace(MINUS, "-")
    .replace(/\uFF0B/g, "+")
    .replace(PERCENT, "%")
    .replace(ARABIC_COMMA, ",")
    .trim();
