// Numbers as people write them, read and written in the language of the page. Pure: nothing here knows a page.
//
// Which signs group digits and which one begins the decimals is asked of Intl, never listed. A point or a comma can be
// either: when the rest of the number does not tell, the language does, and the other reading is handed over beside.
// The same rules stand in macros/reckoning/numerals.py; tests/data/numbers.yml holds both to the same readings.
import { fieldKind } from "./kinds.js";
import { withoutCurrency } from "./numbers/currencies.js";
import { DECIMAL, MARKS, decimalOf, plain, western } from "./numbers/signs.js";

const NO_CENTS = /(\d[.,])--?$/;
const WHOLE =
  /^(?:\d*|(?!0)\d+(?: \d{3})+|(?!0)\d{1,3}([.,])\d{3}(?:\1\d{3})*|(?!0)\d{1,2}(?:([ .,])\d{2})(?:\2\d{2})*\2\d{3})$/;

/**
 * The digits of a number whose decimals begin at ``mark`` (none when empty), as JavaScript writes it; or undefined.
 * @type {(text: string, mark: string) => string | undefined}
 */
const cut = (text, mark) => {
  const at = mark ? text.lastIndexOf(mark) : text.length;
  const [whole, rest] = [text.slice(0, at), text.slice(at + 1)];
  if (
    !WHOLE.test(whole) ||
    !/^\d*$/.test(rest) ||
    !/\d/.test(text) ||
    (mark && whole.includes(mark))
  )
    return undefined;
  return `${whole.replace(/\D/g, "") || "0"}.${rest || "0"}`;
};

/**
 * What digits and signs can mean, the likelier first: at most two texts.
 * @type {(text: string, language: string) => string[]}
 */
const meanings = (text, language) => {
  const last = text.replace(/\d/g, "").at(-1);
  const marks = last === "." || last === "," ? [last, ""] : [last === DECIMAL ? DECIMAL : ""];
  if (last !== decimalOf(language)) marks.reverse();
  return marks.flatMap((mark) => cut(text, mark) ?? []);
};

/** @type {(sign: number, written: string, shift?: number) => number} */
const times = (sign, written, shift = 0) => sign * Number(`${written}e${shift}`) || 0;

/**
 * A share: with its sign as it says; without, a number below 1 is a share of one, any other one is percent.
 * @type {(sign: number, written: string, percent: boolean) => number[]}
 */
const shares = (sign, written, percent) => {
  const size = Number(written);
  const both = [times(sign, written, -2), times(sign, written)];
  if (percent || size > 1 || !size) return both.slice(0, 1);
  return size < 1 ? both.reverse() : both;
};

/** Part a sign from what comes after it. @type {(text: string) => [sign: string, rest: string]} */
const signed = (text) => {
  const [, sign = "", rest = ""] = /^([+-]?) ?(.*)$/s.exec(text) ?? [];
  return [sign, rest];
};

/** What is left of a number without its sign, percent and currency, and whether it is percent. @param {string} typed @param {string} language @param {boolean} share */
const partsOf = (typed, language, share) => {
  const [first, text] = signed(plain(typed));
  const percent = share && /^%|%$/.test(text);
  const bare = share
    ? text.replace(/^% ?| ?%$/, "")
    : withoutCurrency(text, language).replace(NO_CENTS, "$10");
  const [second, digits] = first ? [first, bare] : signed(bare);
  return { factor: second === "-" ? -1 : 1, percent, digits };
};

/**
 * Read a number as it is written in a language; ``type`` is num, money, year or pct. Return { number, other, sure, typed }:
 * ``other`` is the other number that the same signs can mean, if there is one; ``sure`` tells that nobody need be shown
 * the reading. Return undefined for what is no number.
 * @type {(typed: string, language: string, field?: { type?: string }) => NumberRead | undefined}
 */
export const readNumber = (typed, language, { type = "num" } = {}) => {
  const share = fieldKind(type).percent;
  const { factor, percent, digits } = partsOf(typed, language, share);
  if (!/^[\d .,\u066B]+$/.test(digits)) return undefined;
  const numbers = meanings(digits, language).flatMap((written) =>
    share ? shares(factor, written, percent) : times(factor, written),
  );
  const [number, other] = numbers;
  if (!Number.isFinite(number)) return undefined;
  return { number, other, sure: other === undefined && (!share || percent), typed };
};

/** Move the point of a number, in decimal. @type {(x: number, places: number) => number} */
export const shifted = (x, places) => {
  const [written, exponent] = String(x).split("e");
  return Number(`${written}e${Number(exponent || 0) + places}`);
};

/**
 * Write a number so that it is read in one way only; grouped, unless groups can be taken for decimals.
 * @type {(number: number, language: string, type?: string, useGrouping?: boolean) => string}
 */
export const writeNumber = (number, language, type = "num", useGrouping = true) => {
  const { percent, grouped } = fieldKind(type);
  const amount = percent ? shifted(number, 2) : number;
  const unit = percent ? "\u00A0%" : "";
  const ways = [
    { useGrouping: useGrouping && grouped },
    { useGrouping: false },
    { useGrouping: false, minimumFractionDigits: 4 },
  ];
  const texts = ways.map((way) => {
    const format = new Intl.NumberFormat(western(language), { maximumFractionDigits: 20, ...way });
    return format.format(amount).replace(MARKS, "") + unit;
  });
  return texts.find((text) => readNumber(text, language, { type })?.sure) ?? texts[1];
};

/**
 * What is kept of a control: { number, typed }; as a plain text what is no number; undefined for nothing.
 * @type {(text: string, language: string, type?: string) => Value | undefined}
 */
export const keptNumber = (text, language, type) => {
  if (!plain(text)) return undefined;
  const read = readNumber(text, language, { type });
  return read ? { number: read.number, typed: text } : text;
};

/**
 * What a control shows of what is kept: as it was typed, where that says the same in this language.
 * @type {(value: Value | null | undefined, language: string, type?: string) => string}
 */
export const shownNumber = (value, language, type) => {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return writeNumber(value, language, type, false);
  if (typeof value !== "object") return String(value);
  const { number, typed } = value;
  const text = String(typed ?? "");
  if (!Number.isFinite(number) || readNumber(text, language, { type })?.number === number)
    return text;
  return writeNumber(number, language, type);
};
