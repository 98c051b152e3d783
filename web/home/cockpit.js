// What the cockpit of the home page shows, reckoned from the content of the page and the work: pure, no page, no store.
import { summary } from "../dashboard/summary.js";
import { isOpen } from "../score.js";
import { fill, number } from "../words.js";

const NEXT = 3;

/**
 * Return the content as the dashboard knows it: whole ids, and a question called by its number.
 * @type {(page: CockpitContent, question: string) => Content}
 */
export const contentOf = ({ phases, topics, meetings, tools, joins }, question) => ({
  phases,
  meetings,
  tools,
  joins,
  others: [],
  topics: topics.map((topic) => ({
    ...topic,
    questions: topic.questions.split(" ").map((at, n) => ({
      id: `${topic.id}.${at}`,
      href: topic.href,
      words: fill(question, { number: number(n + 1) }),
      tools: [],
    })),
    actions: topic.actions.map(({ id, ...action }) => ({ ...action, id: `${topic.id}.${id}` })),
  })),
});

/**
 * Return the question to go on with: the ``last`` one that was worked on; where nobody knows it, the first open one of
 * the last topic that was begun.
 * @type {(reckoning: { questions: Question[], topics: Topic[] }, last?: string) => Question | undefined}
 */
export const resumeAt = ({ questions, topics }, last) =>
  questions.find(({ id }) => id === last) ??
  topics
    .filter((topic) => topic.questions.some((question) => !isOpen(question)))
    .findLast((topic) => topic.questions.some(isOpen))
    ?.questions.find(isOpen);

/**
 * Reckon what is late, the next actions and where to go on; ``last`` is the question that was worked on last.
 * @type {(content: Content, read: WorkRead, last?: string) => Cockpit}
 */
export const cockpit = (content, read, last) => {
  const known = summary(content, read);
  const waiting = known.rows.filter(({ status, remaining }) => remaining && status !== "late");
  return {
    empty: known.empty,
    late: known.rows.filter(({ status }) => status === "late"),
    next: waiting.slice(0, NEXT),
    resume: resumeAt(known, last),
  };
};
