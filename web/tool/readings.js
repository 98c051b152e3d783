// Under a number: what is wrong with it, and how it was read where that can be doubted, the other reading a press away.
import { element } from "../elements.js";
import { fieldKind } from "../kinds.js";
import { readNumber, writeNumber } from "../numbers.js";
import { fill, language, say } from "../words.js";

/** @type {WeakMap<Control, Reading>} */
const shown = new WeakMap(); // controls → what stands under them: { fault, reading, said, take, other }

/** @type {WeakMap<Control, string>} */
const read = new WeakMap(); // controls → the text about which it was said

/** @type {(number: number, field: Shape) => boolean} */
const isOut = (number, { min, max }) =>
  (min !== undefined && number < min) || (max !== undefined && number > max);

/**
 * What is wrong, in words; nothing for nothing.
 * @type {(found: NumberRead | undefined, field: Shape, words: ToolWords) => string}
 */
const faultOf = (found, field, words) => {
  if (!found) return words.number;
  const { type, min, max } = field;
  const write = (/** @type {number} */ number) => writeNumber(number, language(), type);
  if (!isOut(found.number, field)) return "";
  if (fieldKind(type).percent && max !== undefined && found.number > max)
    return fill(words.share, { number: write(found.number), max: write(max) });
  const text = min === undefined ? words.most : max === undefined ? words.least : words.between;
  return fill(text, { number: write(found.number), min: write(min ?? 0), max: write(max ?? 0) });
};

/**
 * The other number that may be meant: as the signs can be read; or a share of a hundredth, where this one is too large.
 * @type {(found: NumberRead, field: Shape) => number | undefined}
 */
const otherOf = ({ number, other }, field) => {
  if (other !== undefined) return other;
  const hundredth = number / 100;
  return fieldKind(field.type).percent &&
    number > (field.max ?? Infinity) &&
    !isOut(hundredth, field)
    ? hundredth
    : undefined;
};

/**
 * Set a text right under a control, outside its label, or take it away.
 * @type {(control: Control, made: Element, there: boolean) => void}
 */
const place = (control, made, there) => {
  if (!there) made.remove();
  else if (!made.isConnected) (control.closest("label") ?? control).after(made);
};

/** @type {(control: Control, id: string) => Reading} */
const make = (control, id) => {
  const fault = element("span", { class: "vm-fault", id: `${id}.fault`, role: "status" });
  const said = element("span", { id: `${id}.read`, role: "status" });
  const take = element("button", { type: "button", class: "vm-clear" });
  const reading = element("span", { class: "vm-read" }, said, " ", take);
  const made = { fault, said, take, reading, other: "" };
  take.addEventListener("click", () => {
    control.value = made.other;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.focus();
  });
  shown.set(control, made);
  return made;
};

/**
 * Say under a control what is wrong with its number, and how it was read.
 * @type {(control: Control, field: Shape, words: ToolWords) => void}
 */
export const showNumber = (control, field, words) => {
  if (read.get(control) === control.value) return;
  read.set(control, control.value);
  const found = readNumber(control.value, language(), field);
  const wrong = found || control.value.trim() ? faultOf(found, field, words) : "";
  const other = found && otherOf(found, field);
  const doubted = found && (!found.sure || other !== undefined) ? found : undefined;
  if (!wrong && !doubted && !shown.has(control)) return;
  const made = shown.get(control) ?? make(control, control.name.replace("@", "#"));
  const write = (/** @type {number} */ n) => writeNumber(n, language(), field.type);
  // in doubt, a number prints as it counts
  if (doubted) control.dataset.read = write(doubted.number);
  else delete control.dataset.read;
  place(control, made.reading, Boolean(doubted));
  if (wrong && doubted)
    made.reading.prepend(made.fault); // they share one place
  else place(control, made.fault, Boolean(wrong));
  say(made.fault, wrong);
  say(made.said, doubted ? fill(words.read, { number: write(doubted.number) }) : "");
  made.take.hidden = other === undefined;
  if (other !== undefined) {
    made.other = write(other);
    say(made.take, fill(words.take, { number: made.other }));
  }
  describe(control, [wrong && made.fault.id, doubted && made.said.id], wrong);
};

/** Tell those who do not see it what stands under a control. @type {(control: Control, by: unknown[], wrong: string) => void} */
const describe = (control, by, wrong) => {
  const described = by.filter(Boolean).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  if (wrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
};
