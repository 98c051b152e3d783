// Numbers as people write them, read and written in the language of the page. Pure: nothing here knows a page.
//
// Which signs group digits and which one begins the decimals is asked of Intl, never listed. A point or a comma can be
// either: when the rest of the number does not tell, the language does, and the other reading is handed over beside.
// The same rules stand in macros/reckoning/numerals.py; tests/data/numbers.yml holds both to the same readings.

const MARKS = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g; // steer the direction of writing, show nothing
const SPACES = /[\p{Zs}'\u2018\u2019\u02BC\u066C\u2E41]+/gu; // group digits; a tab or a new line parts two numbers
const MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
const PERCENT = /[\u066A\uFE6A\uFF05]/g;
const ARABIC_COMMA = /\u060C/g;
const DECIMAL = "\u066B"; // of the Arabic scripts; it begins decimals in every language
const WHOLE =
  /^(?:\d*|(?!0)\d+(?: \d{3})+|(?!0)\d{1,3}([.,])\d{3}(?:\1\d{3})*|(?!0)\d{1,2}(?:([ .,])\d{2})(?:\2\d{2})*\2\d{3})$/;

const once = (make) => {
  const made = new Map();
  return (name = "") => made.get(name) ?? made.set(name, make(name)).get(name);
};

const western = (language) => `${language}-u-nu-latn`;

const partOf = (format, n, type) =>
  format.formatToParts(n).find((part) => part.type === type)?.value;

/** The sign that begins decimals in a language. */
const decimalOf = once((language) =>
  partOf(new Intl.NumberFormat(western(language)), 1.5, "decimal"),
);

const supported = (what) => (Intl.supportedValuesOf ? Intl.supportedValuesOf(what) : []);

/** The digits of every script: { digit: "0" … "9" }. */
const digits = once(() => {
  const found = new Map();
  for (const system of ["arab", "arabext", "deva", ...supported("numberingSystem")]) {
    const { format } = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
    for (let n = 0; n < 10; n += 1)
      if (/^\p{Nd}$/u.test(format(n))) found.set(format(n), String(n));
  }
  return found;
});

const SITE = ["fr", "en", "ar"]; // their currencies are read on every page, besides those of its own language
const UNITS = /^(?:km|ft|db)$/i; // what is a unit of measure in small letters is a currency only as it is written
const COUNTS = [1, 2, 3, 11, 100]; // languages have forms of their own for them

const codes = once(() => new Set(["EUR", "USD", ...supported("currency")]));

const called = (place, currency, currencyDisplay, counts) => {
  const whole = { minimumFractionDigits: 0, maximumFractionDigits: 0 }; // « 1.00 » is many in English
  const format = new Intl.NumberFormat(place, {
    style: "currency",
    currency,
    currencyDisplay,
    ...whole,
  });
  return counts.map((n) => (partOf(format, n, "currency") ?? "").split(" (")[0]);
};

/** A name in small letters that are the same whether the writer has a dotless i or not. */
const smallOf = (name) =>
  name
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/ı/g, "i");

/** The ways of writing names: without blanks, with their points or without, in small letters if they mean nothing else. */
const forms = (names) =>
  new Set(
    names.flatMap((name) => {
      const bare = plain(name).replace(/ /g, "");
      const small = UNITS.test(bare) ? bare : smallOf(bare);
      return [small, small.replace(/\.$/, ""), small.replace(/\./g, "")];
    }),
  );

/** The signs of currencies in a language, there and in their own country, and in that country's own. */
const signs = once((language) => {
  const places = (currency) => {
    const country = currency.slice(0, 2);
    return [
      language,
      `${language.split("-")[0]}-${country}`,
      new Intl.Locale(`und-${country}`).maximize().baseName,
    ];
  };
  const ways = (currency) =>
    places(currency).flatMap((place) => called(place, currency, "symbol", [1]));
  return forms([...codes()].flatMap(ways));
});

/** The names of currencies for one and for many, whole and as their kind alone: « dinars ». */
const names = once((language) => {
  const lines = [...codes()].map((currency) => called(language, currency, "name", COUNTS));
  const found = lines.flat();
  const kinds = [0, -1].map((at) => new Set(lines.map(([one]) => one.split(/\s/).at(at))).size);
  // The end at which words return names the kind, the other one the country.
  if (kinds[0] !== kinds[1])
    found.push(...found.map((name) => name.split(/\s/).at(kinds[0] < kinds[1] ? 0 : -1)));
  return forms([...found, ...found.map((name) => name.replace(/\p{M}/gu, ""))]);
});

/** One way of writing for all: Western digits, a blank between groups, no marks of direction. */
const plain = (text) =>
  text
    .replace(MARKS, "")
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => digits().get(digit) ?? digit)
    .replace(SPACES, " ")
    .replace(MINUS, "-")
    .replace(/\uFF0B/g, "+")
    .replace(PERCENT, "%")
    .replace(ARABIC_COMMA, ",")
    .trim();

/** Whether a text names a currency; one letter does not: in « 12 k » it says thousands. */
const isCurrency = (text, language) => {
  const name = text.replace(/ /g, "");
  if (/^.?$/u.test(name)) return /^\p{Sc}$/u.test(name);
  const within = (known) =>
    [language, ...SITE].some((code) => known(code).has(name) || known(code).has(smallOf(name)));
  return codes().has(name.toUpperCase()) || within(signs) || within(names);
};

const NO_CENTS = /(\d[.,])--?$/;

const BESIDE = [/^[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}. -]*/u, /[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}. -]*$/u];

/** Take a currency away, before or after; what is none stays, and is no number then. */
const withoutCurrency = (text, language) => {
  for (const where of BESIDE) {
    const beside = where.exec(text)?.[0].trim() ?? "";
    // The last point may be the currency's own, or begin the decimals: « د.ت. 5 », « € .5 ».
    for (const name of [beside, beside.replace(/[ .-]+$/, "")]) {
      if (isCurrency(name, language)) return text.replace(name, "").trim();
    }
  }
  return text;
};

/** The digits of a number whose decimals begin at ``mark`` (none when empty), as JavaScript writes it; or undefined. */
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

/** What digits and signs can mean, the likelier first: at most two texts. */
const meanings = (text, language) => {
  const last = text.replace(/\d/g, "").at(-1);
  if (last !== "." && last !== ",")
    return [cut(text, last === DECIMAL ? DECIMAL : "")].filter(Boolean);
  const found = [cut(text, last), cut(text, "")];
  return (last === decimalOf(language) ? found : found.reverse()).filter(Boolean);
};

const times = (sign, written, shift = 0) => sign * Number(`${written}e${shift}`) || 0;

/** A share: with its sign as it says; without, a number below 1 is a share of one, any other one is percent. */
const shares = (sign, written, percent) => {
  const size = Number(written);
  const both = [times(sign, written, -2), times(sign, written)];
  if (percent || size > 1 || !size) return both.slice(0, 1);
  return size < 1 ? both.reverse() : both;
};

/**
 * Read a number as it is written in a language; ``type`` is num, money or pct. Return { number, other, sure, typed }:
 * ``other`` is the other number that the same signs can mean, if there is one; ``sure`` tells that nobody need be shown
 * the reading. Return undefined for what is no number.
 */
export const readNumber = (typed, language, { type = "num" } = {}) => {
  let text = plain(typed);
  const signed = () => {
    const [, sign, rest] = /^([+-]?) ?(.*)$/s.exec(text);
    text = rest;
    return sign;
  };
  let sign = signed();
  const percent = type === "pct" && /^%|%$/.test(text);
  text = percent
    ? text.replace(/^% ?| ?%$/, "")
    : type === "pct"
      ? text
      : withoutCurrency(text, language).replace(NO_CENTS, "$10");
  sign ||= signed();
  if (!/^[\d .,\u066B]+$/.test(text)) return undefined;
  const factor = sign === "-" ? -1 : 1;
  const found = meanings(text, language).flatMap((written) =>
    type === "pct" ? shares(factor, written, percent) : times(factor, written),
  );
  const [number, other] = found;
  if (!Number.isFinite(number)) return undefined;
  return { number, other, sure: other === undefined && (type !== "pct" || percent), typed };
};

const shifted = (x, places) => {
  const [written, exponent] = String(x).split("e");
  return Number(`${written}e${Number(exponent || 0) + places}`);
};

/** Write a number so that it is read in one way only; grouped, unless groups can be taken for decimals. */
export const writeNumber = (number, language, type = "num", useGrouping = true) => {
  const amount = type === "pct" ? shifted(number, 2) : number;
  const unit = type === "pct" ? "\u00A0%" : "";
  const ways = [
    { useGrouping },
    { useGrouping: false },
    { useGrouping: false, minimumFractionDigits: 4 },
  ];
  const texts = ways.map((way) => {
    const format = new Intl.NumberFormat(western(language), { maximumFractionDigits: 20, ...way });
    return format.format(amount).replace(MARKS, "") + unit;
  });
  return texts.find((text) => readNumber(text, language, { type })?.sure) ?? texts[1];
};

/** What is kept of a control: { number, typed }; as a plain text what is no number; undefined for nothing. */
export const keptNumber = (text, language, type) => {
  if (!plain(text)) return undefined;
  const read = readNumber(text, language, { type });
  return read ? { number: read.number, typed: text } : text;
};

/** What a control shows of what is kept: as it was typed, where that says the same in this language. */
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
