// <vm-tool>: a form that computes. The controls are native ones, kept by fields.js; this shows what follows from them.
import { desk, showAll } from "./shared.js";
import { Evaluation, read } from "./formula.js";
import { calendar } from "./register.js";
import { download, fileName } from "./download.js";
import { number, say, fill, wordsOf } from "./words.js";
import { MARKS, answersOf, controlsOf, keyOf, put, tidy, writtenAs } from "./tool/answers.js";
import { drawCharts } from "./tool/charts.js";
import { datedRows } from "./tool/dates.js";
import { Rows } from "./tool/rows.js";
import { showChecks, showFault, showValues } from "./tool/values.js";

const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};

const plain = (value) => number(value, { useGrouping: false, maximumFractionDigits: 6 }).replace(MARKS, "");

class ToolForm extends HTMLElement {
  #own; // the answers that were there before the example was shown
  #waiting = false;

  connectedCallback() {
    if (this.tool) return;
    Object.assign(this, wordsOf(this)); // tool, example, fields, charts, calendar
    this.words = JSON.parse(this.querySelector("[data-words]").textContent);
    this.tables = [...this.querySelectorAll("[data-part]:has(template)")].map((part) => new Rows(part, this.tool, this.words));
    this.addEventListener("input", ({ target, isComposing }) => isComposing || this.#entered(target));
    this.addEventListener("compositionend", ({ target }) => this.#entered(target));
    this.addEventListener("click", ({ target }) => this.#pressed(target));
    this.addEventListener("vm-rows", () => this.#later());
    for (const name of ["open", "change"]) desk.addEventListener(name, ({ detail }) => this.#arrived(detail));
    const button = this.querySelector("[data-vm-example]");
    button.hidden = !Object.keys(this.example).length;
    if (this.calendar) this.querySelector("[data-vm-ics]").hidden = false;
    this.#arrived(desk.entries());
    this.#show();
    new ResizeObserver(() => this.#later()).observe(this); // drawings are as wide as there is room
  }

  #entered(control) {
    if (control.dataset.fieldname) tidy(control, this.fields[control.dataset.fieldname].type);
    this.#later();
  }

  #arrived(changes) {
    if (this.#own) return;
    const known = desk.entries();
    for (const table of this.tables) if ([...changes].some(([key, value]) => table.concerns(key, value))) table.show(known);
    this.#later();
  }

  #pressed(target) {
    const table = this.tables.find(({ section }) => section.contains(target));
    if (target.closest("[data-vm-add]")) controlsOf(this.#named(table.add()))[0].focus();
    else if (target.closest("[data-vm-remove]")) table.remove(target.closest("tr"), !this.#own).focus();
    else if (target.closest("[data-vm-example]")) this.#toggle();
    else if (target.closest("[data-vm-ics]")) this.#dates();
    else if (!target.closest("[data-vm-clear]")) return;
    this.#later();
  }

  /** While the example is shown, names are such that nothing is kept. */
  #named(root) {
    const [from, to] = this.#own ? ["#", "@"] : ["@", "#"];
    for (const control of controlsOf(root)) control.name = control.name.replace(from, to);
    for (const button of root.querySelectorAll("[data-vm-clear]")) button.dataset.vmClear = button.dataset.vmClear.replace(from, to);
    return root;
  }

  #toggle() {
    const showing = !this.#own;
    const example = this.#written();
    const own = this.#own;
    this.#own = showing ? answersOf(this) : undefined;
    const rows = (table) => [...new Set([...example.keys()].filter((key) => key.startsWith(table.prefix)).map((key) => key.slice(table.prefix.length).split("#")[0]))];
    for (const table of this.tables) table.clear(showing ? rows(table).filter((at) => !table.given.has(at)) : []);
    this.#named(this);
    this.#fill(showing ? example : new Map(Object.entries(own)));
    if (!showing) {
      const known = desk.entries();
      for (const table of this.tables) table.show(known);
      showAll(new Map([...known].filter(([key]) => key.startsWith(`${this.tool.id}.`))), this);
    }
    const button = this.querySelector("[data-vm-example]");
    button.setAttribute("aria-pressed", String(showing));
    say(button, showing ? this.words.hide : this.words.show);
    const note = this.querySelector(".vm-example");
    say(note, showing ? note.dataset.said : "");
    this.classList.toggle("vm-instrument--example", showing);
  }

  /** The example as it stands in controls: by key, each of several ticks for itself. */
  #written() {
    const found = new Map();
    for (const [key, value] of Object.entries({ ...this.tool.start, ...this.example })) {
      const type = this.fields[this.#fieldOf(key)]?.type;
      if (Array.isArray(value)) for (const choice of value) found.set(`${key}.${choice}`, true);
      else found.set(key, writtenAs(value, type, plain));
    }
    return found;
  }

  #fieldOf(key) {
    const [place, last] = key.slice(this.tool.id.length + 1).split("#");
    const [part, middle] = place.split(".");
    const matrix = this.tool.parts.find((found) => found.key === part)?.kind === "matrix";
    return `${part}.${matrix ? middle : last}`;
  }

  #fill(values) {
    for (const control of controlsOf(this)) put(control, values.get(keyOf(control)));
  }

  /** Hand over the dates for people's own calendars; those of the example when it is shown. */
  #dates() {
    const rows = datedRows(this.tool.id, this.calendar, answersOf(this));
    say(this.querySelector("[data-vm-dates]"), rows.length ? "" : this.words.noDates);
    if (!rows.length) return;
    const { work, clusters } = desk;
    const cluster = work && !this.#own ? clusters.mark(work.id) : "example";
    const name = document.querySelector("h1").textContent.trim();
    download(fileName(name, "", ".ics"), calendar(rows, { cluster, name }), "text/calendar;charset=utf-8");
  }

  #later() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#show();
    });
  }

  #show() {
    const undrawn = this.#own ? [] : this.tables.map((table) => table.undrawn(desk.entries()));
    this.evaluation = new Evaluation(this.tool, Object.assign(answersOf(this), ...undrawn), today());
    const { evaluation, fields, words } = this;
    for (const control of this.querySelectorAll("[data-fieldname]")) {
      const field = fields[control.dataset.fieldname];
      showFault(control, read(field, control.value), field, words);
    }
    showValues(this, evaluation, fields, words);
    showChecks(this, evaluation, words);
    drawCharts(this, evaluation);
    this.#outcome();
  }

  /** One line in sight while the form is filled in: what it comes to. */
  #outcome() {
    const line = this.querySelector(".vm-outcome");
    if (!line) return;
    const said = [...this.querySelectorAll(".vm-results dt")].map((term) => {
      const value = term.parentElement.querySelector("[data-value]");
      const shown = [...value.childNodes].filter((node) => !node.hidden).map((node) => node.textContent).join("").trim();
      return { label: term.querySelector("[data-field]").textContent, shown, verdict: term.parentElement.matches(".vm-verdict") };
    });
    const filled = said.filter(({ shown }) => shown && shown !== "–");
    const chosen = filled.some(({ verdict }) => verdict) ? filled.filter(({ verdict }) => verdict) : filled.slice(0, 1);
    say(line, chosen.slice(0, 3).map(({ label, shown }) => fill(this.words.said, { label, value: shown })).join(" · "));
  }
}

customElements.define("vm-tool", ToolForm);
