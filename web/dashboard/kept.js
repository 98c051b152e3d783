// What proves it, and what has no place any more: the evidence register, answers to questions that are gone.
import { download, fileName } from "../download.js";
import { element, linked, written } from "../elements.js";
import { csv } from "../csv.js";

/** Words for what a file may say in any way, "toString" for instance. */
const own = (named, name) => (Object.hasOwn(named, name) ? named[name] : undefined);

const lacking = (lacks, words) => lacks.map((what) => words.lacks[what]).join(", ");

const levelOf = ({ counted }, words) => own(words.exits, counted) ?? counted ?? "–";

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

/** Offer the evidence register as a file. */
export const startEvidence = (root, latest, words) => {
  root.querySelector("[data-vm-evidence] [data-vm-csv]").addEventListener("click", () => {
    const { evidence, name } = latest();
    const heads = [words.topic, words.question, words.levelName, words.evidence, words.id];
    const rows = evidence.map((one) => [
      one.topic.title,
      one.words,
      levelOf(one, words),
      one.evidence || lacking(one.lacks, words),
      one.id,
    ]);
    download(
      fileName(name, words.files.evidence, ".csv"),
      csv([heads, ...rows], document.documentElement.lang),
      "text/csv;charset=utf-8",
    );
  });
};

/** Show evidence by topic, and answers without a place. */
export const showKept = (root, { evidence, homeless }, words) => {
  const section = root.querySelector("[data-vm-evidence]");
  section
    .querySelector("tbody")
    .replaceChildren(...evidence.map((question) => line(question, words)));
  section.querySelector("[data-vm-none]").hidden = evidence.length > 0;
  section.querySelector("[data-vm-some]").hidden = !evidence.length;
  const rest = root.querySelector("[data-vm-homeless]");
  rest.hidden = !homeless.length;
  rest
    .querySelector("dl")
    .replaceChildren(
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
