// On paper every word stands. A control cuts off what it has no room for and never breaks over two pages: for as long
// as the page is printed, what was entered stands in its place as text. Where nothing was
// kept or entered, nothing of this is needed.
import { element } from "./elements.js";
import { desk } from "./shared.js";
import { date, day } from "./words.js";

const LONG = 300; // letters: a field that holds more gets the whole width, and may go on over the page
const NARROW = 30; // the same in a column of figures, and for a word in any column
const PERIODS = 7; // as many columns of figures as the paper has room for
const FULL = 900; // letters: a row or an item that holds more may go on over the page

const CONTROLS =
  ":is(textarea, select, input:not([type='radio'], [type='checkbox'], [type='file'], [type='hidden']))";

const paper = matchMedia("print");

let printing = false;
let waiting = false;

const isBlank = () => document.documentElement.classList.contains("vm-blank");

/** @type {(control: Control) => string} */
const textOf = (control) => {
  if (control.dataset.read) return control.dataset.read; // in doubt, a number stands as it counts
  if (control.type === "date" && control.value) {
    const day = new Date(`${control.value}T12:00:00`);
    return Number.isNaN(day.getTime()) ? control.value : date(day);
  }
  return control.selectedOptions
    ? control.value && String(control.selectedOptions[0].textContent)
    : control.value;
};

const clear = () => {
  for (const made of document.querySelectorAll(".vm-written, .vm-second")) made.remove();
  for (const cell of document.querySelectorAll(".vm-beyond")) cell.classList.remove("vm-beyond");
  for (const cell of document.querySelectorAll("[data-vm-span]")) {
    cell.setAttribute("colspan", String(cell.dataset.vmSpan));
    cell.removeAttribute("data-vm-span");
  }
  for (const control of document.querySelectorAll(".vm-mirrored"))
    control.classList.remove("vm-mirrored");
  for (const block of document.querySelectorAll(".vm-flows")) block.classList.remove("vm-flows");
  for (const table of document.querySelectorAll("[data-vm-stacked]")) {
    table.className = table.dataset.vmStacked;
    table.removeAttribute("data-vm-stacked");
  }
};

/** What is known of the head of a sheet: the cluster, if it has a name, and the day. */
const fillHeads = () => {
  if (!desk.work) return;
  const known = { cluster: desk.own.about?.name, date: day(desk.today) };
  for (const [what, text] of Object.entries(known))
    for (const place of text ? document.querySelectorAll(`[data-vm-${what}]`) : [])
      place.append(element("b", { class: "vm-written", dir: "auto" }, text));
};

/** The status of an action stands beside its title. @type {(item: HTMLElement) => void} */
const showStatus = (item) => {
  const status = item.querySelector(".vm-status :checked")?.closest("label")?.textContent;
  if (!status) return;
  const words = element("b", { class: "vm-written", "aria-hidden": "true" }, status);
  item.querySelector(".vm-ask")?.append(words);
};

/**
 * A sheet shows its answers below each question: the fields themselves may be folded away.
 * @type {(item: HTMLElement) => void}
 */
const listBelow = (item) => {
  const fields = [...item.querySelectorAll(`.vm-field ${CONTROLS}`)].filter(
    ({ value, dataset }) => value && value !== dataset.default,
  );
  const lines = fields.map((field) => {
    const label = !field.name.endsWith("#answer") && [
      element("b", {}, field.closest("label")?.querySelector(".vm-label")?.textContent),
      " ",
    ];
    return element("p", {}, label || [], element("span", {}, textOf(field)));
  });
  if (!lines.length) return;
  const list = element("div", { class: "vm-written", "aria-hidden": "true" }, lines);
  item.append(list);
  if (list.textContent.length > FULL) item.classList.add("vm-flows");
};

/**
 * A table whose columns are too narrow for what they hold: its rows are stacked, and columns named in each of them.
 * @type {(table: HTMLTableElement) => void}
 */
const stack = (table) => {
  table.dataset.vmStacked = table.className;
  table.className = "vm-grid vm-grid--tall";
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.querySelectorAll("td.vm-cell:not(:has(> .vm-cell__label))")) {
      const head = heads[/** @type {HTMLTableCellElement} */ (cell).cellIndex].textContent;
      cell.prepend(
        element("span", { class: "vm-cell__label vm-written", "aria-hidden": "true" }, head),
      );
    }
  }
};

/** @type {(control: Control) => void} */
const mirror = (control) => {
  const text = textOf(control);
  control.after(
    element(
      "span",
      { class: "vm-written", "aria-hidden": "true", dir: control.dir === "ltr" && "ltr" },
      text,
    ),
  );
  control.classList.add("vm-mirrored");
  const table = control.closest("table.vm-grid");
  const widest = Math.max(...text.split(/\s/).map(({ length }) => length));
  if (text.length > LONG)
    for (const block of [control.closest(".vm-cell, .vm-field"), control.closest("tr")])
      block?.classList.add("vm-flows");
  const tight =
    text.length > (table?.matches(".vm-grid--matrix") ? NARROW : LONG) || widest > NARROW;
  if (table && tight && !table.dataset.vmStacked) stack(table);
};

/**
 * Letters that a block prints: in a form only what was entered, for its lists of choices do not.
 * @type {(block: HTMLElement) => number}
 */
const lettersOf = (block) => {
  const parts = block.closest(".vm-grid") ? [...block.querySelectorAll(".vm-written")] : [block];
  return parts.reduce((sum, { textContent }) => sum + textContent.length, 0);
};

/**
 * A blank form takes nothing of what was entered along, not even unseen: in place of a filled control there is room.
 * @type {(control: Control) => void}
 */
const leaveRoom = (control) => {
  const room = element("span", { class: "vm-written", "aria-hidden": "true" });
  room.style.minBlockSize = `${6 * (control.rows ?? 1)}mm`;
  control.after(room);
  control.classList.add("vm-mirrored");
};

/**
 * Leave columns of a table out; a heading is as wide as those that stay.
 * @type {(table: HTMLTableElement, isOut: (n: number) => boolean, left: number) => void}
 */
const leave = (table, isOut, left) => {
  for (const row of table.rows)
    for (const [n, cell] of [...row.cells].entries()) {
      cell.classList.toggle("vm-beyond", isOut(n));
      if (cell.colSpan < 2) continue;
      cell.dataset.vmSpan = String(cell.colSpan);
      cell.colSpan = left;
    }
};

/**
 * Lines along more periods than the paper has room for: the second half of them stands in a table below the first.
 * @type {(table: HTMLTableElement) => void}
 */
const halve = (table) => {
  const periods = (table.tHead?.rows[0].cells.length ?? 0) - 1;
  if (periods <= PERIODS) return;
  const second = /** @type {HTMLTableElement} */ (table.cloneNode(true));
  second.classList.add("vm-second");
  second.setAttribute("aria-hidden", "true");
  for (const control of second.querySelectorAll(".vm-mirrored")) control.remove();
  for (const control of second.querySelectorAll("input, select, textarea"))
    control.replaceWith(element("span", { class: "vm-written" }));
  for (const part of second.querySelectorAll("[id], [data-value], [data-place]"))
    for (const name of ["id", "data-value", "data-place"]) part.removeAttribute(name);
  const half = Math.ceil(periods / 2);
  leave(table, (n) => n > half, half + 1);
  leave(second, (n) => n > 0 && n <= half, periods - half + 1);
  table.after(second);
};

/** @param {ParentNode} content */
const halveAll = (content) => {
  for (const table of content.querySelectorAll(".vm-grid--matrix:not(.vm-grid--figures)"))
    halve(/** @type {HTMLTableElement} */ (table));
};

const setOut = () => {
  clear();
  const content = document.querySelector(".md-content") ?? document.body;
  if (isBlank()) {
    for (const control of content.querySelectorAll(CONTROLS)) if (control.value) leaveRoom(control);
    halveAll(content);
    return;
  }
  fillHeads();
  for (const item of content.querySelectorAll(".vm-item")) {
    showStatus(item);
    listBelow(item);
  }
  for (const control of content.querySelectorAll(CONTROLS))
    if (control.value && !control.closest(".vm-item")) mirror(control);
  halveAll(content);
  for (const block of content.querySelectorAll("tr, li:not(.vm-item), dl > div"))
    if (lettersOf(block) > FULL) block.classList.add("vm-flows");
};

/** A page that is shown as printed goes on with what is entered meanwhile. */
const follow = () => {
  if (waiting || printing || !paper.matches) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (paper.matches) setOut();
  });
};

window.addEventListener("beforeprint", () => {
  printing = true;
  setOut();
});
window.addEventListener("afterprint", () => {
  printing = false;
  if (paper.matches) follow();
  else clear();
});
paper.addEventListener("change", () => {
  if (printing) return;
  if (paper.matches) setOut();
  else clear();
});
for (const name of ["input", "click"]) document.addEventListener(name, follow);
for (const name of ["draft", "open", "change"]) desk.addEventListener(name, follow);
follow();
