// A row of the register. Who, when and how far are changed in it; nothing else of the page moves meanwhile.
import { element, linked } from "../elements.js";
import { one } from "../find.js";
import { desk, showAll } from "../shared.js";
import { say } from "../words.js";

/** What the sheet says of it: to do unless somebody chose. @type {(row: RegisterRow, words: DashboardWords) => string} */
export const stateOf = ({ given = "" }, { states }) =>
  Object.hasOwn(states, given) ? states[given] : states.todo;

/** Whether it is late or soon due. @type {(row: RegisterRow, words: DashboardWords) => string} */
export const timingOf = ({ status }, { timings }) => timings[status] ?? "";

/** Where it is noted: a next step under its question. @type {(row: RegisterRow) => string} */
export const placeOf = ({ id }) => id.replace(/\.next$/, "");

/** Whether it is the next step of a question, which has no state of its own. @type {(row: RegisterRow) => boolean} */
const isStep = (row) => placeOf(row) !== row.id && row.given === undefined;

/**
 * A field under its label, which a desk does not show: there the head of the column says it.
 * @type {(label: string, row: RegisterRow, field: HTMLElement) => HTMLElement}
 */
const labelled = (label, row, field) =>
  element(
    "label",
    { class: "vm-field" },
    element(
      "span",
      { class: "vm-label" },
      label,
      element("span", { class: "vm-hidden" }, `, ${row.title}`),
    ),
    field,
  );

/** @type {(row: RegisterRow) => HTMLElement} */
const owner = (row) =>
  element("input", {
    type: "text",
    dir: "auto",
    autocomplete: "off",
    name: `${placeOf(row)}#owner`,
  });

/** @type {(row: RegisterRow, years: DOMStringMap) => HTMLElement} */
const due = (row, { first, last }) =>
  element("input", {
    type: "date",
    autocomplete: "off",
    min: `${first}-01-01`,
    max: `${last}-12-31`,
    name: `${placeOf(row)}#due`,
  });

/** @type {(row: RegisterRow, words: DashboardWords) => HTMLElement} */
const state = (row, { states }) =>
  element(
    "select",
    { name: `${placeOf(row)}#status`, autocomplete: "off", "data-default": "todo" },
    Object.entries(states).map(([value, name]) => element("option", { value }, name)),
  );

/** @type {(row: RegisterRow, words: DashboardWords, years: DOMStringMap) => Child[]} */
const cells = (row, words, years) => [
  labelled(words.owner, row, owner(row)),
  [labelled(words.due, row, due(row, years)), element("span", { class: "vm-timing" })],
  isStep(row) ? words.states.todo : labelled(words.status, row, state(row, words)),
];

/** Fill the fields of a row with what is kept. @type {(line: HTMLElement, row: RegisterRow) => void} */
const fillIn = (line, row) => {
  const keys = ["owner", "due", "status"].map((field) => `${placeOf(row)}#${field}`);
  showAll(
    keys.map((key) => [key, desk.work.get(key)]),
    line,
  );
};

/** @type {(row: RegisterRow, words: DashboardWords, years: DOMStringMap) => HTMLElement} */
const made = (row, words, years) => {
  const line = element(
    "tr",
    { "data-id": row.id },
    element(
      "th",
      { scope: "row" },
      row.typed ? element("a", { href: row.href, dir: "auto" }, row.title) : linked(row),
    ),
    element("td", { lang: row.topic.lang }, row.topic.title),
    cells(row, words, years).map((cell) => element("td", {}, cell)),
  );
  fillIn(line, row);
  return line;
};

/**
 * Show the rows in a table's body. What stays, stays the same element; while somebody is at one of them none leaves and
 * none changes its place.
 * @type {(body: HTMLElement, rows: RegisterRow[], words: DashboardWords, years: DOMStringMap) => void}
 */
export const showRows = (body, rows, words, years) => {
  const before = new Map([...body.querySelectorAll("tr")].map((line) => [line.dataset.id, line]));
  const lines = rows.map((row) => {
    const line = before.get(row.id) ?? made(row, words, years);
    line.dataset.status = row.status;
    say(one(line, "a"), row.title);
    say(one(line, ".vm-timing"), timingOf(row, words));
    return line;
  });
  if (!body.contains(document.activeElement)) body.replaceChildren(...lines);
  else body.append(...lines.filter((line) => !line.isConnected));
};
