// The minutes of a meeting as blocks of a document: facts, decisions, each question with the spread of levels, what was
// agreed and said, what is left. Pure: words, days and numbers come with it.
import { day, fill, number, plural } from "../words.js";
import { isDealtWith } from "./dealt.js";
import { lengthOf, spreadWords } from "./said.js";
import { spread } from "./spread.js";

const WHOLE = 9412; // twentieths of a point between the margins
const NAME = 2300;

/** @type {(style: string, text: string, bold?: boolean) => Block} */
const line = (style, text, bold) => ({ style, text, bold });

/** @type {(meeting: Meeting, cluster: string, words: WorkshopWords) => Block} */
const facts = ({ date, start, length, place, people }, cluster, words) => {
  const rows = [
    [words.cluster, cluster],
    [words.date, day(date)],
    [words.hours, [start, lengthOf(length, words)].filter(Boolean).join(" · ")],
    [words.place, place],
    [words.present, people],
  ];
  return {
    table: words.report,
    widths: [NAME, WHOLE - NAME],
    rows: rows.filter(([, text]) => text),
  };
};

/** @type {(meeting: Meeting, words: WorkshopWords) => Block[]} */
const decided = ({ decisions, topics }, words) => {
  const questions = topics.flatMap((topic) => topic.questions);
  const textOf = (/** @type {string} */ about) => questions.find(({ id }) => id === about)?.text;
  const rows = decisions.map(({ text, owner, due, about }) => [
    text || "–",
    owner || "–",
    due ? day(due) : "–",
    textOf(about) ?? "–",
  ]);
  const head = [words.decision, words.owner, words.due, words.question];
  const title = line("Heading1", words.decisions);
  if (!rows.length) return [title, line("Normal", words.none)];
  return [title, { table: words.decisions, widths: [3612, 1700, 1600, 2500], head, rows }];
};

/** @type {(question: AskedQuestion, words: WorkshopWords) => Block[]} */
const chosen = ({ counts }, words) => {
  const found = spread(counts);
  if (!found) return [];
  const rows = counts.map((count, level) => [
    `${number(level)} · ${words.levels[level]}`,
    number(count),
  ]);
  return [
    line("Normal", spreadWords(found, words)),
    { table: words.voices, widths: [NAME + 1800, 1600], head: [words.level, words.count], rows },
  ];
};

/** @type {(question: AskedQuestion, words: WorkshopWords) => Block[]} */
const asked = (question, words) => {
  const { text, agreed, said, decisions } = question;
  const level = agreed && `${agreed} · ${words.levels[Number(agreed)] ?? ""}`;
  return [
    line("Heading2", text),
    ...chosen(question, words),
    ...(level ? [line("Normal", fill(words.agreedLine, { level }), true)] : []),
    ...(said ? said.split(/\n+/).map((part) => line("Normal", part)) : []),
    ...decisions.map((one) =>
      line("Normal", fill(words.decisionLine, { decision: one.text || "–" })),
    ),
  ];
};

/** @type {(topic: AskedTopic, words: WorkshopWords) => Block[]} */
const discussed = ({ title, questions }, words) => {
  const dealt = questions.filter(isDealtWith);
  if (!dealt.length) return [];
  return [line("Heading1", title), ...dealt.flatMap((question) => asked(question, words))];
};

/** @type {(meeting: Meeting, words: WorkshopWords) => Block[]} */
const left = ({ topics }, words) => {
  const rest = topics.flatMap(({ questions }) => questions).filter((one) => !isDealtWith(one));
  if (!rest.length) return [];
  const points = rest.map(({ text }) => line("VademecumCell", `– ${text}`));
  return [line("Heading1", words.undone), line("Normal", words.undoneNote), ...points];
};

/** The title of the minutes of a meeting. @type {(meeting: Meeting, words: WorkshopWords) => string} */
export const titleOf = ({ date }, { report }) =>
  [report, date && day(date)].filter(Boolean).join(" · ");

/**
 * Return the minutes of a meeting of a cluster.
 * @type {(meeting: Meeting, cluster: string, words: WorkshopWords) => Block[]}
 */
export const minutes = (meeting, cluster, words) => [
  line("Title", words.report),
  facts(meeting, cluster, words),
  ...decided(meeting, words),
  ...meeting.topics.flatMap((topic) => discussed(topic, words)),
  ...(meeting.note
    ? [
        line("Heading1", words.moreNote),
        ...meeting.note.split(/\n+/).map((part) => line("Normal", part)),
      ]
    : []),
  ...left(meeting, words),
];

/** How much was done, in words. @type {(meeting: Meeting, words: WorkshopWords) => string} */
export const doneWords = ({ topics, decisions }, words) => {
  const dealt = topics.flatMap(({ questions }) => questions).filter(isDealtWith).length;
  return [plural(words.dealt, dealt), plural(words.decidedCount, decisions.length)].join(" · ");
};
