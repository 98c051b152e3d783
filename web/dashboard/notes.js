// What was noted on a question or an action, and what follows from it. Pure functions.
import { statusOf } from "../register.js";
import * as score from "../score.js";

/** @type {(value: unknown, names: string[], otherwise: number) => number} */
const among = (value, names, otherwise) => {
  const name = typeof value === "number" ? String(value) : value;
  return typeof name === "string" && names.includes(name) ? Number(name) : otherwise;
};

/** @type {(value: unknown) => string} */
const text = (value) => (typeof value === "string" ? value.trim() : "");

/**
 * Read what was noted on a question: ``get`` returns what stands under a key.
 * @type {(id: string, get: Getter, today: string) => QuestionNotes}
 */
export const readQuestion = (id, get, today) => {
  const field = (/** @type {string} */ name) => get(`${id}#${name}`);
  const words = (/** @type {string} */ name) => text(field(name));
  const [level, reviewed] = [words("level") || undefined, words("reviewed") || undefined];
  const noted = {
    id,
    level,
    reviewed,
    target: among(field("target"), ["1", "2", "3", "4"], 3),
    importance: among(field("importance"), ["1", "2", "3"], 2),
    evidence: words("evidence"),
    owner: words("owner"),
    next: words("next"),
    due: words("due"),
    counted: score.countedLevel(level, reviewed, today),
  };
  return { ...noted, ...judged(noted, today) };
};

/** What follows from it. @type {(noted: Omit<QuestionNotes, "lacks" | "priority" | keyof Passing>, today: string) => Omit<Passing, "owner"> & Pick<QuestionNotes, "lacks" | "priority">} */
const judged = (noted, today) => {
  const late = statusOf(noted, today) === "late";
  return {
    lacks: score.lacks(noted, today),
    priority: score.priorityOf(noted),
    remaining: score.isRemaining(noted),
    high: score.isHigh(noted),
    overdue: late || (noted.level === "4" && score.isReviewOverdue(noted.reviewed, today)),
  };
};

/** Read what was noted on an action. @type {(id: string, get: Getter, today: string) => ActionNotes} */
export const readAction = (id, get, today) => {
  const field = (/** @type {string} */ name) => text(get(`${id}#${name}`));
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
