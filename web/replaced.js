// Who enters something before the work is there can't see what it takes the place of: that stands below it, and a press
// puts it back. Prose needs none of this, it stands below what was kept.
import { element, written } from "./elements.js";
import { desk, faultWord } from "./shared.js";
import { day, language } from "./words.js";

/** @type {(key: string) => Control[]} */
const controlsOf = (key) => [...document.querySelectorAll(`[name="${CSS.escape(key)}"]`)];

/** @type {(control: Control) => string} */
const labelOf = ({ labels }) =>
  [.../** @type {NodeListOf<HTMLLabelElement>} */ (labels)]
    .slice(0, 1)
    .flatMap((label) =>
      label.children.length ? [...label.querySelectorAll(":scope > :not([aria-hidden])")] : [label],
    )
    .map(({ textContent }) => textContent.trim())
    .filter(Boolean)
    .join(" · ");

/**
 * A value as its field shows it: a number may have been typed in another language than that of the page.
 * @type {(control: Control, value: Value) => string}
 */
const shownIn = ({ classList, dataset }, value) => {
  const numbers = classList.contains("vm-number-field") && globalThis.vademecumNumbers;
  return numbers
    ? numbers.shownNumber(value, language(), dataset.number)
    : String(typeof value === "object" ? value.typed : value);
};

/** A value as people read it. @type {(controls: Control[], value: Value) => string} */
const textOf = (controls, value) => {
  const [control] = controls;
  if (control.type === "radio")
    return labelOf(controls.find((one) => one.value === value) ?? control);
  if (control.type === "checkbox") return labelOf(control);
  if (control.selectedOptions)
    return (
      [...(control.options ?? [])].find((option) => option.value === value)?.textContent ??
      String(value)
    );
  return control.type === "date" ? day(value) : shownIn(control, value);
};

/** @type {(controls: Control[], value: Value) => void} */
const putBack = (controls, value) => {
  const [control] = controls;
  const chosen = control.type === "radio" ? controls.find((one) => one.value === value) : control;
  if (!chosen) return;
  if (["radio", "checkbox"].includes(chosen.type)) chosen.checked = true;
  else chosen.value = shownIn(control, value);
  chosen.dispatchEvent(new Event("input", { bubbles: true }));
  chosen.focus();
};

/** @type {(key: string, value: Value) => void} */
const offer = (key, value) => {
  const controls = controlsOf(key);
  if (!controls.length) return;
  const button = element("button", { type: "button", class: "vm-link" }, faultWord("back"));
  const [before, after] = faultWord("before").split("{text}");
  const words = element("span", {}, before, written(textOf(controls, value), "bdi"), after);
  const line = element("span", { class: "vm-before", role: "status" }, words, " ", button);
  button.addEventListener("click", () => {
    line.remove();
    putBack(controls, value);
  });
  const [control] = controls;
  const around = control.type === "radio" ? "fieldset, .vm-options" : "label";
  (control.closest(around) ?? control).after(line);
};

const offerAll = () => {
  for (const [key, value] of desk.replaced) offer(key, value);
  desk.replaced.clear();
};

for (const name of /** @type {const} */ (["open", "change"])) desk.addEventListener(name, offerAll);
if (desk.work) offerAll();
