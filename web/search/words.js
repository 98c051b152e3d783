// Words as the search compares them: the same for those of the pages and for those that people type.
// What differs by language stands in data/search.yml and comes with the index.

const WHOLE = 8; // a whole word counts this much more than the beginning of a longer one
const LEAST = 3; // letters that stay of a word when something is taken off it

/**
 * Cut a text into words: every sign but letters, digits and the marks on them parts two.
 * @type {(text: string) => string[]}
 */
export const split = (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/**
 * Spell a word in one way: no capitals, accents, ligatures, vowel signs or tatweel; one alef, one ya, one ha.
 * @type {(word: string) => string}
 */
export const fold = (word) =>
  word
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/[\p{sc=Inherited}\u0640]/gu, "")
    .replace(/[ىی]/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ک/g, "ك");

/** The first of some signs with which a word begins, if enough of it is left without. @type {(word: string, signs: string[]) => string | undefined} */
const begins = (word, signs) =>
  signs.find((sign) => word.startsWith(sign) && word.length - sign.length >= LEAST);

/**
 * What is written onto the front of a word, taken off step by step: والتمويل, التمويل, تمويل.
 * @type {(word: string, language: SpeltWords) => string[]}
 */
const fronts = (word, language) => {
  const article = begins(word, language.articles);
  if (article) return [word, word.slice(article.length)];
  const letter = begins(word, language.attached);
  return letter ? [word, ...fronts(word.slice(letter.length), language)] : [word];
};

/** @type {(word: string, language: SpeltWords) => string} */
const singular = (word, { plurals }) => {
  const ends = (/** @type {string[]} */ [plural, one = ""]) =>
    word.endsWith(plural) && word.length - plural.length + one.length >= LEAST;
  const [plural, one = ""] = plurals.find(ends) ?? [""];
  return word.slice(0, word.length - plural.length) + one;
};

/** The forms of a word that is asked for: in the singular, as it stands, and further ones. @type {(word: string, language: SpeltWords) => { one: string, head: string, deeper: string[] }} */
const asked = (word, language) => {
  const steps = fronts(word, language);
  // Without its article, and without letters that may be part of it or stand for and, by, for.
  const [head, ...deeper] = begins(steps.at(-2) ?? "", language.articles) ? steps.slice(-1) : steps;
  return { one: singular(head, language), head, deeper };
};

/** The forms under which a word of a page is kept: the beginning of each finds it. @type {(text: string, language: SpeltWords) => string[]} */
const formsOf = (text, language) => {
  const words = split(text).flatMap((part) => fronts(fold(part), language));
  return [...new Set(words.flatMap((word) => [word, singular(word, language)]))];
};

/** The words of a text that are asked for, each with its forms; those that decide nothing only if there is no other. @type {(text: string, language: SpeltWords) => AskedWord[]} */
const telling = (text, language) => {
  const words = split(text).map((typed) => ({ typed, ...asked(fold(typed), language) }));
  const telling = words.filter(({ typed }) => !language.idle.includes(fold(typed)));
  return telling.length ? telling : words;
};

/** Where some words stand in others, one after the other: those of them. @type {(words: AskedWord[], others: AskedWord[]) => AskedWord[]} */
const within = (words, others) => {
  const at = others.findIndex((_, n) => words.every(({ one }, k) => others[n + k]?.one === one));
  return at < 0 ? [] : others.slice(at, at + words.length);
};

/** What means the same as something that was typed: single words, each with what it stands for. @type {(words: AskedWord[], language: SpeltWords) => { one: string, typed: string[] }[]} */
const alike = (words, { synonyms }) =>
  synonyms.flatMap((group) => {
    const typed = group.map((name) => within(name, words)).find((hits) => hits.length);
    const single = typed ? group.filter((name) => name.length === 1) : [];
    return single.map(([{ one }]) => ({ one, typed: (typed ?? []).map((word) => word.typed) }));
  });

/**
 * Turn what somebody typed into a query of lunr; `meant` gives for each of its terms the words as typed.
 * What means the same counts less, and only as a whole word.
 * @type {(typed: string, language: SpeltWords) => ReturnType<Comparer["ask"]>}
 */
const queryOf = (typed, language) => {
  const words = telling(typed, language);
  /** @type {Map<string, string[]>} */
  const meant = new Map();
  const terms = words.flatMap(({ typed: word, one, head, deeper }) => {
    for (const term of [one, head, ...deeper]) meant.set(term, [word]);
    return [`${one}^${WHOLE}`, ...new Set([one, head]), ...deeper.map((term) => `${term}^1`)];
  });
  const further = alike(words, language).filter(({ one }) => !meant.has(one));
  for (const { one, typed: stood } of further) meant.set(one, stood);
  return { query: [...terms, ...further.map(({ one }) => `${one}^1`)].join(" "), meant };
};

/**
 * Return how the words of a language are kept (`forms`) and asked for (`ask`).
 * @type {(language: SearchWords) => Comparer}
 */
export const comparer = ({ idle, articles, attached, plurals, synonyms }) => {
  /** @type {SpeltWords} */
  const language = {
    idle: idle.map(fold),
    articles: articles.map(fold),
    attached: attached.map(fold),
    plurals: plurals.map((rule) => fold(rule).split(":")), // aux:al, or s alone
    synonyms: [],
  };
  language.synonyms = synonyms.map((group) => group.map((name) => telling(name, language)));
  return {
    forms: (text) => formsOf(text, language),
    ask: (typed) => queryOf(typed, language),
  };
};
