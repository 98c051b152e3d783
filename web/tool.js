// <vm-tool>: a form that computes. The controls are native ones, kept by fields.js; this shows what follows from them.
import { checkDay, desk, showAll } from "./shared.js";
import { Evaluation } from "./formula.js";
import { offerCalendar } from "./calendar.js";
import { dayOf } from "./days.js";
import { writeNumber } from "./numbers.js";
import { fill, language, say, wordsOf } from "./words.js";
import { answersOf, controlsOf, keyOf, put } from "./tool/answers.js";
import { drawCharts } from "./tool/charts.js";
import { datedRows } from "./tool/dates.js";
import { showNumber } from "./tool/readings.js";
import { Rows } from "./tool/rows.js";
import { showChecks, showValues } from "./tool/values.js";

/** A value of the example as it is written in a control. */
const writtenAs = (value, type) =>
  typeof value === "number" ? writeNumber(value, language(), type, false) : value;

const SLOW = 150; // milliseconds from which on nobody wants to wait after each key
const REST = 500;

class ToolForm extends HTMLElement {
  #own; // the answers that were there before the example was shown
  #waiting = false;
  #pause;
  #took = 0; // milliseconds, the last time

  connectedCallback() {
    if (this.tool) return;
    Object.assign(this, wordsOf(this)); // tool, example, fields, charts, calendar
    this.words = JSON.parse(this.querySelector("[data-words]").textContent);
    this.tables = [...this.querySelectorAll("[data-part]:has(template)")].map(
      (part) => new Rows(part, this.tool, this.words),
    );
    this.addEventListener("input", ({ isComposing }) => isComposing || this.#later());
    this.addEventListener("compositionend", () => this.#later());
    this.addEventListener("click", ({ target }) => this.#pressed(target));
    this.addEventListener("vm-rows", () => this.#later());
    for (const name of ["open", "change"])
      desk.addEventListener(name, ({ detail }) => this.#arrived(detail));
    const button = this.querySelector("[data-vm-example]");
    button.hidden = !Object.keys(this.example).length;
    if (this.calendar) this.querySelector("[data-vm-ics]").hidden = false;
    this.#arrived(desk.entries());
    this.#show();
    new ResizeObserver(() => this.#later()).observe(this); // drawings are as wide as there is room
  }

  #arrived(changes) {
    if (this.#own) return;
    const known = desk.entries();
    for (const table of this.tables)
      if ([...changes].some(([key, value]) => table.concerns(key, value))) table.show(known);
    this.#later();
  }

  #pressed(target) {
    const table = this.tables.find(({ section }) => section.contains(target));
    if (target.closest("[data-vm-add]")) controlsOf(this.#named(table.add()))[0].focus();
    else if (target.closest("[data-vm-remove]"))
      table.remove(target.closest("tr"), !this.#own).focus();
    else if (target.closest("[data-vm-example]")) this.#toggle();
    else if (target.closest("[data-vm-ics]")) this.#dates();
    else if (!target.closest("[data-vm-clear]")) return;
    this.#later();
  }

  /** While the example is shown, names are such that nothing is kept. */
  #named(root) {
    const [from, to] = this.#own ? ["#", "@"] : ["@", "#"];
    for (const control of controlsOf(root)) control.name = control.name.replace(from, to);
    for (const button of root.querySelectorAll("[data-vm-clear]"))
      button.dataset.vmClear = button.dataset.vmClear.replace(from, to);
    return root;
  }

  #toggle() {
    const showing = !this.#own;
    const example = this.#written();
    const own = this.#own;
    this.#own = showing ? answersOf(this) : undefined;
    const rows = (table) => [
      ...new Set(
        [...example.keys()]
          .filter((key) => key.startsWith(table.prefix))
          .map((key) => key.slice(table.prefix.length).split("#")[0]),
      ),
    ];
    for (const table of this.tables) {
      if (showing) table.showExample(rows(table).filter((at) => !table.given.has(at)));
      else table.showOwn();
    }
    this.#named(this);
    this.#fill(showing ? example : new Map(Object.entries(own)));
    if (!showing) {
      const known = desk.entries();
      for (const table of this.tables) table.show(known);
      showAll(new Map(controlsOf(this).map(({ name }) => [name, known.get(name)])), this); // also what went meanwhile
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
      else found.set(key, writtenAs(value, type));
    }
    return found;
  }

  #fieldOf(key) {
    const [place, last] = key.slice(this.tool.id.length + 1).split("#");
    const [part, middle] = place.split(".");
    const { along } = this.tool.parts.find((found) => found.key === part) ?? {};
    return `${part}.${along === "periods" ? middle : last}`;
  }

  #fill(values) {
    for (const control of controlsOf(this)) {
      put(control, values.get(keyOf(control)));
      if (control.type === "date") checkDay(control);
    }
  }

  /** Hand over the dates for people's own calendars; those of the example when it is shown. */
  #dates() {
    const { part, date } = this.calendar;
    const { work, clusters } = desk;
    const cluster = work && !this.#own ? clusters.mark(work.id) : "example";
    const name = document.querySelector("h1").textContent.trim();
    const range = this.fields[`${part}.${date}`];
    const rows = datedRows(this.tool.id, { ...this.calendar, name }, this.#answers()).map(
      (row) => ({ ...row, range }),
    );
    offerCalendar(
      rows,
      this.querySelector("[data-vm-dates]"),
      { cluster, name, kind: "" },
      this.words,
    );
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
    return Object.assign(answersOf(this), ...undrawn);
  }

  #reckon() {
    this.evaluation = new Evaluation(this.tool, this.#answers(), dayOf(new Date()), language());
    const { evaluation, fields, words } = this;
    for (const control of this.querySelectorAll("[data-fieldname]")) {
      showNumber(control, fields[control.dataset.fieldname], words);
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
      const shown = [...value.childNodes]
        .filter((node) => !node.hidden)
        .map((node) => node.textContent)
        .join("")
        .trim();
      return {
        label: term.querySelector("[data-field]").textContent,
        shown,
        verdict: term.parentElement.matches(".vm-verdict"),
      };
    });
    const filled = said.filter(({ shown }) => shown && shown !== "–");
    const chosen = filled.some(({ verdict }) => verdict)
      ? filled.filter(({ verdict }) => verdict)
      : filled.slice(0, 1);
    say(
      line,
      chosen
        .slice(0, 3)
        .map(({ label, shown }) => fill(this.words.said, { label, value: shown }))
        .join(" · "),
    );
  }
}

customElements.define("vm-tool", ToolForm);
