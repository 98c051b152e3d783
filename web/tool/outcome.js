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

/** Say the verdicts of a form, three at most, or without one its first result. @type {(root: ParentNode, words: ToolWords) => void} */
export const showOutcome = (root, words) => {
  const line = root.querySelector(".vm-outcome");
  if (!line) return;
  const filled = [...root.querySelectorAll(".vm-results dl > div")]
    .map(saidBy)
    .filter(({ shown }) => shown && shown !== "–");
  const verdicts = filled.filter(({ verdict }) => verdict);
  const chosen = verdicts.length ? verdicts : filled.slice(0, 1);
  const said = chosen
    .slice(0, 3)
    .map(({ label, shown }) => fill(words.said, { label, value: shown }));
  say(line, said.join(" · "));
};
