// What proves it, and what has no place any more: the evidence register, answers to questions that are gone.
import { download, fileName } from "../download.js";
import { element, linked, written } from "../elements.js";
import { one } from "../find.js";
import { csv } from "../csv.js";

/**
 * Words for what a file may say in any way, "toString" for instance.
 * @template T @param {Record<string, T>} named @param {string | undefined} name
 */
const own = (named, name) =>
  name !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;

/** @type {(lacks: string[], words: DashboardWords) => string} */
const lacking = (lacks, words) => lacks.map((what) => words.lacks[what]).join(", ");

/** @type {(question: Question, words: DashboardWords) => string} */
const levelOf = ({ counted }, words) => own(words.exits, counted) ?? counted ?? "–";

/** @type {(question: Question, words: DashboardWords) => HTMLElement} */
const line = (question, words) =>
  element(
    "tr",
    { "data-id": question.id },
    element("td", { lang: question.topic.lang }, question.topic.title),
    element("th", { scope: "row" }, linked(question)),
    element("td", {}, levelOf(question, words)),
    element(
      "td",
      {},
      question.evidence ? written(question.evidence) : "",
      question.evidence && question.lacks.length ? " " : "",
      question.lacks.length ? element("em", {}, lacking(question.lacks, words)) : "",
    ),
  );

/** @type {(question: Question, words: DashboardWords) => string[]} */
const cells = (question, words) => [
  question.topic.title,
  question.words,
  levelOf(question, words),
  question.evidence || lacking(question.lacks, words),
  question.id,
];

/**
 * Offer the evidence register as a file.
 * @type {(root: ParentNode, latest: () => Summary, words: DashboardWords) => void}
 */
export const startEvidence = (root, latest, words) => {
  one(root, "[data-vm-evidence] [data-vm-csv]").addEventListener("click", () => {
    const { evidence, name } = latest();
    const heads = [words.topic, words.question, words.levelName, words.evidence, words.id];
    const rows = evidence.map((question) => cells(question, words));
    const table = csv([heads, ...rows], document.documentElement.lang);
    download(fileName(name, words.files.evidence, ".csv"), table, "text/csv;charset=utf-8");
  });
};

/**
 * Show evidence by topic, and answers without a place.
 * @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void}
 */
export const showKept = (root, { evidence, homeless }, words) => {
  const section = one(root, "[data-vm-evidence]");
  one(section, "tbody").replaceChildren(...evidence.map((question) => line(question, words)));
  one(section, "[data-vm-none]").hidden = evidence.length > 0;
  one(section, "[data-vm-some]").hidden = !evidence.length;
  const rest = one(root, "[data-vm-homeless]");
  rest.hidden = !homeless.length;
  one(rest, "dl").replaceChildren(
    ...homeless.map(({ id, field, value }) =>
      element(
        "div",
        {},
        element("dt", { dir: "auto" }, `${id} · ${own(words.fields, field) ?? field}`),
        written(String(value), "dd"),
      ),
    ),
  );
};
