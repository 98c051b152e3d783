// Rows of a table: further ones from its template, with the next free key; one removed can be brought back.
import { desk, showAll } from "../shared.js";
import { fill } from "../words.js";
import { answersOf, controlsOf, keyOf, put } from "./answers.js";
import { element } from "../elements.js";

const numberOf = (row) => Number(row.dataset.at.slice(1));

const freeRows = (body) => [...body.querySelectorAll("tr[data-free]")];

/** The place of a new row in the keys and ids of the template. */
const rename = (row, at, number) => {
  row.dataset.at = at;
  for (const made of row.querySelectorAll("[name], [id], [aria-labelledby], [data-at], [data-vm-clear], [list]")) {
    for (const name of ["name", "id", "aria-labelledby", "data-at", "data-vm-clear"]) {
      const value = made.getAttribute(name);
      if (value) made.setAttribute(name, name === "data-at" ? at : value.replaceAll(".r0#", `.${at}#`).replaceAll(".r0.", `.${at}.`));
    }
  }
  row.querySelector("th .vm-count").textContent = String(number);
};

const unhide = (row) => {
  for (const button of row.querySelectorAll("[data-vm-remove], [data-vm-clear]")) button.hidden = false;
};

/** The rows of one part that has a template. */
export class Rows {
  constructor(section, words) {
    this.section = section;
    this.words = words;
    this.template = section.querySelector("template");
    this.body = section.querySelector("tbody");
    this.adder = section.querySelector("[data-vm-add]");
    this.adder.hidden = false;
    this.least = freeRows(this.body).length;
    for (const row of freeRows(this.body)) unhide(row);
  }

  /** Add the row with a key, or the next free one; return it. */
  add(at) {
    const free = freeRows(this.body);
    const number = at ? Number(at.slice(1)) : Math.max(0, ...free.map(numberOf)) + 1;
    const row = this.template.content.firstElementChild.cloneNode(true);
    rename(row, `r${number}`, number);
    unhide(row);
    const next = free.find((other) => numberOf(other) > number);
    if (next) next.before(row);
    else this.body.append(row);
    return row;
  }

  /** Make the rows that answers under ``keys`` need, and show what was entered in them. */
  fit(keys) {
    const prefix = `${this.section.closest("vm-tool").tool.id}.${this.section.dataset.part}.`;
    const wanted = new Set([...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length).split("#")[0]));
    const known = [...desk.entries()];
    for (const at of wanted) {
      if (!/^r[1-9]\d{0,3}$/.test(at) || this.body.querySelector(`tr[data-at="${at}"]`)) continue;
      const row = this.add(at);
      showAll(new Map(known.filter(([key]) => key.startsWith(`${prefix}${at}#`))), row);
    }
  }

  /** Let go of the rows that were added. */
  trim() {
    for (const row of freeRows(this.body)) if (numberOf(row) > this.least) row.remove();
  }

  /** Take a row away: its answers go, and a line offers to bring them back. Return that line's button. */
  remove(row, kept) {
    const had = new Map(Object.entries(answersOf(row)).filter(([, value]) => value !== null));
    const texts = new Set(controlsOf(row).filter(({ type }) => type === "text" || type === "textarea").map(keyOf));
    if (kept) desk.change([...had.keys()].map((key) => [key, undefined]));
    for (const control of controlsOf(row)) put(control);
    const button = element("button", { type: "button", class: "vm-undo__button" }, this.words.undo);
    const said = element("span", { role: "status" }, `${fill(this.words.row, { number: numberOf(row) })} · ${this.words.removed} `);
    const line = element("tr", { class: "vm-undo" }, element("td", { colspan: row.cells.length }, said, button));
    button.addEventListener("click", () => {
      line.replaceWith(row);
      for (const control of controlsOf(row)) put(control, had.get(keyOf(control)));
      if (kept) desk.change([...had], new Map([...had.keys()].filter((key) => texts.has(key)).map((key) => [key, ""])));
      controlsOf(row)[0].focus();
      this.section.dispatchEvent(new Event("vm-rows", { bubbles: true }));
    });
    row.replaceWith(line);
    return button;
  }
}
