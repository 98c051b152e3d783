// Currencies beside a number, by the signs and names that people write them with.
import { once, partOf, plain, supported } from "./signs.js";

const SITE = ["fr", "en", "ar"]; // their currencies are read on every page, besides those of its own language
const UNITS = /^(?:km|ft|db)$/i; // what is a unit of measure in small letters is a currency only as it is written
const COUNTS = [1, 2, 3, 11, 100]; // languages have forms of their own for them

const codes = once(() => new Set(["EUR", "USD", ...supported("currency")]));

/** @type {(place: string, currency: string, currencyDisplay: "symbol" | "name", counts: number[]) => string[]} */
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

/**
 * A name in small letters that are the same whether the writer has a dotless i or not.
 * @type {(name: string) => string}
 */
const smallOf = (name) =>
  name
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/ı/g, "i");

/**
 * The ways of writing names: without blanks, with their points or without, in small letters if they mean nothing else.
 * @type {(names: string[]) => Set<string>}
 */
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
  const places = (/** @type {string} */ currency) => {
    const country = currency.slice(0, 2);
    return [
      language,
      `${language.split("-")[0]}-${country}`,
      new Intl.Locale(`und-${country}`).maximize().baseName,
    ];
  };
  const ways = (/** @type {string} */ currency) =>
    places(currency).flatMap((place) => called(place, currency, "symbol", [1]));
  return forms([...codes()].flatMap(ways));
});

/** The names of currencies for one and for many, whole and as their kind alone: « dinars ». */
const names = once((language) => {
  const lines = [...codes()].map((currency) => called(language, currency, "name", COUNTS));
  const names = lines.flat();
  const kinds = [0, -1].map((at) => new Set(lines.map(([one]) => one.split(/\s/).at(at))).size);
  // The end at which words return names the kind, the other one the country.
  if (kinds[0] !== kinds[1])
    names.push(...names.map((name) => name.split(/\s/).at(kinds[0] < kinds[1] ? 0 : -1) ?? ""));
  return forms([...names, ...names.map((name) => name.replace(/\p{M}/gu, ""))]);
});

/**
 * Whether a text names a currency; one letter does not: in « 12 k » it says thousands.
 * @type {(text: string, language: string) => boolean}
 */
const isCurrency = (text, language) => {
  const name = text.replace(/ /g, "");
  if (/^.?$/u.test(name)) return /^\p{Sc}$/u.test(name);
  const within = (/** @type {(language: string) => Set<string>} */ known) =>
    [language, ...SITE].some((code) => known(code).has(name) || known(code).has(smallOf(name)));
  return codes().has(name.toUpperCase()) || within(signs) || within(names);
};

const BESIDE = [/^[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}. -]*/u, /[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}. -]*$/u];

/**
 * Take a currency away, before or after; what is none stays, and is no number then.
 * @type {(text: string, language: string) => string}
 */
export const withoutCurrency = (text, language) => {
  for (const where of BESIDE) {
    const beside = where.exec(text)?.[0].trim() ?? "";
    // The last point may be the currency's own, or begin the decimals: « د.ت. 5 », « € .5 ».
    for (const name of [beside, beside.replace(/[ .-]+$/, "")]) {
      if (isCurrency(name, language)) return text.replace(name, "").trim();
    }
  }
  return text;
};
