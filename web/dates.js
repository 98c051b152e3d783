// A day that can hardly be meant is pointed out below its field, as it is typed or when it is shown. It stays kept.
import { dayOf, numberOf } from "./days.js";
import { faultWord, sayFault } from "./remarks.js";
import { typedOf } from "./work/values.js";

const PAUSE = 800; // milliseconds: a year of which the first figures are typed is not a wrong one yet
const MOST = 80; // characters shown of what is no day

/** @type {WeakMap<Control, ReturnType<typeof setTimeout>>} */
const timers = new WeakMap(); // of what will be said after the pause

/** @type {(day?: string) => string} */
const yearOf = (day) => String(Number(day?.split("-")[0]));

/** @type {(control: Control, kept: Value | undefined) => string} */
const wrongWith = (control, kept) => {
  const { dataset, max, min, validity, value } = control;
  if (validity.badInput) return faultWord("partial");
  const unread = String(typedOf(kept) ?? "").slice(0, MOST);
  if (!value) return unread && faultWord("unread", { text: `\u2068${unread}\u2069` });
  const today = dayOf(new Date());
  if (validity.rangeUnderflow || validity.rangeOverflow) {
    return faultWord("range", {
      year: yearOf(value),
      from: yearOf(min),
      to: yearOf("past" in dataset ? today : max),
    });
  }
  const late = Number(numberOf(value)) > Number(numberOf(today));
  return "past" in dataset && late ? faultWord("future") : "";
};

/**
 * Look at a control for a day. ``kept`` is what the work holds for it, where that may be no day.
 * @type {(control: Control, kept?: Value) => void}
 */
export const checkDay = (control, kept) => {
  clearTimeout(timers.get(control));
  sayFault(control, wrongWith(control, kept));
};

/**
 * Look at it while somebody types: what may be unfinished is said after a pause.
 * @type {(control: Control) => void}
 */
export const watchDay = (control) => {
  clearTimeout(timers.get(control));
  if (control.validity.badInput || control.value.startsWith("0"))
    timers.set(
      control,
      setTimeout(() => checkDay(control), PAUSE),
    );
  else checkDay(control);
};
