// How far a section of the business plan is, reckoned from what is kept: pure, no page, no store.
import { typedOf } from "../work/values.js";

export const WORDS_A_PAGE = 450; // rule of thumb for a printed A4 page, said so on the page

/** What stands as a text, whatever a file may hold there. @type {(values: Map<string, Value>, key: string) => string} */
export const textOf = (values, key) => String(typedOf(values.get(key)) ?? "");

/** @type {(text: string) => number} */
const wordsIn = (text) => text.trim().split(/\s+/u).filter(Boolean).length;

/** @type {(pages?: string) => number | undefined} */
const wordsOf = (pages) => (pages ? Number(pages) * WORDS_A_PAGE : undefined);

/**
 * Say how far a section is: words written and advised, points and questions that are open, and its state.
 * @type {(shape: SectionShape, values: Map<string, Value>) => SectionState}
 */
export const stateOf = ({ id, min, max, points, questions }, values) => {
  const words = wordsIn(textOf(values, `${id}#text`));
  const open = {
    points: points.filter((point) => !values.get(`${point}#ticked`)).length,
    questions: questions.filter((question) => !values.get(`${question}#answer`)).length,
  };
  const [least, most] = [wordsOf(min), wordsOf(max)];
  const fits = words > 0 && words >= (least ?? 0) && words <= (most ?? Infinity);
  const begun = words > 0 || open.points < points.length;
  const state = fits && !open.points && !open.questions ? "done" : begun ? "begun" : "empty";
  return { words, least, most, open, state };
};
