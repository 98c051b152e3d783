// How far a team has come: levels → scores, coverage, bands, priorities, warnings. Pure functions, no page, no store.
// A level is "0" to "4", "na" (not applicable), "unknown" (to be checked) or undefined.
import { USUAL, monthsAfter, numberOf, sensible } from "./days.js";

const MONTHS_TO_REVIEW = 12;
const LEAST_COVERAGE = 0.5;
/** @type {[least: number, band: string][]} */
const BANDS = [
  [75, "mastered"],
  [50, "place"],
  [25, "shape"],
  [-Infinity, "start"],
];
const HIGH = 6; // of 12: half of the highest priority
const SETTLED = 2; // "agreed": from here on a question carries what is built on it

/**
 * The number of the day of a review: none where there is none, or one that cannot be.
 * @type {(reviewed: unknown, today: string) => number | undefined}
 */
const reviewOf = (reviewed, today) => sensible(reviewed, { first: USUAL.first, last: today });

/**
 * Tell whether a review (a day) is more than twelve months before today (a day); no date is no overdue review.
 * @type {(reviewed: unknown, today: string) => boolean}
 */
export const isReviewOverdue = (reviewed, today) => {
  const day = reviewOf(reviewed, today);
  return day !== undefined && monthsAfter(day, MONTHS_TO_REVIEW) < Number(numberOf(today));
};

/**
 * Return a rated level as a number; undefined for what is not rated.
 * @type {(level: unknown) => number | undefined}
 */
export const rated = (level) =>
  typeof level === "string" && /^[0-4]$/.test(level) ? Number(level) : undefined;

// To compare: a level that is not rated is neither more nor less than any.
const rankOf = /** @type {(level: unknown) => number} */ (rated);

/**
 * Return the level that counts: a level 4 whose review is overdue counts as 3.
 * @type {(level: string | undefined, reviewed: unknown, today: string) => string | undefined}
 */
export const countedLevel = (level, reviewed, today) =>
  level === "4" && isReviewOverdue(reviewed, today) ? "3" : level;

/**
 * Return what a level 3 or 4 lacks: "evidence", "review" (a date that can be), "overdue" (its review). Nothing is
 * refused for it.
 * @type {(noted: { level?: string, evidence?: string, reviewed?: string }, today: string) => string[]}
 */
export const lacks = ({ level, evidence, reviewed }, today) => {
  if (level !== "3" && level !== "4") return [];
  const missing = evidence ? [] : ["evidence"];
  if (level === "4" && reviewOf(reviewed, today) === undefined) missing.push("review");
  if (level === "4" && isReviewOverdue(reviewed, today)) missing.push("overdue");
  return missing;
};

/** @type {(numbers: number[]) => number} */
const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);

/** @type {(count: number, asked: number) => number | undefined} */
const coverageOf = (count, asked) => (asked ? count / asked : undefined);

/**
 * Score the counted levels of a topic. state: "shown", "few" (coverage below one half: no score) or "na" (nothing
 * applies). Scores go from 0 to 100, coverage from 0 to 1.
 * @type {(levels: (string | undefined)[]) => TopicScore}
 */
export const topicScore = (levels) => {
  const numbers = levels.map(rated).filter((n) => n !== undefined);
  const asked = levels.filter((level) => level !== "na").length;
  const counts = {
    rated: numbers.length,
    asked,
    questions: levels.length,
    coverage: coverageOf(numbers.length, asked),
  };
  if (!asked) return { ...counts, state: "na" };
  if (numbers.length / asked < LEAST_COVERAGE) return { ...counts, state: "few" };
  const points = 25 * sum(numbers);
  return { ...counts, state: "shown", score: points / numbers.length, cautious: points / asked };
};

/**
 * Score a phase: the plain mean of the ``shown`` topic scores; its coverage counts questions, ``rated`` ÷ ``asked``.
 * @type {(topics: TopicScore[]) => PhaseScore}
 */
export const phaseScore = (topics) => {
  const shown = topics.flatMap(({ state, score }) => (state === "shown" ? (score ?? []) : []));
  const [rated, asked] = [sum(topics.map((one) => one.rated)), sum(topics.map((one) => one.asked))];
  return {
    rated,
    asked,
    coverage: coverageOf(rated, asked),
    shown: shown.length,
    topics: topics.length,
    score: shown.length ? sum(shown) / shown.length : undefined,
  };
};

/**
 * Return the band of an unrounded score: "start", "shape", "place" or "mastered".
 * @type {(score: number) => string}
 */
export const bandOf = (score) => String(BANDS.find(([least]) => score >= least)?.[1]);

/**
 * Round to the nearest whole number, halves up; what only binary fractions keep from a half is one.
 * @type {(n: number) => number}
 */
export const rounded = (n) => Math.floor(n + 0.5 + 1e-9);

/** Return how far a rated level stands below its target. @type {(level: number, target: number) => number} */
export const gapOf = (level, target) => Math.max(0, target - level);

/**
 * Return the priority of a question: 0 to 12; undefined when it is not rated.
 * @type {(question: Rating) => number | undefined}
 */
export const priorityOf = ({ counted, target, importance }) => {
  const level = rated(counted);
  return level === undefined ? undefined : gapOf(level, target) * importance;
};

/**
 * Return the questions with a gap: by priority, then lower level, then their order in the vade-mecum.
 * @template {Rating} Question @param {Question[]} questions @returns {Question[]}
 */
export const priorities = (questions) =>
  questions
    .filter((question) => (priorityOf(question) ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(priorityOf(b)) - Number(priorityOf(a)) || rankOf(a.counted) - rankOf(b.counted),
    );

/**
 * Tell whether nobody has rated a question yet; what does not apply is rated, "to be checked" is not. All that counts
 * questions goes by this.
 * @type {(question: { counted?: unknown }) => boolean}
 */
export const isOpen = ({ counted }) => counted !== "na" && rated(counted) === undefined;

/**
 * Tell whether a question still asks for work: not rated, or below its target.
 * @type {(question: Rating) => boolean}
 */
export const isRemaining = (question) => isOpen(question) || (priorityOf(question) ?? 0) > 0;

/**
 * Tell whether a question presses: a high priority, or a high importance while it is not rated.
 * @type {(question: Rating) => boolean}
 */
export const isHigh = (question) =>
  (priorityOf(question) ?? 0) >= HIGH || (isOpen(question) && question.importance === 3);

/**
 * Combine the levels of several respondents: the median, the lower one of an even number, and whether they disagree.
 * @type {(levels: (string | number)[]) => { level: number, disagreement: boolean }}
 */
export const teamLevel = (levels) => {
  const sorted = levels.map(Number).sort((a, b) => a - b);
  return {
    level: sorted[Math.ceil(sorted.length / 2) - 1],
    disagreement: sorted[sorted.length - 1] - sorted[0] >= 2,
  };
};

/**
 * Return the foundations rated below "agreed" while a later phase is being built: a question of it is agreed or more,
 * or an action of it is begun. ``questions`` and ``actions`` carry their phase (1, 2, 3). It changes no score.
 * Which questions are foundations, what everything else rests on, the data say.
 * @template {Founded} Question @param {Question[]} questions @param {Founded[]} actions @returns {Question[]}
 */
export const openFoundations = (questions, actions) => {
  const isBuilt = (/** @type {Founded} */ { phase, counted, status }) =>
    phase > 1 && (rankOf(counted) >= SETTLED || status === "doing" || status === "done");
  const begun = [...questions, ...actions].some(isBuilt);
  return begun
    ? questions.filter(({ foundation, counted }) => foundation && rankOf(counted) < SETTLED)
    : [];
};
