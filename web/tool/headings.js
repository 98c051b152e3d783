// Columns and periods bear the names that people gave them elsewhere in the tool; until then, their labels.
import { numberOf } from "../days.js";
import { shownDate } from "../formula.js";
import { Run } from "../formula/run.js";
import { month, say } from "../words.js";

/** What stood there first. @type {WeakMap<Element, { text: string, lang: string }>} */
const labels = new WeakMap();

/** @type {(value: Reckoned, n: number) => string} */
const nameOf = (value, n) => {
  if (typeof value === "string") return value;
  const day = typeof value === "number" && shownDate(value);
  return day ? month(Number(numberOf(day)), n) : "";
};

/** @type {(place: HTMLElement, name: string) => void} */
const show = (place, name) => {
  if (!labels.has(place)) labels.set(place, { text: place.textContent.trim(), lang: place.lang });
  const { text, lang } = /** @type {{ text: string, lang: string }} */ (labels.get(place));
  say(place, name || text);
  if (lang) place.lang = name ? "" : lang; // nobody knows in which language a name is
};

/** Name every column and period below ``root`` after what is known by now. @type {(root: ParentNode, evaluation: Evaluation) => void} */
export const showHeadings = (root, evaluation) => {
  for (const { key: part, periods, named = {} } of evaluation.tool.parts)
    for (const [key, value] of Object.entries(named)) {
      const known = new Run(evaluation, "result", null).soft(value);
      const name = nameOf(known, periods.indexOf(key));
      for (const place of root.querySelectorAll(`[data-named="${part}.${key}"]`)) show(place, name);
    }
};
