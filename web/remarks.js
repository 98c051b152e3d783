// What is wrong in a field is said below it in plain words; what was entered stays.
import { fill, say, wordsOf } from "./words.js";

const lines = new WeakMap(); // control → the line below it
let made = 0;
let words;

/** A word about fields, with its {names} filled in. */
export const faultWord = (name, filled) => {
  words ??= wordsOf(document.querySelector("vm-keeper"));
  return fill(words[name], filled);
};

/** Boxes and buttons stand beside their words: the line goes below all of them. */
const placeOf = (control) =>
  control.type === "radio" || control.type === "checkbox"
    ? control.closest("fieldset, .vm-options, label")
    : control;

const newLine = (control) => {
  const line = document.createElement("span");
  Object.assign(line, { id: `vm-fault-${(made += 1)}`, className: "vm-fault" });
  line.setAttribute("role", "status");
  lines.set(control, line);
  return line;
};

/** Say below a control what is wrong; an empty text takes back what was said. */
export const sayFault = (control, wrong) => {
  const line = lines.get(control) ?? (wrong && newLine(control));
  if (!line) return;
  const others = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id && id !== line.id);
  if (wrong && !line.isConnected) placeOf(control).after(line);
  say(line, wrong);
  if (!wrong) line.remove();
  const described = (wrong ? [...others, line.id] : others).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  if (wrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
};
