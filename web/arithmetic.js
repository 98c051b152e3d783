// How the score of a topic comes about, in words, and the question that weighs on it. No page, no store.
import { priorities, rated, rounded } from "./score.js";
import { fill, number, plural } from "./words.js";

/** @type {(n: number) => string} */
export const percent = (n) => number(rounded(n) / 100, { style: "percent" });

/**
 * The weakest question: the lowest level below its target, of several the one that presses most.
 * @template {Rating} Question @param {Question[]} questions @returns {Question | undefined}
 */
export const weakest = (questions) =>
  priorities(questions).sort((a, b) => Number(a.counted) - Number(b.counted))[0];

/**
 * The arithmetic of a score, in words.
 * @type {(questions: QuestionNotes[], score: TopicScore, words: NextWords) => string[]}
 */
export const arithmetic = (questions, { state, score, cautious, rated: n, asked }, words) => {
  const sum = questions.reduce((all, { counted }) => all + (rated(counted) ?? 0), 0);
  const mean = number(sum / (n || 1), { maximumFractionDigits: 2 });
  const lines = asked ? [plural(words.counted, n, { total: number(asked) })] : [];
  if (state === "few") lines.push(words.meanings.few);
  if (state !== "shown") return lines;
  lines.push(fill(words.sum, { sum: number(sum), n: number(n), mean, score: percent(score ?? 0) }));
  if (n < asked) lines.push(fill(words.cautious, { score: percent(cautious ?? 0) }));
  if (questions.some(({ level, counted }) => level !== counted)) lines.push(words.overdue);
  return lines;
};
