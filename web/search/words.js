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
 * Return how the words of a language are kept (`forms`) and asked for (`ask`).
 * @type {(language: SearchWords) => Comparer}
 */
export const comparer = (language) => {
  const [idle, articles, attached] = /** @type {const} */ (["idle", "articles", "attached"]).map(
    (key) => language[key].map(fold),
  );
  const plurals = language.plurals.map((rule) => rule.split(":").map(fold)); // aux:al, or s alone

  /** What is written onto the front of a word, taken off step by step: والتمويل, التمويل, تمويل. @type {(word: string) => string[]} */
  const fronts = (word) => {
    const article = begins(word, articles);
    if (article) return [word, word.slice(article.length)];
    const letter = begins(word, attached);
    return letter ? [word, ...fronts(word.slice(letter.length))] : [word];
  };

  /** @type {(word: string) => string} */
  const singular = (word) => {
    const ends = (/** @type {string[]} */ [plural, one = ""]) =>
      word.endsWith(plural) && word.length - plural.length + one.length >= LEAST;
    const [plural, one = ""] = plurals.find(ends) ?? [""];
    return word.slice(0, word.length - plural.length) + one;
  };

  return {
    /** Return the forms under which a word of a page is kept: the beginning of each finds it. */
    forms: (text) => [
      ...new Set(
        split(text).flatMap((part) => fronts(fold(part)).flatMap((word) => [word, singular(word)])),
      ),
    ],

    /**
     * Turn what somebody typed into a query of lunr; `meant` gives for each of its terms the word as typed.
     * Words that decide nothing are left out, unless there is no other.
     */
    ask: (typed) => {
      const words = split(typed);
      const telling = words.filter((word) => !idle.includes(fold(word)));
      const meant = new Map();
      const terms = (telling.length ? telling : words).flatMap((word) => {
        const steps = fronts(fold(word));
        // Without its article, and without letters that may be part of it or stand for and, by, for.
        const [head, ...deeper] = begins(steps.at(-2) ?? "", articles) ? steps.slice(-1) : steps;
        const one = singular(head);
        for (const term of [one, head, ...deeper]) meant.set(term, word);
        return [`${one}^${WHOLE}`, ...new Set([one, head]), ...deeper.map((term) => `${term}^1`)];
      });
      return { query: terms.join(" "), meant };
    },
  };
};
