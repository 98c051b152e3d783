// Rows as CSV for spreadsheets. Whatever people wrote is shown as they wrote it, and none of it is taken for a formula:
// not in a program of this language, and not in one that cuts the lines at another separator, where a cell can begin
// inside of ours. Pure.

/** A formula as programs compute it: after "=", or a function or a command to a program after another sign. */
const FORMULA = /^\s*(?:[=＝](?!>)|[+\-@＋－＠]\s*(?:[A-Z][A-Z0-9.]*\(|\w+\|))/;

/** Where a cell may begin, here or after any separator, before what a formula may begin with, wide signs too. */
const BEGINNING = /(^|[;,\t|\r\n\v\f\u0085\u2028\u2029])(["\s]*)(?=[=+\-@＝＋－＠])/g;

/** A sign without width: nothing is shown, and no formula begins with it. */
const GUARD = "\u200B";

/**
 * An apostrophe in sight before a formula; before a dash in a list ("- item" gives #NAME?) nothing that is seen.
 * @type {(text: string) => string}
 */
const harmless = (text) =>
  (FORMULA.test(text) ? `'${text}` : text).replace(BEGINNING, `$1$2${GUARD}`);

/** @type {(value: unknown, separator: string) => string} */
const cell = (value, separator) => {
  const safe = harmless(String(value ?? "").replaceAll("\0", ""));
  return safe.includes(separator) || /["\r\n;,\t|]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
};

/**
 * What separates cells where spreadsheets speak a language: not the comma where that begins the decimals.
 * @type {(language: string) => string}
 */
const separatorOf = (language) => {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === "decimal" && value === ",") ? ";" : ",";
};

/**
 * Write rows of values as CSV with the separator that spreadsheets of this language expect.
 * @type {(rows: unknown[][], language: string) => string}
 */
export const csv = (rows, language) => {
  const separator = separatorOf(language);
  return `\uFEFF${rows.map((row) => row.map((value) => cell(value, separator)).join(separator)).join("\r\n")}\r\n`;
};
