// On a phone, the rows of a long table fold: one is open at a time, the others say what was filled in first, and the
// first words after it. What is folded is hidden by style alone, in sight on paper and on wide screens.
import { around, one } from "../find.js";
import { fill, say } from "../words.js";
import { controlsOf } from "./answers.js";

const LONG = 8; // signs of what is more than a code

/** @type {(row: Element, open: boolean) => void} */
const set = (row, open) => {
  row.classList.toggle("vm-open", open);
  row.querySelector("[data-vm-fold]")?.setAttribute("aria-expanded", String(open));
};

/** Open one row of a table, and no other. @type {(row: HTMLElement, open?: boolean) => void} */
export const openOnly = (row, open = true) => {
  for (const other of row.parentElement?.children ?? []) set(other, other === row && open);
};

/** Open or fold the row whose button was pressed, which stays under the finger. @type {(event: Event) => boolean} */
export const folded = (event) => {
  const button = around(event, "[data-vm-fold]");
  const row = button?.closest("tr");
  if (!button || !row) return false;
  const { top } = button.getBoundingClientRect();
  openOnly(row, !row.classList.contains("vm-open"));
  scrollBy({ top: button.getBoundingClientRect().top - top, behavior: "instant" });
  return true;
};

/** What a control says in words; nothing where it was left as it is. @type {(control: Control) => string} */
const wordsOf = (control) => {
  if (control.type === "checkbox" || control.value === (control.dataset.default ?? "")) return "";
  if (control.type === "radio")
    return control.checked ? (control.closest("label")?.textContent.trim() ?? "") : "";
  if (control.type === "date") return "";
  const { selectedOptions } = /** @type {Partial<HTMLSelectElement>} */ (control);
  return (selectedOptions?.[0]?.textContent ?? control.value).trim();
};

/** Say on each row that folds what it holds: its code and its words, or its first two things. @type {(root: ParentNode, words: ToolWords) => void} */
export const showFolds = (root, words) => {
  for (const button of root.querySelectorAll("[data-vm-fold]")) {
    const row = /** @type {HTMLElement} */ (button.closest("tr"));
    const [first, ...others] = controlsOf(row).map(wordsOf).filter(Boolean);
    const next = others.find((said) => said.length > LONG) ?? others[0];
    const held = [first, next].filter(Boolean).join(" · ");
    say(one(button, ".vm-fold__held"), held || words.blank);
    const count = row.querySelector("th .vm-count");
    if (count)
      say(one(button, ".vm-fold__name"), fill(words.row, { number: count.textContent ?? "" }));
  }
};
