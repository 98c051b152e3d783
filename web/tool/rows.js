// The rows of a table that people add to. The page has a few places to write in; the first thing written in one makes it
// a row of its own, with a name that no other has and a place in the order. One that was removed can be brought back.
import { desk, isBeyond, showAll } from "../shared.js";
import { element } from "../elements.js";
import { fill, number } from "../words.js";
import { MOST } from "../work/limits.js";
import { isAside, isPlace, newRow, ORDER, orderer, rowsBelow } from "../work/rows.js";
import { plainOf } from "../work/values.js";
import { controlsOf, put } from "./answers.js";

const AT_ONCE = 200; // rows that are drawn at once; the others come when they are asked for, or printed
const NAMED = ["name", "id", "aria-labelledby", "data-vm-clear"];

const source = orderer(); // one for each page: what it orders in turn stays together

/** Give a row another name, in the keys and ids of all that it holds. */
const rename = (row, at) => {
  const from = row.dataset.at;
  row.dataset.at = at;
  for (const made of [
    ...row.querySelectorAll("[name], [id], [aria-labelledby], [data-vm-clear]"),
  ]) {
    for (const name of NAMED) {
      const value = made.getAttribute(name);
      if (value)
        made.setAttribute(name, value.replaceAll(new RegExp(`\\.${from}(?=[#@.])`, "g"), `.${at}`));
    }
  }
  for (const made of row.querySelectorAll("[data-at]")) made.dataset.at = at;
};

/** The rows of one part that has a template. */
export class Rows {
  #drawn = AT_ONCE; // how many may be drawn
  #waiting = []; // the names of those that are not
  #places = 0; // how many places were named
  #aside = []; // while the example is shown: how many places there were, rows, and lines that bring one back

  constructor(section, tool, words) {
    this.section = section;
    this.words = words;
    this.prefix = `${tool.id}.${section.dataset.part}.`;
    this.template = section.querySelector("template");
    this.body = section.querySelector("tbody");
    this.given = new Set(
      [...this.body.querySelectorAll("tr[data-at]:not([data-free])")].map(
        ({ dataset }) => dataset.at,
      ),
    );
    this.least = this.#rows.length;
    this.#places = this.least;
    for (const row of this.#rows) this.#unhide(row);
    this.adder = section.querySelector("[data-vm-add]");
    this.adder.hidden = false;
    this.more = element("button", {
      type: "button",
      class: "vm-button vm-button--quiet",
      hidden: true,
    });
    this.more.addEventListener("click", () => this.#drawMore());
    this.adder.before(this.more);
    addEventListener("beforeprint", () => this.#waiting.length && this.#drawMore(Infinity));
    section.addEventListener("input", ({ target }) => this.#begun(target), true); // before the value is taken
  }

  get #rows() {
    return [...this.body.querySelectorAll("tr[data-free]")];
  }

  #unhide(row) {
    for (const button of row.querySelectorAll("[data-vm-remove], [data-vm-clear]"))
      button.hidden = false;
  }

  /** Make a row from the template, without a place on the page. */
  #made(at) {
    const row = this.template.content.firstElementChild.cloneNode(true);
    rename(row, at ?? `r${(this.#places += 1)}`);
    this.#unhide(row);
    return row;
  }

  #count() {
    for (const [n, row] of this.#rows.entries())
      row.querySelector("th .vm-count").textContent = String(n + 1);
  }

  /** Add a place to write in; return it. */
  add() {
    const row = this.#made();
    this.body.append(row);
    this.#count();
    return row;
  }

  /** Whether a change under a key may bring, take or move a row. */
  concerns(key, value) {
    if (!key.startsWith(this.prefix)) return false;
    const at = key.slice(this.prefix.length, key.indexOf("#"));
    return (
      !this.given.has(at) &&
      (isAside(key) ||
        value === undefined ||
        !this.body.querySelector(`tr[data-at="${CSS.escape(at)}"]`))
    );
  }

  /** Show the rows that hold something of a Map key → value, in their order, then places to write in. */
  show(values) {
    const all = rowsBelow(values, this.prefix, this.given).map(([at]) => at);
    this.#waiting = all.slice(this.#drawn);
    this.more.hidden = !this.#waiting.length;
    this.more.textContent = fill(this.words.more, { n: number(this.#waiting.length) });
    const fresh = this.#arrange(all.slice(0, this.#drawn));
    const own = ([key]) =>
      key.startsWith(this.prefix) && fresh.has(key.slice(this.prefix.length, key.indexOf("#")));
    if (fresh.size) showAll(new Map([...values].filter(own)), this.body);
  }

  /** Put the rows of these names in order, places stay where they are; return the names of those that were not there. */
  #arrange(names) {
    const known = new Map(this.#rows.map((row) => [row.dataset.at, row]));
    const wanted = new Set(names);
    const touched = document.activeElement;
    const busy = (row) => row.contains(touched) || controlsOf(row).some(isBeyond); // it holds what is kept nowhere else
    const unused = [...known.values()].filter((row) => !wanted.has(row.dataset.at) && !busy(row));
    const places = unused.filter((row) => isPlace(row.dataset.at));
    for (const row of unused) if (!isPlace(row.dataset.at)) row.remove();
    const fresh = new Set();
    let before;
    for (const at of names) {
      let row = known.get(at);
      if (!row) {
        fresh.add(at);
        row = places.shift() ?? this.body.appendChild(this.#made(at));
        if (row.dataset.at !== at) rename(row, at);
      }
      // One that people write in is not moved without need.
      if (before && !(before.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING))
        before.after(row);
      before = row;
    }
    if (document.activeElement !== touched) touched.focus();
    for (let missing = this.least - this.#rows.length; missing > 0; missing -= 1)
      this.body.append(this.#made());
    this.#count();
    return fresh;
  }

  #empty() {
    const all = [...this.body.querySelectorAll("tr[data-free], .vm-undo")];
    for (const row of all) row.remove();
    return all;
  }

  /** Show the rows of the example, by their names, and places; one's own stand aside with all that is in them. */
  showExample(names) {
    this.#aside = [this.#places, ...this.#empty()];
    this.#places = 0;
    this.#waiting = [];
    this.more.hidden = true;
    for (const at of names) this.body.append(this.#made(at));
    while (this.#rows.length < this.least) {
      const row = this.#made();
      if (names.includes(row.dataset.at)) continue;
      this.body.append(row);
    }
    this.#count();
  }

  /** Show one's own rows again, as they were. */
  showOwn() {
    this.#empty();
    const [places, ...rows] = this.#aside;
    this.#places = places;
    this.body.append(...rows);
    this.#count();
  }

  #drawMore(n = AT_ONCE) {
    const from = this.#waiting[0];
    this.#drawn += n;
    this.show(desk.entries());
    this.section.dispatchEvent(new Event("vm-rows", { bubbles: true }));
    if (n === AT_ONCE)
      controlsOf(this.body.querySelector(`tr[data-at="${CSS.escape(from)}"]`))[0].focus();
  }

  /** What stands in rows that are not drawn, as formulas read it: { key: value }. */
  undrawn(values) {
    if (!this.#waiting.length) return {};
    const waiting = new Set(this.#waiting);
    const own = [...values].filter(
      ([key]) =>
        key.startsWith(this.prefix) &&
        !isAside(key) &&
        waiting.has(key.slice(this.prefix.length, key.indexOf("#"))),
    );
    return Object.fromEntries(own.map(([key, value]) => [key, plainOf(value)]));
  }

  /** Something is written in a place: it becomes a row, together with what was written there before the scripts ran. */
  #begun(control) {
    const row = control.closest("tr[data-free]");
    if (!row || !isPlace(row.dataset.at) || !control.name?.includes("#")) return;
    if (!control.value || desk.work?.entries().length >= MOST.keys) return; // nothing of it will be kept
    const [was, values] = [`${this.prefix}${row.dataset.at}#`, desk.entries()];
    const early = [...values].filter(([key]) => key.startsWith(was));
    const rows = this.#rows.filter((other) => other === row || !isPlace(other.dataset.at));
    const orderOf = (name) => name && values.get(`${this.prefix}${name}#${ORDER}`);
    const n = rows.indexOf(row);
    const left = orderOf(rows[n - 1]?.dataset.at);
    const right = orderOf(rows[n + 1]?.dataset.at ?? this.#waiting[0]);
    const at = newRow();
    const order = source.createBetween(left, left && right && left >= right ? undefined : right); // two may have one place
    rename(row, at);
    const moved = early.map(([key, value]) => [
      `${this.prefix}${at}#${key.slice(was.length)}`,
      value,
    ]);
    const prose = new Set(
      controlsOf(row)
        .filter((one) => one.matches("textarea:not([data-line])"))
        .map(({ name }) => name),
    );
    desk.change(
      [
        [`${this.prefix}${at}#${ORDER}`, order],
        ...early.map(([key]) => [key, undefined]),
        ...moved,
      ],
      new Map(moved.filter(([key]) => prose.has(key)).map(([key]) => [key, ""])),
    );
  }

  /** Take a row away: its answers go, and a line offers to bring them back. Return that line's button. */
  remove(row, kept) {
    const own = `${this.prefix}${row.dataset.at}#`;
    const had = new Map(kept ? [...desk.entries()].filter(([key]) => key.startsWith(own)) : []);
    const prose = [...had.keys()].filter((key) =>
      controlsOf(row).some((one) => one.name === key && one.matches("textarea:not([data-line])")),
    );
    const n = this.#rows.indexOf(row) + 1;
    const button = element("button", { type: "button", class: "vm-undo__button" }, this.words.undo);
    const said = element(
      "span",
      { role: "status" },
      `${fill(this.words.row, { number: n })} · ${this.words.removed} `,
    );
    const line = element(
      "tr",
      { class: "vm-undo" },
      element("td", { colspan: row.cells.length }, said, button),
    );
    const shown = controlsOf(row).map((control) => [
      control,
      control.type === "radio" || control.type === "checkbox" ? control.checked : control.value,
    ]);
    button.addEventListener("click", () => {
      line.replaceWith(row);
      for (const [control, value] of shown)
        control[typeof value === "boolean" ? "checked" : "value"] = value;
      desk.change([...had], new Map(prose.map((key) => [key, ""])));
      this.#count();
      controlsOf(row)[0].focus();
      this.section.dispatchEvent(new Event("vm-rows", { bubbles: true }));
    });
    for (const control of controlsOf(row)) put(control);
    row.replaceWith(line); // before the change, which takes away a row that holds nothing and has no focus
    desk.change([...had.keys()].map((key) => [key, undefined]));
    this.#count();
    return button;
  }
}
