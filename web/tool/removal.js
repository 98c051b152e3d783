// A row is taken away, and a line offers to bring it back.
import { desk } from "../shared.js";
import { element } from "../elements.js";
import { fill } from "../words.js";
import { controlsOf, put } from "./answers.js";
import { nameOf, startsIn } from "./row.js";

/** Empty a row's controls; return what shows again what they held. @type {(row: HTMLElement) => () => void} */
const emptied = (row) => {
  const shown = controlsOf(row).map((control) => ({ control, held: held(control) }));
  for (const { control } of shown) put(control);
  return () => {
    for (const { control, held: was } of shown) Object.assign(control, was);
  };
};

/** @type {(control: Control) => object} */
const held = ({ type, checked, value }) =>
  type === "radio" || type === "checkbox" ? { checked } : { value };

/**
 * The line that stands in the place of a row that was removed, and its button, which brings it back.
 * @param {HTMLTableRowElement} row @param {number} n @param {ToolWords} words
 */
const undoLine = (row, n, words) => {
  const button = element("button", { type: "button", class: "vm-undo__button" }, words.undo);
  const what = `${fill(words.row, { number: n })} · ${words.removed} `;
  const said = element("span", { role: "status" }, what);
  const cell = element("td", { colspan: row.cells.length }, said, button);
  return { line: element("tr", { class: "vm-undo" }, cell), button };
};

/**
 * Take a row away: its answers go, those that are ``kept``. Return the button that brings them back.
 * @param {import("./rows.js").Rows} table @param {HTMLTableRowElement} row @param {boolean} kept
 */
export const remove = (table, row, kept) => {
  const own = `${table.prefix}${nameOf(row)}#`;
  const had = new Map(kept ? [...desk.entries()].filter(([key]) => key.startsWith(own)) : []);
  const starts = startsIn(row, had.keys());
  const { line, button } = undoLine(row, table.rows.indexOf(row) + 1, table.words);
  const showAgain = emptied(row);
  button.addEventListener("click", () => {
    line.replaceWith(row);
    showAgain();
    desk.change([...had], starts);
    table.count();
    controlsOf(row)[0].focus();
    table.tell();
  });
  row.replaceWith(line); // before the change, which takes away a row that holds nothing and has no focus
  desk.change([...had.keys()].map((key) => [key, undefined]));
  table.count();
  return button;
};
