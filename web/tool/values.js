// Show what a tool computes: values, the choice reached with its reading, messages beside their rows.
import { Problem, shownDate } from "../formula.js";
import { cloned, one } from "../find.js";
import { fieldKind } from "../kinds.js";
import { day, fill, number, plural, say } from "../words.js";
import { showHeadings } from "./headings.js";
import { showLeads } from "./leads.js";

/**
 * Write a computed value in the language of the page; nothing for a blank.
 * @type {(value: Reckoned | undefined, field: Pick<Shape, "type" | "decimals">, words: ToolWords) => string}
 */
export const written = (value, { type, decimals }, words) => {
  if (value === null || value === undefined) return "";
  if (value instanceof Problem) return words.problem;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value !== "number") return String(value);
  const { holds, percent } = fieldKind(type);
  if (holds === "day") return shownDate(value) ? day(shownDate(value)) : words.problem;
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const least = 0.5 * 10 ** -(decimals + (percent ? 2 : 0));
  return number(Math.abs(value) < least ? 0 : value, { ...places, ...form(type) }); // no zero below zero
};

/**
 * The same where it stands alone, large or in a drawing: no cents where there are none.
 * @type {(value: Reckoned | undefined, field: Pick<Shape, "type" | "decimals">, words: ToolWords) => string}
 */
export const brief = (value, { type, decimals }, words) => {
  const whole = !fieldKind(type).even && Number.isInteger(value);
  return written(value, { type, decimals: whole ? 0 : decimals }, words);
};

/** How Intl writes the numbers of a type. @type {(type: string) => Intl.NumberFormatOptions} */
export const form = (type) => ({
  style: fieldKind(type).percent ? "percent" : "decimal",
  ...(fieldKind(type).grouped ? {} : { useGrouping: false }),
});

/** @type {(span: Element, words: string) => void} */
const text = (span, words) => {
  let node = [...span.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE);
  if (!node) span.prepend((node = document.createTextNode("")));
  if (node.nodeValue !== words) node.nodeValue = words;
};

/** @type {WeakMap<Element, string | undefined>} */
const shown = new WeakMap(); // places of values → what stands there: most of a large tool stays as it is after a key

/**
 * Show every computed value below ``root`` that is another than before, under the names that columns have by now.
 * @type {(root: ParentNode, evaluation: Evaluation, fields: Record<string, Shape>, words: ToolWords) => void}
 */
export const showValues = (root, evaluation, fields, words) => {
  showHeadings(root, evaluation);
  for (const span of root.querySelectorAll("[data-value]")) {
    const name = span.dataset.value;
    const [part, field] = name.split(".");
    const value = evaluation.one(part, field, span.dataset.at ?? null);
    const state = value instanceof Problem ? "problem" : `${typeof value} ${value}`;
    if (shown.get(span) === state) continue;
    shown.set(span, state);
    showValue(span, value, fields[name], words);
  }
};

/** @type {(span: HTMLElement & { dataset: { value: string } }, value: Reckoned, field: Shape, words: ToolWords) => void} */
const showValue = (span, value, field, words) => {
  const choices = (span.closest("dd") ?? span).querySelectorAll("[data-choice]");
  for (const choice of choices) choice.hidden = choice.dataset.choice !== value;
  const told = choices.length && typeof value === "string";
  const blank = value === null && span.dataset.value.startsWith("result.") ? "–" : "";
  const write = span.closest(".vm-glance") ? brief : written;
  text(span, told ? "" : blank || write(value, field, words));
  span.classList.toggle("vm-value--problem", value instanceof Problem);
};

const MOST = 50; // messages at one place

/**
 * Show the messages of the checks that fired, each beside its row, or under its part.
 * @type {(root: ParentNode, evaluation: Evaluation, words: ToolWords) => void}
 */
export const showChecks = (root, evaluation, words) => {
  const fired = evaluation.fired().map((found) => ({
    ...found,
    part: evaluation.tool.checks.find(({ key }) => key === found.key)?.part ?? "",
  }));
  count(root, fired.length, words);
  const places = [...root.querySelectorAll("[data-remarks]")];
  const own = new Set(places.map(({ dataset: { remarks, at } }) => `${remarks} ${at ?? ""}`));
  /** @type {Map<string, PlacedCheck[]>} */
  const byPlace = new Map();
  for (const found of fired) {
    const name = `${found.part} ${found.at ?? ""}`;
    const where = own.has(name) ? name : `${found.part} `;
    byPlace.set(where, [...(byPlace.get(where) ?? []), found].slice(0, MOST));
  }
  for (const place of places) {
    const { remarks, at } = place.dataset;
    const here = byPlace.get(`${remarks} ${at ?? ""}`) ?? [];
    const names = here.map(({ key, at: where }) => `${key} ${where}`).join("|");
    if ((place.dataset.shown ?? "") === names) continue; // said once
    place.dataset.shown = names;
    place.replaceChildren(...here.map((found) => message(root, found, words)));
  }
  showLeads(root);
};

/** Say above the results how many points there are to look at. @type {(root: ParentNode, n: number, words: ToolWords) => void} */
const count = (root, n, words) => {
  const line = root.querySelector("[data-fired]");
  if (!line) return;
  line.hidden = !n;
  say(line, n ? plural(words.points, n) : "");
};

/** @type {(root: ParentNode, found: PlacedCheck, words: ToolWords) => HTMLElement} */
const message = (root, { key, part, at }, words) => {
  const made = cloned(one(root, `template[data-check="${key}"]`));
  const period = at && root.querySelector(`[data-part="${part}"] thead [data-place="${at}"]`);
  if (period)
    made.lastElementChild?.prepend(fill(words.said, { label: period.textContent, value: "" }));
  return made;
};
