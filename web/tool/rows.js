// The rows of a table that people add to. The page has a few places to write in; the first thing written in one makes it
// a row of its own, with a name that no other has and a place in the order. One that was removed can be brought back.
import { desk, isBeyond, showAll } from "../shared.js";
import { element } from "../elements.js";
import { around, cloned, one } from "../find.js";
import { fill, number } from "../words.js";
import { MOST } from "../work/limits.js";
import {
  isAside,
  isPlace,
  newRow,
  ORDER,
  orderer,
  placeOf,
  rowIn,
  rowsBelow,
} from "../work/rows.js";
import { plainOf } from "../work/values.js";
import { controlsOf } from "./answers.js";
import { openOnly } from "./folds.js";
import { nameOf, rename, startsIn, unhide } from "./row.js";

const byNumber = new Intl.Collator("en", { numeric: true }).compare; // texts have r10 before r2
const AT_ONCE = 200; // rows that are drawn at once; the others come when they are asked for, or printed
const source = orderer(); // one for each page: what it orders in turn stays together

/** The rows of one part that has a template. */
export class Rows {
  #drawn = AT_ONCE; // how many may be drawn
  /** @type {string[]} */ #waiting = []; // the names of those that are not
  #places = 0; // how many places were named
  /** @type {{ places: number, rows: HTMLElement[] }} */
  #aside = { places: 0, rows: [] }; // while the example is shown: how many places there were, rows, and lines that bring one back

  /** @param {HTMLElement} section @param {Tool} tool @param {ToolWords} words */
  constructor(section, tool, words) {
    this.section = section;
    this.words = words;
    this.prefix = `${tool.id}.${section.dataset.part}.`;
    this.template = one(section, "template");
    this.body = one(section, "tbody");
    this.given = new Set(
      [...this.body.querySelectorAll("tr[data-at]:not([data-free])")].map(nameOf),
    );
    this.least = this.#places = this.rows.length;
    for (const row of this.rows) unhide(row);
    const look = { type: "button", class: "vm-button vm-button--quiet", hidden: true };
    this.more = element("button", look);
    this.more.addEventListener("click", () => this.#drawMore());
    const adder = one(section, "[data-vm-add]");
    adder.hidden = false;
    adder.before(this.more);
    addEventListener("beforeprint", () => this.#waiting.length && this.#drawMore(Infinity));
    section.addEventListener("input", (event) => this.#begun(event), true); // before the value is taken
  }

  /** The rows that people add to, in their order on the page. */
  get rows() {
    return [...this.body.querySelectorAll("tr[data-free]")];
  }

  /** Make a row from the template, without a place on the page. @param {string} [at] */
  #made(at) {
    /** @type {HTMLTableRowElement} */
    const row = cloned(this.template);
    rename(row, at ?? `r${(this.#places += 1)}`);
    unhide(row);
    return row;
  }

  /** Number the rows. */
  count() {
    for (const [n, row] of this.rows.entries())
      one(row, "th .vm-count").textContent = String(n + 1);
  }

  /** Add a place to write in; return it. */
  add() {
    const row = this.#made();
    this.body.append(row);
    this.count();
    return row;
  }

  /** The row that a key is about; an empty text where it is in no row of this part. @param {string} key */
  #at(key) {
    return key.startsWith(this.prefix) ? rowIn(key) : "";
  }

  /** Whether a change may bring, take or move a row. @param {Change} change */
  concerns([key, value]) {
    const at = this.#at(key);
    if (!at || this.given.has(at)) return false;
    const shown = this.body.querySelector(`tr[data-at="${CSS.escape(at)}"]`);
    return isAside(key) || value === undefined || !shown;
  }

  /**
   * Show the rows that hold something of a Map key → value, in their order, then places to write in.
   * @param {Map<string, Value>} values
   */
  show(values) {
    const all = rowsBelow(values, this.prefix, this.given).map(([at]) => at);
    this.#waiting = all.slice(this.#drawn);
    this.more.hidden = !this.#waiting.length;
    this.more.textContent = fill(this.words.more, { n: number(this.#waiting.length) });
    const fresh = this.#arrange(all.slice(0, this.#drawn));
    const own = [...values].filter(([key]) => fresh.has(this.#at(key)));
    if (fresh.size) showAll(own, this.body);
  }

  /**
   * Put the rows of these names in order, places stay where they are; return the names of those that were not there.
   * @param {string[]} names @returns {Set<string>}
   */
  #arrange(names) {
    const known = new Map(this.rows.map((row) => [nameOf(row), row]));
    const touched = /** @type {HTMLElement | null} */ (document.activeElement);
    const places = this.#unused(new Set(names), touched);
    const fresh = new Set();
    /** @type {HTMLElement | undefined} */
    let before;
    for (const at of names) {
      if (!known.has(at)) fresh.add(at);
      const row = known.get(at) ?? places.shift() ?? this.body.appendChild(this.#made(at));
      if (nameOf(row) !== at) rename(row, at);
      // One that people write in is not moved without need.
      if (before && !(before.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING))
        before.after(row);
      before = row;
    }
    if (document.activeElement !== touched) touched?.focus();
    this.#fillUp();
    return fresh;
  }

  /**
   * Take away the rows that are not wanted, but for those that hold what is kept nowhere else; return unused places.
   * @param {Set<string>} wanted @param {Element | null} touched
   */
  #unused(wanted, touched) {
    const busy = (/** @type {HTMLElement} */ row) =>
      row.contains(touched) || controlsOf(row).some(isBeyond);
    const unused = this.rows.filter((row) => !wanted.has(nameOf(row)) && !busy(row));
    for (const row of unused) if (!isPlace(nameOf(row))) row.remove();
    return unused.filter((row) => isPlace(nameOf(row)));
  }

  /** Have as many rows as the page began with, at least. */
  #fillUp() {
    for (let missing = this.least - this.rows.length; missing > 0; missing -= 1)
      this.body.append(this.#made());
    this.count();
  }

  #empty() {
    const all = [...this.body.querySelectorAll("tr[data-free], .vm-undo")];
    for (const row of all) row.remove();
    return all;
  }

  /** Show the rows of the example, of its keys, and places; one's own stand aside with all that is in them. @param {Iterable<string>} keys */
  showExample(keys) {
    this.#aside = { places: this.#places, rows: this.#empty() };
    [this.#places, this.#waiting] = [0, []];
    this.more.hidden = true;
    const names = new Set([...keys].map((key) => this.#at(key)).sort(byNumber));
    for (const at of names) if (at && !this.given.has(at)) this.body.append(this.#made(at));
    while (this.rows.length < this.least) {
      const row = this.#made();
      if (!names.has(nameOf(row))) this.body.append(row);
    }
    this.count();
  }

  /** Show one's own rows again, as they were. */
  showOwn() {
    this.#empty();
    this.#places = this.#aside.places;
    this.body.append(...this.#aside.rows);
    this.count();
  }

  #drawMore(n = AT_ONCE) {
    const from = this.#waiting[0];
    this.#drawn += n;
    this.show(desk.entries());
    this.tell();
    if (n !== AT_ONCE) return;
    const row = one(this.body, `tr[data-at="${CSS.escape(from)}"]`);
    openOnly(row);
    controlsOf(row)[0].focus();
  }

  /**
   * What stands in rows that are not drawn, as formulas read it: { key: value }.
   * @param {Map<string, Value>} values @returns {Answers}
   */
  undrawn(values) {
    if (!this.#waiting.length) return {};
    const waiting = new Set(this.#waiting);
    const own = [...values].filter(([key]) => !isAside(key) && waiting.has(this.#at(key)));
    return Object.fromEntries(own.map(([key, value]) => [key, plainOf(value)]));
  }

  /**
   * Something is written in a place: it becomes a row, together with what was written there before the scripts ran.
   * @param {Event} event
   */
  #begun(event) {
    const [row, control] = [around(event, "tr[data-free]"), around(event, "[name*='#']")];
    if (!row || !control?.value || !isPlace(nameOf(row))) return;
    if (desk.work?.entries().length >= MOST.keys) return; // nothing of it will be kept
    const [was, values] = [`${this.prefix}${nameOf(row)}#`, desk.entries()];
    const early = [...values].filter(([key]) => key.startsWith(was));
    const order = this.#placeOf(row, values);
    const own = `${this.prefix}${newRow()}#`;
    rename(row, rowIn(own));
    /** @type {Change[]} */
    const moved = early.map(([key, value]) => [own + key.slice(was.length), value]);
    /** @type {Change[]} */
    const left = early.map(([key]) => [key, undefined]);
    desk.change(
      [[own + ORDER, order], ...left, ...moved],
      startsIn(
        row,
        moved.map(([key]) => key),
      ),
    );
  }

  /**
   * A place in the order between the rows beside one that has none yet.
   * @param {HTMLTableRowElement} row @param {Map<string, Value>} values
   */
  #placeOf(row, values) {
    const rows = this.rows.filter((other) => other === row || !isPlace(nameOf(other)));
    const orderOf = (/** @type {string} */ name) =>
      placeOf(values.get(`${this.prefix}${name}#${ORDER}`));
    const n = rows.indexOf(row);
    const left = orderOf(rows[n - 1]?.dataset.at ?? "");
    const right = orderOf(rows[n + 1]?.dataset.at ?? this.#waiting[0] ?? "");
    return source.createBetween(left, left && right && left >= right ? undefined : right); // two may have one place
  }

  /** Rows came that are to be reckoned with. */
  tell() {
    this.section.dispatchEvent(new Event("vm-rows", { bubbles: true }));
  }
}
