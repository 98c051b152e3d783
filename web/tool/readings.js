// Under a number: what is wrong with it, and how it was read where that can be doubted, the other reading a press away.
import { element } from "../elements.js";
import { readNumber, writeNumber } from "../numbers.js";
import { fill, language, say } from "../words.js";

const shown = new WeakMap(); // controls → what stands under them: { fault, reading, said, take, other }

const isOut = (number, { min, max }) =>
  (min !== undefined && number < min) || (max !== undefined && number > max);

/** What is wrong, in words; nothing for nothing. */
const faultOf = (found, field, words) => {
  if (!found) return words.number;
  const { type, min, max } = field;
  const write = (number) => writeNumber(number, language(), type);
  if (!isOut(found.number, field)) return "";
  if (type === "pct" && found.number > max)
    return fill(words.share, { number: write(found.number), max: write(max) });
  const text = min === undefined ? words.most : max === undefined ? words.least : words.between;
  return fill(text, { min: write(min ?? 0), max: write(max ?? 0) });
};

/** The other number that may be meant: as the signs can be read; or a share of a hundredth, where this one is too large. */
const otherOf = ({ number, other }, field) => {
  if (other !== undefined) return other;
  const hundredth = number / 100;
  return field.type === "pct" && number > field.max && !isOut(hundredth, field)
    ? hundredth
    : undefined;
};

/** Set a text right under a control, outside its label, or take it away. */
const place = (control, made) => {
  if (!made.isConnected) (control.closest("label") ?? control).after(made);
};

const make = (control, id) => {
  const fault = element("span", { class: "vm-fault", id: `${id}.fault`, role: "status" });
  const said = element("span", { id: `${id}.read`, role: "status" });
  const take = element("button", { type: "button", class: "vm-clear" });
  const made = {
    fault,
    said,
    take,
    reading: element("span", { class: "vm-read" }, said, " ", take),
  };
  take.addEventListener("click", () => {
    control.value = made.other;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.focus();
  });
  shown.set(control, made);
  return made;
};

/** Say under a control what is wrong with its number, and how it was read. */
export const showNumber = (control, field, words) => {
  const found = readNumber(control.value, language(), field);
  const wrong = found || control.value.trim() ? faultOf(found, field, words) : "";
  const other = found && otherOf(found, field);
  const doubted = Boolean(found) && (!found.sure || other !== undefined);
  const known = shown.get(control);
  if (!wrong && !doubted && !known) return;
  const { fault, said, take, reading } = known ?? make(control, control.name.replace("@", "#"));
  if (wrong) place(control, fault);
  else fault.remove();
  say(fault, wrong);
  if (doubted) place(control, reading);
  else reading.remove();
  say(
    said,
    doubted ? fill(words.read, { number: writeNumber(found.number, language(), field.type) }) : "",
  );
  take.hidden = other === undefined;
  if (other !== undefined) {
    shown.get(control).other = writeNumber(other, language(), field.type);
    say(take, fill(words.take, { number: shown.get(control).other }));
  }
  const described = [wrong && fault.id, doubted && said.id].filter(Boolean).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  if (wrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
};
