// One row of a table that people add to.
import { controlsOf } from "./answers.js";

const NAMED = ["name", "id", "aria-labelledby", "data-vm-clear"];

/** The name of a row. @type {(row: HTMLElement) => string} */
export const nameOf = ({ dataset }) => dataset.at;

/** Give a row another name, in the keys and ids of all that it holds. @type {(row: HTMLElement, at: string) => void} */
export const rename = (row, at) => {
  const own = new RegExp(`\\.${row.dataset.at}(?=[#@.])`, "g");
  row.dataset.at = at;
  for (const made of [
    ...row.querySelectorAll("[name], [id], [aria-labelledby], [data-vm-clear]"),
  ]) {
    for (const name of NAMED) {
      const value = made.getAttribute(name);
      if (value) made.setAttribute(name, value.replaceAll(own, `.${at}`));
    }
  }
  for (const made of row.querySelectorAll("[data-at]")) made.dataset.at = at;
};

/** Show the buttons that remove a row and clear its fields. @type {(row: HTMLElement) => void} */
export const unhide = (row) => {
  for (const button of row.querySelectorAll("[data-vm-remove], [data-vm-clear]"))
    button.hidden = false;
};

/**
 * What prose of a row starts from where nobody has seen it, by key: nothing. All else is chosen, and has no start.
 * @type {(row: HTMLElement, keys: Iterable<string>) => Map<string, string>}
 */
export const startsIn = (row, keys) => {
  const prose = controlsOf(row).filter((one) => one.matches("textarea:not([data-line])"));
  const names = new Set(prose.map(({ name }) => name));
  return new Map([...keys].filter((key) => names.has(key)).map((key) => [key, ""]));
};
