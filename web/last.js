// Which question was worked on last, noted in the list of clusters: the home page leads back to it.
import { desk } from "./shared.js";

const QUESTION = /^(?:[\w-]+\.){2}q\d+(?=#)/;

/** @type {string | undefined} */
let last;

const note = () => {
  const { work, clusters, asOf } = desk;
  if (!last || !work || asOf || clusters.fact(work.id, "last") === last) return;
  clusters.note(work.id, "last", last);
};

document.addEventListener("input", ({ target }) => {
  const { name = "" } = /** @type {{ name?: string }} */ (target);
  last = QUESTION.exec(name)?.[0] ?? last;
  note();
});
desk.addEventListener("open", note);
