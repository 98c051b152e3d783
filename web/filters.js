// Filters: what is left, mine, pressing, late. One set of native radio buttons, on the sheets and over the register.
import { passes } from "./register.js";
import { plural, say } from "./words.js";

const NAME = "vademecum.mine"; // the name under which one finds one's own, in this browser only

const remembered = () => {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
};

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
 */
export const startFilters = (form, shown) => {
  const [field, status] = [
    form.querySelector("[data-vm-mine]"),
    form.querySelector("[role=status]"),
  ];
  const forms = JSON.parse(form.dataset.forms);
  const paper = form.querySelector("[data-vm-paper]");
  field.querySelector("input").value = remembered();
  const apply = () => {
    const filter = form.querySelector(":checked").value;
    const name = field.querySelector("input").value;
    field.hidden = filter !== "mine";
    paper.hidden = filter === "all";
    document.documentElement.classList.toggle("vm-sifted", paper.querySelector("input").checked);
    const [n, total] = shown((row) => passes(row, filter, name));
    say(status, filter === "all" ? "" : plural(forms, n, { total }));
  };
  form.addEventListener("change", apply);
  field.addEventListener("input", () => {
    remember(field.querySelector("input").value);
    apply();
  });
  form.hidden = false;
  return apply;
};
