// States of the work that were kept as snapshots, and what has changed since. Pure functions.
import { rated } from "../score.js";
import { isObject } from "../work/values.js";

const LAST_MOMENT = 8.64e15; // milliseconds from 1970 that a Date can hold

/**
 * Snapshots from a file may bear any number: one that is no moment stands before all others.
 * @type {(snapshot: { at: number }) => number}
 */
const momentOf = ({ at }) => (Math.abs(at) <= LAST_MOMENT ? at : -Infinity);

/** @type {(a: { at: number }, b: { at: number }) => number} */
const inOrder = (a, b) => Number(momentOf(a) > momentOf(b)) - Number(momentOf(a) < momentOf(b));

/** @param {unknown} what @returns {what is Omit<Snapshot, "key">} */
const isState = (what) => isObject(what) && isObject(what.levels) && typeof what.at === "number";

/**
 * Return the snapshots among the records, oldest first; what is no snapshot of ours is left alone.
 * @type {(records: Map<string, unknown>) => Snapshot[]}
 */
export const snapshotsOf = (records) =>
  [...records]
    .flatMap(([key, what]) =>
      key.startsWith("snapshot:") && isState(what) ? [{ ...what, key }] : [],
    )
    .sort(inOrder);

/**
 * Freeze the present state for a snapshot: the levels that count, targets, statuses of actions.
 * @type {(summary: { questions: Question[], actions: Action[] }, name: string, at: number) => Omit<Snapshot, "key">}
 */
export const freeze = ({ questions, actions }, name, at) => ({
  name,
  at,
  levels: Object.fromEntries(
    questions.flatMap(({ id, counted }) => (counted ? [[id, counted]] : [])),
  ),
  targets: Object.fromEntries(questions.map(({ id, target }) => [id, target])),
  statuses: Object.fromEntries(
    actions.filter(({ given }) => given).map(({ id, given }) => [id, given]),
  ),
});

/**
 * Compare the present state to a snapshot: what rose, fell, was rated since, and which actions were closed since.
 * @type {(summary: { questions: Question[], actions: Action[] }, snapshot: Snapshot) => Changes}
 */
export const compare = ({ questions, actions }, snapshot) => {
  /** @type {Changes} */
  const changes = { rose: [], fell: [], fresh: [], closed: [] };
  for (const question of questions) {
    const [from, to] = [rated(snapshot.levels[question.id]), rated(question.counted)];
    if (to === undefined) continue;
    if (from === undefined) changes.fresh.push({ ...question, to });
    else if (to !== from) changes[to > from ? "rose" : "fell"].push({ ...question, from, to });
  }
  changes.closed = actions.filter(
    ({ id, given }) => given === "done" && snapshot.statuses?.[id] !== "done",
  );
  return changes;
};
