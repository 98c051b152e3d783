// What lunr, inside the theme's worker, learns of us: our forms of words, short titles, the rank of what it finds.

const LENGTH = 0.3; // how much a long title, or a long list of other names, counts less than a short one: 0 to 1
const WORD = 100; // a place with one more of the words asked for goes before, as a rule, whatever lunr thinks of it
const SHOWN = 3; // what stands on a page and is shown at once under it; the rest is folded

// A word is kept in several forms, so lunr may find the same place twice, and the theme would mark it twice.
/** @type {(index: { prototype: LunrIndex }) => void} */
const markOnce = ({ prototype }) => {
  const { search } = prototype;
  prototype.search = function (query) {
    const results = search.call(this, query);
    for (const { matchData } of results) {
      /** @type {Record<string, Set<unknown>>} */
      const marked = {};
      for (const [field, places] of Object.values(matchData.metadata).flatMap(Object.entries)) {
        const known = (marked[field] ??= new Set());
        const fresh = (/** @type {unknown} */ place) => !known.has(place) && known.add(place);
        places.position = places.position.filter(fresh);
      }
    }
    return results;
  };
};

/**
 * Let lunr index words by `forms`, in the place of its stemmer, and heed how long a title is, which the theme does not.
 * @type {(lunr: Lunr, forms: (text: string) => string[]) => void}
 */
export const teach = (lunr, forms) => {
  const several = (/** @type {LunrToken} */ token) =>
    forms(token.toString()).map((form) => token.clone(() => form));
  lunr.Pipeline.registerFunction(several, "forms");
  lunr.stemmer = several;
  lunr.Builder.prototype.b = function () {
    this._b = LENGTH;
  };
  markOnce(lunr.Index);
};

/** Make paragraphs of the lines of a text from data: the theme shows those that hold what was asked for. @type {(text: string) => string} */
export const paragraphs = (text) =>
  text.includes("<") ? text : `<p>${text.replaceAll("\n", "</p><p>")}</p>`;

/** Name the words found as they were typed, and count them. @type {(place: FoundPlace, meant: Map<string, string[]>) => void} */
const counted = (place, meant) => {
  /** @type {Record<string, unknown>} */
  const words = {};
  for (const [term, count] of Object.entries(place.terms))
    for (const word of meant.get(term) ?? [term]) words[word] ||= count;
  place.terms = words;
  place.score *= WORD ** Object.values(words).filter(Boolean).length;
};

/** An excerpt is what holds the words; where only the title does, the first paragraph. @type {(place: FoundPlace) => void} */
const excerpt = (place) => {
  if (!place.text.includes("<mark")) place.text = place.text.replace(/(<\/p>).*/s, "$1");
};

/** The theme folds what has a lower score than the best, and leads there when Enter is pressed. @type {(places: FoundPlace[]) => void} */
const unfold = (places) =>
  places.forEach((place, n) => {
    place.score = Number(n === 0 || (n < SHOWN && place.location.includes("#")));
  });

/**
 * Put places with more of the words asked for first, and name these words as they were typed: `meant`, by term.
 * @type {(message: SearchResult, meant: Map<string, string[]>) => SearchResult}
 */
export const ranked = (message, meant) => {
  const { items } = message.data;
  for (const place of items.flat()) {
    counted(place, meant);
    excerpt(place);
  }
  /** @type {(a: { score: number }, b: { score: number }) => number} */
  const byScore = (a, b) => b.score - a.score;
  for (const page of items) page.sort(byScore);
  items.sort(([a], [b]) => byScore(a, b));
  items.forEach(unfold);
  return message;
};
