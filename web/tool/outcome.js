// One line in sight while a form is filled in: what it comes to.
import { element } from "../elements.js";
import { one } from "../find.js";
import { fill } from "../words.js";

const AT_GLANCE = 4; // as many results of a large tool as one line holds on a wide screen

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

/** Tell whether a result says something: no blank, and no zero, which a form shows before anybody fills it in. @param {string} shown */
const telling = (shown) =>
  shown !== "" && shown !== "–" && (!/\d/.test(shown) || /[1-9]/.test(shown));

/**
 * Choose what to say: the verdicts, three at most, or without one the first result that says something; before anything is
 * filled in, what will stand there, still blank: a line that came later would cover what is being filled in.
 * @param {ReturnType<typeof saidBy>[]} results
 */
export const chosen = (results) => {
  const told = results.filter(({ shown }) => telling(shown));
  const verdicts = told.filter(({ verdict }) => verdict);
  if (told.length) return verdicts.length ? verdicts.slice(0, 3) : told.slice(0, 1);
  const first = results.find(({ verdict }) => verdict) ?? results[0];
  return first ? [{ ...first, shown: "–" }] : [];
};

/** A result with its name. @type {(result: ReturnType<typeof saidBy>, words: ToolWords) => HTMLElement} */
const figureOf = ({ label, shown }, words) => {
  const [before, after] = fill(words.said, { label, value: "\n" }).split("\n");
  return element("span", {}, before, element("b", {}, shown), after);
};

/** Say what a form comes to. @type {(root: ParentNode, words: ToolWords) => void} */
export const showOutcome = (root, words) => {
  const line = root.querySelector(".vm-outcome");
  if (!line) return;
  const glance = [...root.querySelectorAll(".vm-glance dl > div")].map(saidBy);
  const results = [...root.querySelectorAll(".vm-results dl > div")].map(saidBy);
  const told = glance.length ? glance.slice(0, AT_GLANCE) : chosen(results);
  const said = told.map(({ label, shown }) => [label, shown].join("\n")).join("\n");
  if (line.dataset.said === said) return; // announced once
  line.dataset.said = said;
  line.classList.toggle("vm-outcome--several", glance.length > 0);
  const between = glance.length ? " " : " · ";
  const parts = told.flatMap((one) => [between, figureOf(one, words)]);
  line.replaceChildren(...parts.slice(1));
};
