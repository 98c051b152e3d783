// Words, numbers and dates in the language of the page. The words themselves come from the page: a JSON block.
import { monthsAfter, numberOf, textOf } from "./days.js";
import { one } from "./find.js";

const made = new Map(); // formatters: to make one takes longer than all that it writes on a page

/**
 * @template {"NumberFormat" | "DateTimeFormat" | "PluralRules"} Kind @param {Kind} kind
 * @param {ConstructorParameters<typeof Intl[Kind]>[1]} [options] @returns {InstanceType<typeof Intl[Kind]>}
 */
const format = (kind, options) => {
  const key = kind + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new /** @type {KindOfIntl} */ (Intl[kind])(lang(), options));
  return made.get(key);
};

/** The language of the page. */
export const language = () => document.documentElement.lang;

const lang = () => `${language()}-u-nu-latn`; // Western digits, as on the rest of the Arabic pages

/** Return the words that a component hands to its script. @param {ParentNode} element */
export const wordsOf = (element) =>
  JSON.parse(one(element, "script[type='application/json']").textContent);

/** Fill the {names} of a text. @type {(text: string, values?: Filled) => string} */
export const fill = (text, values = {}) =>
  text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );

/**
 * Choose the plural form for ``n`` and fill it; ``forms`` is { one, two, few, many, other }.
 * @type {(forms: Forms, n: number, values?: Filled) => string}
 */
export const plural = (forms, n, values = {}) =>
  fill(forms[format("PluralRules").select(n)] ?? forms.other, { n: number(n), ...values });

/**
 * Write a number; ``options`` as Intl.NumberFormat takes them.
 * @type {(n: number, options?: Intl.NumberFormatOptions) => string}
 */
export const number = (n, options) => format("NumberFormat", options).format(n);

/**
 * Write a moment, a Date or milliseconds; ``form`` as Intl.DateTimeFormat takes it. What is none is a dash.
 * @type {(at: Date | number | string, form?: Intl.DateTimeFormatOptions) => string}
 */
export const date = (at, form = { dateStyle: "medium" }) => {
  const known = typeof at !== "object" || at instanceof Date; // a record from a file may hold anything
  const moment = new Date(known ? at : NaN);
  return Number.isNaN(moment.getTime()) ? "–" : format("DateTimeFormat", form).format(moment);
};

/** Write a day that was entered as 2027-01-31; what is no day stays as it is. @type {(text: unknown) => string} */
export const day = (text) => {
  const number = numberOf(text);
  if (typeof text === "object") return "–";
  return number === undefined
    ? String(text)
    : date(number * 86_400_000, { dateStyle: "medium", timeZone: "UTC" });
};

/** Write the month that many months after a day, as a number. @type {(number: number, months: number) => string} */
export const month = (number, months) => {
  const first = Number(numberOf(`${textOf(number).slice(0, 7)}-01`)); // the 31st has no month after it
  const form = /** @type {const} */ ({ month: "short", year: "numeric", timeZone: "UTC" });
  return date(monthsAfter(first, months) * 86_400_000, form);
};

/**
 * Put words into an element only when they change, so that they are announced once.
 * @type {(element: Element, words: string) => void}
 */
export const say = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};
