// <vm-tool>: a form that computes. The controls are native ones, kept by fields.js; this shows what follows from them.
import { checkDay, desk, showAll } from "./shared.js";
import { around, one } from "./find.js";
import { Evaluation } from "./formula.js";
import { offerCalendar } from "./calendar.js";
import { writeNumber } from "./numbers.js";
import { day, fill, language, say } from "./words.js";
import { answersOf, begin, controlsOf, keyOf, put } from "./tool/answers.js";
import { makeCells } from "./tool/cells.js";
import { drawCharts } from "./tool/charts.js";
import { datedRows } from "./tool/dates.js";
import { folded, openOnly, showFolds } from "./tool/folds.js";
import { showOutcome } from "./tool/outcome.js";
import { remove } from "./tool/removal.js";
import { showNumber } from "./tool/readings.js";
import { Rows } from "./tool/rows.js";
import { leaveStep, showSections, startSections } from "./tool/sections.js";
import { showChecks, showValues } from "./tool/values.js";
import { isAside } from "./work/rows.js";
import { plainOf } from "./work/values.js";

/** A value of the example as it is written in a control. @type {(value: Answer, type?: string) => Answer} */
const writtenAs = (value, type) =>
  typeof value === "number" ? writeNumber(value, language(), type, false) : value;

/** A value as formulas read it. @type {(entry: [string, any]) => [string, Answer]} */
const plain = ([key, value]) => [key, plainOf(value)];

const SLOW = 150; // milliseconds from which on nobody wants to wait after each key
const REST = 500;

class ToolForm extends /** @type {new () => ToolElement} */ (HTMLElement) {
  /** @type {Answers | undefined} */ #own; // the answers that were there before the example was shown
  #waiting = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  #took = 0; // milliseconds, the last time

  connectedCallback() {
    if (this.tool) return;
    Object.assign(this, JSON.parse(one(this, ":scope > [data-tool]").textContent)); // tool, example, fields, charts, calendar
    this.words = JSON.parse(one(this, ":scope > [data-words]").textContent);
    makeCells(this, this.fields);
    this.tables = [...this.querySelectorAll("[data-part]:has(template)")].map(
      (part) => new Rows(part, this.tool, this.words),
    );
    this.addEventListener("input", (event) => {
      if (!event.isComposing) this.#later();
    });
    this.addEventListener("compositionend", () => this.#later());
    this.addEventListener("click", (event) => this.#pressed(event));
    this.addEventListener("vm-rows", () => this.#later());
    for (const name of /** @type {const} */ (["open", "change"]))
      desk.addEventListener(name, ({ detail }) => this.#arrived(detail));
    one(this, "[data-vm-example]").hidden = !Object.keys(this.example).length;
    if (this.calendar) one(this, "[data-vm-ics]").hidden = false;
    for (const button of this.querySelectorAll("[data-vm-steps]")) button.hidden = false;
    startSections(this);
    this.#arrived(desk.entries());
    this.#show();
    new ResizeObserver(() => this.#later()).observe(this); // drawings are as wide as there is room
  }

  /** @param {Iterable<Change>} changes */
  #arrived(changes) {
    if (this.#own) return;
    const known = desk.entries();
    for (const table of this.tables)
      if ([...changes].some((change) => table.concerns(change))) table.show(known);
    this.#later();
  }

  /** @param {Event} event */
  #pressed(event) {
    if (folded(event)) return;
    const part = around(event, "[data-part]");
    const table = this.tables.find(({ section }) => section === part);
    const row = around(event, "[data-vm-remove]")?.closest("tr");
    if (table && around(event, "[data-vm-add]")) this.#add(table);
    else if (table && row) remove(table, row, !this.#own).focus();
    else if (around(event, "[data-vm-example], [data-vm-back]")) this.#toggle();
    else if (around(event, "[data-vm-steps]")) this.#steps();
    else if (around(event, "[data-vm-ics]")) this.#dates();
    else if (!around(event, "[data-vm-clear]")) return;
    this.#later();
  }

  /** @param {Rows} table */
  #add(table) {
    const row = this.#named(table.add());
    openOnly(row);
    controlsOf(row)[0].focus();
  }

  /** Show the steps of the reckoning, or no more. */
  #steps() {
    const button = one(this, "[data-vm-steps]");
    const shown = this.classList.toggle("vm-steps");
    button.setAttribute("aria-pressed", String(shown));
    say(button, shown ? this.words.unreckoned : this.words.reckoned);
    if (!shown) leaveStep(this);
  }

  /**
   * While the example is shown, names are such that nothing is kept.
   * @template {ParentNode} Root @param {Root} root
   */
  #named(root) {
    const [from, to] = this.#own ? ["#", "@"] : ["@", "#"];
    for (const control of controlsOf(root)) control.name = control.name.replace(from, to);
    for (const button of root.querySelectorAll("[data-vm-clear]"))
      button.dataset.vmClear = button.dataset.vmClear.replace(from, to);
    return root;
  }

  #toggle() {
    const own = this.#own;
    const example = this.#written();
    this.#own = own ? undefined : answersOf(this);
    for (const table of this.tables) {
      if (own) table.showOwn();
      else table.showExample(example.keys());
    }
    this.#named(this);
    this.#fill(own ? new Map(Object.entries(own)) : example);
    if (own) {
      const known = desk.entries();
      for (const table of this.tables) table.show(known);
      for (const control of controlsOf(this)) if (!known.has(control.name)) begin(control); // also what went meanwhile
      showAll(known, this);
    }
    this.#tell(!own);
  }

  /** Say that the example is shown, with the way back at hand wherever one reads; or no more. @param {boolean} shown */
  #tell(shown) {
    const [button, back] = [one(this, "[data-vm-example]"), one(this, "[data-vm-back]")];
    button.setAttribute("aria-pressed", String(shown));
    const note = one(this, ".vm-example");
    say(note, shown ? fill(note.dataset.said, { day: day(this.exampleDay) }) : "");
    if (document.activeElement === back) button.focus();
    back.hidden = !shown;
    this.classList.toggle("vm-instrument--example", shown);
    for (const body of this.querySelectorAll(".vm-grid--cards > tbody")) {
      const row = body.querySelector("tr[data-at]");
      if (row && !body.querySelector(".vm-open")) openOnly(row);
    }
  }

  /** The example as it stands in controls: by key, each of several ticks for itself. */
  #written() {
    /** @type {Map<string, Answer>} */
    const found = new Map();
    for (const [key, value] of Object.entries({ ...this.tool.start, ...this.example })) {
      const type = this.fields[this.#fieldOf(key)]?.type;
      if (Array.isArray(value)) for (const choice of value) found.set(`${key}.${choice}`, true);
      else found.set(key, writtenAs(value, type));
    }
    return found;
  }

  /** @param {string} key */
  #fieldOf(key) {
    const [place, last] = key.slice(this.tool.id.length + 1).split("#");
    const [part, middle] = place.split(".");
    const { along } = this.tool.parts.find((found) => found.key === part) ?? {};
    return `${part}.${along === "periods" ? middle : last}`;
  }

  /** @param {Map<string, Answer>} values */
  #fill(values) {
    for (const control of controlsOf(this)) {
      put(control, values.get(keyOf(control)));
      if (control.type === "date") checkDay(control);
    }
  }

  /** Hand over the dates for people's own calendars; those of the example when it is shown. */
  #dates() {
    if (!this.calendar) return;
    const { part, date } = this.calendar;
    const { work, clusters, asOf, own } = desk;
    const cluster = work && !this.#own ? clusters.mark(work.id) : "example";
    const title = one(document, "h1").textContent.trim();
    const name = asOf ? `${own.about?.name} – ${title}` : title;
    const range = this.fields[`${part}.${date}`];
    const rows = datedRows(this.tool.id, { ...this.calendar, name }, this.#answers()).map(
      (row) => ({ ...row, range }),
    );
    offerCalendar(rows, one(this, "[data-vm-dates]"), { cluster, name, kind: "" }, this.words);
  }

  /** Show soon what follows; where that takes long, once fingers rest. */
  #later() {
    this.setAttribute("aria-busy", "true");
    if (this.#took > SLOW) {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#show(), REST);
    } else if (!this.#waiting) {
      this.#waiting = true;
      requestAnimationFrame(() => {
        this.#waiting = false;
        this.#show();
      });
    }
  }

  #show() {
    const begun = performance.now();
    try {
      this.#reckon();
    } finally {
      this.removeAttribute("aria-busy");
    }
    this.#took = performance.now() - begun;
  }

  /** Every answer, also of rows that are not drawn; those of the example when it is shown. */
  #answers() {
    const undrawn = this.#own ? [] : this.tables.map((table) => table.undrawn(desk.entries()));
    return Object.assign(answersOf(this), ...undrawn, ...this.#surveyed());
  }

  /** What people answered, each on a form of their own: none of it is drawn. @returns {Answers[]} */
  #surveyed() {
    const parts = this.tool.parts.filter(({ survey }) => survey);
    const known = parts.length ? [...(this.#own ? this.#written() : desk.entries())] : [];
    return parts.map(({ key }) => {
      const answered = known.filter(([name]) => name.startsWith(`${this.tool.id}.${key}.`));
      return Object.fromEntries(answered.filter(([name]) => !isAside(name)).map(plain));
    });
  }

  #reckon() {
    // The example is read on its own day, as in files: else it would grow old, and say what nobody wrote.
    const today = this.#own ? this.exampleDay : desk.today;
    this.evaluation = new Evaluation(this.tool, this.#answers(), today, language());
    const { evaluation, fields, words } = this;
    for (const control of this.querySelectorAll("input[data-fieldname]"))
      showNumber(control, fields[control.dataset.fieldname], words);
    showFolds(this, words);
    showValues(this, evaluation, fields, words);
    showChecks(this, evaluation, words);
    showSections(this, evaluation, words);
    drawCharts(this, evaluation);
    showOutcome(this, words);
    this.dispatchEvent(new Event("vm-reckoned"));
  }
}

customElements.define("vm-tool", ToolForm);
