// One line in sight while a form is filled in: what it comes to.
import { one } from "../find.js";
import { fill, say } from "../words.js";

/** What the place of a result says. @param {Element} place */
const saidBy = (place) => {
  const seen = [...one(place, "[data-value]").childNodes].filter(
    (node) => !(/** @type {HTMLElement} */ (node).hidden),
  );
  return {
    label: one(place, "[data-field]").textContent,
    shown: seen
      .map(({ textContent }) => textContent)
      .join("")
      .trim(),
    verdict: place.matches(".vm-verdict"),
  };
};

/**
 * Say the verdicts of a form, three at most, or without one its first result; before anything is filled in, what will
 * stand there: a line that came later would cover what is being filled in.
 * @type {(root: ParentNode, words: ToolWords) => void}
 */
export const showOutcome = (root, words) => {
  const line = root.querySelector(".vm-outcome");
  if (!line) return;
  const all = [...root.querySelectorAll(".vm-results dl > div")].map(saidBy);
  const filled = all.filter(({ shown }) => shown && shown !== "–");
  const verdicts = filled.filter(({ verdict }) => verdict);
  const first = filled[0] ?? all.find(({ verdict }) => verdict) ?? all[0];
  const said = (verdicts.length ? verdicts : first ? [first] : [])
    .slice(0, 3)
    .map(({ label, shown }) => fill(words.said, { label, value: shown || "–" }));
  say(line, said.join(" · "));
};
