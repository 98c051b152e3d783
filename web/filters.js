// Filters: what is left, mine, pressing, late. One set of native radio buttons, on the sheets and over the register.
import { one } from "./find.js";
import { passes } from "./register.js";
import { desk } from "./shared.js";
import { plural, say } from "./words.js";

const NAME = "vademecum.mine"; // the name under which one finds one's own, in this browser only

const remembered = () => {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
};

/** @type {(name: string) => void} */
const remember = (name) => {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // asked again on the next page
  }
};

/**
 * Start the filters that stand in ``form``. ``shown(passing)`` hides what does not pass — passing(row) tells — and
 * returns [how many are shown, of how many]. Return a function that applies the filter again.
 * @param {HTMLElement} form @param {(passing: (row: Passing) => boolean) => [n: number, total: number]} shown
 */
export const startFilters = (form, shown) => {
  const [field, status] = [one(form, "[data-vm-mine]"), one(form, "[role=status]")];
  const forms = JSON.parse(form.dataset.forms);
  const paper = one(form, "[data-vm-paper]");
  one(field, "input").value = remembered();
  const apply = () => {
    const filter = one(form, "input:checked").value;
    const name = one(field, "input").value;
    field.hidden = filter !== "mine";
    paper.hidden = filter === "all";
    document.documentElement.classList.toggle("vm-sifted", one(paper, "input").checked);
    const [n, total] = shown((row) => passes(row, filter, name));
    say(status, filter === "all" ? "" : plural(forms, n, { total }));
  };
  form.addEventListener("change", apply);
  field.addEventListener("input", () => {
    if (!desk.asOf) remember(one(field, "input").value);
    apply();
  });
  form.hidden = false;
  return apply;
};
