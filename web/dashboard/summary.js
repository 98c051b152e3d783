// Everything that the dashboard shows, reckoned from the content of the page and the work: pure, no page, no store.
import { sensible } from "../days.js";
import { statusOf } from "../register.js";
import * as score from "../score.js";
import { typedOf } from "../work/values.js";

const ORDER = ["late", "odd", "soon", "open", "done"];

const among = (value, names, otherwise) => {
  const name = typeof value === "number" ? String(value) : value;
  return names.includes(name) ? Number(name) : otherwise;
};

const text = (value) => (typeof value === "string" ? value.trim() : "");

/** Read what was noted on a question: ``get`` returns what stands under a key. */
export const readQuestion = (id, get, today) => {
  const field = (name) => get(`${id}#${name}`);
  const noted = {
    id,
    level: text(field("level")) || undefined,
    reviewed: text(field("reviewed")) || undefined,
    target: among(field("target"), ["1", "2", "3", "4"], 3),
    importance: among(field("importance"), ["1", "2", "3"], 2),
    evidence: text(field("evidence")),
    owner: text(field("owner")),
    next: text(field("next")),
    due: text(field("due")),
  };
  noted.counted = score.countedLevel(noted.level, noted.reviewed, today);
  const late = statusOf(noted, today) === "late";
  return {
    ...noted,
    lacks: score.lacks(noted, today),
    priority: score.priorityOf(noted),
    remaining: score.isRemaining(noted),
    high: score.isHigh(noted),
    overdue: late || (noted.level === "4" && score.isReviewOverdue(noted.reviewed, today)),
  };
};

/** Read what was noted on an action. */
export const readAction = (id, get, today) => {
  const field = (name) => text(get(`${id}#${name}`));
  const noted = {
    id,
    given: field("status"),
    owner: field("owner"),
    due: field("due"),
    note: field("note"),
  };
  const status = statusOf({ done: noted.given === "done", due: noted.due }, today);
  const closed = noted.given === "done" || noted.given === "na";
  return {
    ...noted,
    status,
    remaining: !closed,
    high: false,
    overdue: !closed && status === "late",
  };
};

const rowsOf = (questions, actions, today) => {
  const steps = questions
    .filter(({ next, due }) => next || due)
    .map((question) => {
      const status = statusOf(question, today);
      const title = question.next || question.words;
      return {
        ...question,
        id: `${question.id}.next`,
        title,
        typed: Boolean(question.next),
        status,
        remaining: true,
        overdue: status === "late",
      };
    });
  const taken = actions.filter(
    ({ given, owner, due, note }) => given !== "na" && (given || owner || due || note),
  );
  const rows = [
    ...steps,
    ...taken.map((action) => ({ ...action, title: action.words, typed: false })),
  ];
  return rows
    .map((row, order) => [
      row,
      ORDER.indexOf(row.status),
      sensible(row.due) ?? Number.MAX_SAFE_INTEGER,
      order,
    ])
    .sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[3] - b[3])
    .map(([row]) => row);
};

const LEVELS = ["0", "1", "2", "3", "4", "na", "unknown"];

const heatOf = (questions) => {
  const counts = LEVELS.map((level) => questions.filter(({ counted }) => counted === level).length);
  return [...counts, questions.length - counts.reduce((all, n) => all + n, 0)];
};

const targetOf = (questions) => {
  const asked = questions.filter(({ counted }) => counted !== "na");
  return asked.length
    ? (25 * asked.reduce((all, { target }) => all + target, 0)) / asked.length
    : undefined;
};

const isObject = (value) => typeof value === "object" && value !== null;

const LAST_MOMENT = 8.64e15; // milliseconds from 1970 that a Date can hold

/** Snapshots from a file may bear any number: one that is no moment stands before all others. */
const momentOf = ({ at }) => (Math.abs(at) <= LAST_MOMENT ? at : -Infinity);

const inOrder = (a, b) => Number(momentOf(a) > momentOf(b)) - Number(momentOf(a) < momentOf(b));

/** Return the snapshots among the records, oldest first; what is no snapshot of ours is left alone. */
export const snapshotsOf = (records) =>
  [...records]
    .filter(
      ([name, what]) =>
        name.startsWith("snapshot:") &&
        isObject(what) &&
        isObject(what.levels) &&
        typeof what.at === "number",
    )
    .map(([key, what]) => ({ ...what, key }))
    .sort(inOrder);

/** Freeze the present state for a snapshot: the levels that count, targets, statuses of actions. */
export const freeze = ({ questions, actions }, name, at) => ({
  name,
  at,
  levels: Object.fromEntries(
    questions.filter(({ counted }) => counted).map(({ id, counted }) => [id, counted]),
  ),
  targets: Object.fromEntries(questions.map(({ id, target }) => [id, target])),
  statuses: Object.fromEntries(
    actions.filter(({ given }) => given).map(({ id, given }) => [id, given]),
  ),
});

/** Compare the present state to a snapshot: what rose, fell, was rated since, and which actions were closed since. */
export const compare = ({ questions, actions }, snapshot) => {
  const found = { rose: [], fell: [], fresh: [], closed: [] };
  for (const question of questions) {
    const [from, to] = [score.rated(snapshot.levels[question.id]), score.rated(question.counted)];
    if (to === undefined) continue;
    if (from === undefined) found.fresh.push({ ...question, to });
    else if (to !== from) found[to > from ? "rose" : "fell"].push({ ...question, from, to });
  }
  found.closed = actions.filter(
    ({ id, given }) => given === "done" && snapshot.statuses?.[id] !== "done",
  );
  return found;
};

/** Return what stands under ids that the content no longer has: [{ id, field, value }, …]. */
export const homelessOf = (entries, { topics, others, tools }, retired) => {
  const known = new Set([
    ...others,
    ...topics.flatMap(({ questions, actions }) => [...questions, ...actions].map(({ id }) => id)),
  ]);
  const begun = Object.keys(tools).filter(
    (tool) => ![...known].some((id) => id.startsWith(`${tool}.`)),
  );
  const isKnown = (id) =>
    known.has(id) ||
    begun.some((tool) => id === tool || id.startsWith(`${tool}.`)) ||
    retired[id]?.length;
  return entries
    .map(([key, value]) => [key, key.lastIndexOf("#"), typedOf(value)])
    .map(([key, at, value]) => ({ id: key.slice(0, at), field: key.slice(at + 1), value }))
    .filter(({ id }) => !isKnown(id));
};

const readTopic = (topic, get, today) => {
  const about = { topic, phase: topic.phase };
  const place = (entry) => ({ ...entry, ...about, href: `${topic.href}#${entry.id}` });
  const questions = topic.questions.map((entry) => ({
    ...place(entry),
    ...readQuestion(entry.id, get, today),
  }));
  const actions = topic.actions.map((entry) => ({
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

/** Reckon everything: ``content`` comes from the page, the rest from the work. */
export const summary = (content, { get, entries, records, retired = {}, today }) => {
  const topics = content.topics.map((topic) => readTopic(topic, get, today));
  const [questions, actions] = [
    topics.flatMap((topic) => topic.questions),
    topics.flatMap((topic) => topic.actions),
  ];
  const snapshots = snapshotsOf(records);
  for (const topic of topics) {
    topic.last = snapshots.length
      ? score.topicScore(topic.questions.map(({ id }) => snapshots.at(-1).levels[id]))
      : undefined;
  }
  const scoresOf = (number) =>
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
    rows: rowsOf(questions, actions, today),
    evidence: questions.filter(({ evidence, lacks }) => evidence || lacks.length),
    homeless: homelessOf(entries, content, retired),
    empty: !entries.length && !snapshots.length,
  };
};
