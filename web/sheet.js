// Filters on the page of a topic: they hide questions and actions that do not pass, on the screen only unless wanted.
import { readAction, readQuestion } from "./dashboard/notes.js";
import { startFilters } from "./filters.js";
import { desk } from "./shared.js";

/** @type {(form: HTMLElement) => void} */
const start = (form) => {
  const items = [...document.querySelectorAll(".vm-columns .vm-item[id]")];
  const apply = startFilters(form, (passing) => {
    const { today } = desk;
    const get = (/** @type {string} */ key) => desk.work?.get(key);
    for (const item of items) {
      const read = item.classList.contains("vm-question") ? readQuestion : readAction;
      item.hidden = !passing(read(item.id, get, today)) && !item.contains(document.activeElement);
    }
    return [items.filter((item) => !item.hidden).length, items.length];
  });
  for (const event of ["open", "change"]) desk.addEventListener(event, apply);
  apply();
};

document.querySelectorAll("[data-vm-filters]").forEach(start);
