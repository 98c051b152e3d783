// What is wrong in a field is said below it in plain words; what was entered stays.
import { one } from "./find.js";
import { fill, say, wordsOf } from "./words.js";

/** @type {WeakMap<Control, HTMLElement>} */
const lines = new WeakMap(); // the one below each control
let made = 0;
/** @type {Record<string, string> | undefined} */
let words;

/** A word about fields, with its {names} filled in. @type {(name: string, filled?: Filled) => string} */
export const faultWord = (name, filled) => {
  words ??= /** @type {Record<string, string>} */ (wordsOf(one(document, "vm-keeper")));
  return fill(words[name], filled);
};

/**
 * Boxes and buttons stand beside their words: the line goes below all of them.
 * @type {(control: Control) => Element | null}
 */
const placeOf = (control) =>
  control.type === "radio" || control.type === "checkbox"
    ? control.closest("fieldset, .vm-options, label")
    : control;

/** @type {(control: Control) => HTMLElement} */
const newLine = (control) => {
  const line = document.createElement("span");
  Object.assign(line, { id: `vm-fault-${(made += 1)}`, className: "vm-fault" });
  line.setAttribute("role", "status");
  lines.set(control, line);
  return line;
};

/**
 * Say below a control what is wrong; an empty text takes back what was said.
 * @type {(control: Control, wrong: string) => void}
 */
export const sayFault = (control, wrong) => {
  const line = lines.get(control) ?? (wrong && newLine(control));
  if (!line) return;
  const others = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id && id !== line.id);
  if (wrong && !line.isConnected) placeOf(control)?.after(line);
  say(line, wrong);
  if (!wrong) line.remove();
  const described = (wrong ? [...others, line.id] : others).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  if (wrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
};
