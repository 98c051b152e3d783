// Who enters something before the work is there can't see what it takes the place of: that stands below it, and a press
// puts it back. Prose needs none of this, it stands below what was kept.
import { element, written } from "./elements.js";
import { desk, faultWord } from "./shared.js";
import { day } from "./words.js";

const controlsOf = (key) => [...document.querySelectorAll(`[name="${CSS.escape(key)}"]`)];

const labelOf = ({ labels }) => labels[0]?.textContent.trim();

/** A value as people read it. */
const textOf = (controls, value) => {
  const [control] = controls;
  if (control.type === "radio") return labelOf(controls.find((one) => one.value === value) ?? control);
  if (control.type === "checkbox") return labelOf(control);
  if (control.selectedOptions) return [...control.options].find((option) => option.value === value)?.textContent ?? value;
  return control.type === "date" ? day(value) : String(value.typed ?? value);
};

const putBack = (controls, value) => {
  const [control] = controls;
  const chosen = control.type === "radio" ? controls.find((one) => one.value === value) : control;
  if (!chosen) return;
  if (["radio", "checkbox"].includes(chosen.type)) chosen.checked = true;
  else chosen.value = value.typed ?? value;
  chosen.dispatchEvent(new Event("input", { bubbles: true }));
  chosen.focus();
};

const offer = (key, value) => {
  const controls = controlsOf(key);
  if (!controls.length) return;
  const button = element("button", { type: "button", class: "vm-clear" }, faultWord("back"));
  const [before, after] = faultWord("before").split("{text}");
  const line = element("span", { class: "vm-read", role: "status" }, before, written(textOf(controls, value), "bdi"), after, " ", button);
  button.addEventListener("click", () => {
    line.remove();
    putBack(controls, value);
  });
  const last = controls.at(-1);
  (last.closest("fieldset, .vm-options, label") ?? last).after(line);
};

const offerAll = () => {
  for (const [key, value] of desk.replaced) offer(key, value);
  desk.replaced.clear();
};

desk.addEventListener("open", offerAll);
if (desk.work) offerAll();
