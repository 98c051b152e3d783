// Everything that the dashboard shows, reckoned from the content of the page and the work: pure, no page, no store.
import { sensible } from "../days.js";
import { statusOf } from "../register.js";
import * as score from "../score.js";
import { typedOf } from "../work/values.js";
import { decidedOf } from "./decided.js";
import { joinedOf } from "./joined.js";
import { readAction, readQuestion } from "./notes.js";
import { snapshotsOf } from "./states.js";

const WORKSHOP = "workshop."; // meetings and decisions have a page of their own
const ORDER = ["late", "odd", "soon", "open", "done"];

/** The next steps of questions, as rows. @type {(questions: Question[], today: string) => RegisterRow[]} */
const stepsOf = (questions, today) =>
  questions
    .filter(({ next, due }) => next || due)
    .map((question) => {
      const status = statusOf(question, today);
      return {
        ...question,
        id: `${question.id}.next`,
        title: question.next || question.words,
        typed: Boolean(question.next),
        status,
        remaining: true,
        overdue: status === "late",
      };
    });

/** The actions that were taken up, as rows. @type {(actions: Action[]) => RegisterRow[]} */
const takenOf = (actions) =>
  actions
    .filter(({ given, owner, due, note }) => given !== "na" && (given || owner || due || note))
    .map((action) => ({ ...action, title: action.words, typed: false }));

/**
 * The register: late rows first, then by their day, else in the order of the vade-mecum.
 * @type {(...rows: RegisterRow[][]) => RegisterRow[]}
 */
const inOrder = (...rows) =>
  rows
    .flat()
    .map((row) => ({
      row,
      rank: ORDER.indexOf(row.status),
      day: sensible(row.due) ?? Number.MAX_SAFE_INTEGER,
    }))
    .sort((a, b) => a.rank - b.rank || a.day - b.day)
    .map(({ row }) => row);

const LEVELS = ["0", "1", "2", "3", "4", "na", "unknown"];

/** @type {(questions: Question[]) => number[]} */
const heatOf = (questions) => {
  const counts = LEVELS.map((level) => questions.filter(({ counted }) => counted === level).length);
  return [...counts, questions.length - counts.reduce((all, n) => all + n, 0)];
};

/** @type {(questions: Question[]) => number | undefined} */
const targetOf = (questions) => {
  const asked = questions.filter(({ counted }) => counted !== "na");
  return asked.length
    ? (25 * asked.reduce((all, { target }) => all + target, 0)) / asked.length
    : undefined;
};

/**
 * Return what stands under ids that the content no longer has: [{ id, field, value }, …].
 * @type {(entries: Pair[], content: Content, retired?: Retired) => Homeless[]}
 */
export const homelessOf = (entries, { topics, others, tools }, retired = {}) => {
  const known = new Set([
    ...others,
    ...topics.flatMap(({ questions, actions }) => [...questions, ...actions].map(({ id }) => id)),
  ]);
  const begun = Object.keys(tools).filter(
    (tool) => ![...known].some((id) => id.startsWith(`${tool}.`)),
  );
  const isKnown = (/** @type {string} */ id) =>
    known.has(id) ||
    id.startsWith(WORKSHOP) ||
    begun.some((tool) => id === tool || id.startsWith(`${tool}.`)) ||
    retired[id]?.length;
  return entries
    .map(([key, value]) => {
      const at = key.lastIndexOf("#");
      return { id: key.slice(0, at), field: key.slice(at + 1), value: typedOf(value) };
    })
    .filter(({ id }) => !isKnown(id));
};

/** @type {(topic: ContentTopic, get: Getter, today: string) => Topic} */
const readTopic = (topic, get, today) => {
  const place = (/** @type {{ id: string }} */ { id }) => ({
    topic,
    phase: topic.phase,
    href: `${topic.href}#${id}`,
  });
  const questions = topic.questions.map((entry) => ({
    ...entry,
    ...place(entry),
    ...readQuestion(entry.id, get, today),
  }));
  const actions = topic.actions.map((entry) => ({
    ...entry,
    ...place(entry),
    ...readAction(entry.id, get, today),
  }));
  return {
    ...topic,
    questions,
    actions,
    score: score.topicScore(questions.map(({ counted }) => counted)),
    target: targetOf(questions),
    heat: heatOf(questions),
  };
};

/** The topics, with the score of each at the last snapshot. @type {(content: Content, read: WorkRead, last: Snapshot | undefined) => Topic[]} */
const topicsOf = (content, { get, today }, last) =>
  content.topics.map((one) => {
    const topic = readTopic(one, get, today);
    const levels = last && topic.questions.map(({ id }) => last.levels[id]);
    return { ...topic, last: levels && score.topicScore(levels) };
  });

/** Reckon everything: ``content`` comes from the page, the rest from the work. @type {(content: Content, read: WorkRead) => Reckoning} */
export const summary = (content, read) => {
  const { entries, today } = read;
  const snapshots = snapshotsOf(read.records);
  const topics = topicsOf(content, read, snapshots.at(-1));
  const questions = topics.flatMap((topic) => topic.questions);
  const actions = topics.flatMap((topic) => topic.actions);
  const { steps, lists } = joinedOf(read, content);
  const scoresOf = (/** @type {number} */ number) =>
    topics.filter(({ phase }) => phase === number).map((topic) => topic.score);
  return {
    topics,
    questions,
    actions,
    snapshots,
    tools: content.tools,
    phases: content.phases.map((number) => ({ number, ...score.phaseScore(scoresOf(number)) })),
    priorities: score.priorities(questions),
    open: questions.filter(score.isOpen),
    foundations: score.openFoundations(
      questions,
      actions.map((action) => ({ ...action, status: action.given })),
    ),
    rows: inOrder(
      stepsOf(questions, today),
      takenOf(actions),
      steps,
      decidedOf(entries, questions, content.meetings, today),
    ),
    lists,
    evidence: questions.filter(({ evidence, lacks }) => evidence || lacks.length),
    homeless: homelessOf(entries, content, read.retired),
    empty: !entries.length && !snapshots.length,
  };
};
