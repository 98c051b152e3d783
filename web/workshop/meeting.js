// A meeting as it is kept, read whole: its facts, topics, questions with what was noted on each, decisions. Pure.
import { rowsBelow } from "../work/rows.js";
import { typedOf } from "../work/values.js";
import { CLOSING, OPENING } from "./agenda.js";
import { isSaid } from "./dealt.js";
import { DECISIONS, MEETINGS, decisionKey, meetingKey } from "./keys.js";
import { countOf } from "./spread.js";

const USUAL = 120; // minutes of a meeting
const LEVELS = [0, 1, 2, 3, 4];

/** @type {(value: Value | undefined) => string} */
const text = (value) => String(typedOf(value) ?? "").trim();

/** The names of the meetings, in the order in which they were made. @type {(values: Map<string, unknown>) => string[]} */
export const meetingsIn = (values) => rowsBelow(values, MEETINGS).map(([name]) => name);

/**
 * The decisions of all meetings, in the order in which they were made.
 * @type {(values: Map<string, Value>) => Decision[]}
 */
export const decisionsIn = (values) =>
  rowsBelow(values, DECISIONS).map(([name]) => {
    const field = (/** @type {string} */ what) => text(values.get(decisionKey(name, what)));
    return {
      name,
      text: field("text"),
      owner: field("owner"),
      due: field("due"),
      status: field("status"),
      about: field("about"),
      meeting: field("meeting"),
    };
  });

/** Those of one. @type {(values: Map<string, Value>, meeting: string) => Decision[]} */
export const decisionsOf = (values, meeting) =>
  decisionsIn(values).filter((one) => one.meeting === meeting);

/** @type {(values: Map<string, Value>, name: string, topics: OfferedTopic[]) => Record<string, number>} */
const gaveOf = (values, name, topics) => {
  const keys = [OPENING, ...topics.map(({ id }) => id), CLOSING];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const minutes = countOf(values.get(meetingKey(name, "minutes", key)));
      return minutes ? [[key, minutes]] : [];
    }),
  );
};

/** @type {(values: Map<string, Value>, name: string, question: OfferedQuestion, decisions: Decision[]) => AskedQuestion} */
const askedOf = (values, name, question, decisions) => {
  const field = (/** @type {string} */ what) => values.get(meetingKey(name, what, question.id));
  return {
    ...question,
    counts: LEVELS.map((level) => countOf(field(`voices-${level}`))),
    agreed: text(field("agreed")),
    said: text(field("said")),
    decisions: decisions.filter(({ about }) => about === question.id),
  };
};

/**
 * Read a meeting; ``topics`` are those that the page offers, of which it keeps those with a question that is asked.
 * @type {(values: Map<string, Value>, name: string, topics: OfferedTopic[]) => Meeting}
 */
export const readMeeting = (values, name, topics) => {
  const field = (/** @type {string} */ what) => text(values.get(meetingKey(name, what)));
  const isAsked = (/** @type {OfferedQuestion} */ { id }) =>
    values.get(meetingKey(name, "asked", id)) === true;
  const decisions = decisionsOf(values, name).filter(isSaid);
  const asked = topics
    .map((topic) => ({
      ...topic,
      questions: topic.questions
        .filter(isAsked)
        .map((question) => askedOf(values, name, question, decisions)),
    }))
    .filter(({ questions }) => questions.length);
  return {
    name,
    date: field("date"),
    start: field("start"),
    place: field("place"),
    people: field("people"),
    note: field("note"),
    begun: Number(field("begun")) || 0,
    length: countOf(field("length")) || USUAL,
    topics: asked,
    gave: gaveOf(values, name, asked),
    decisions,
  };
};
