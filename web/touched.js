// What a reader entered before a script of the page ran: it stays when the script shows what was kept.
import { below } from "./work/texts.js";

/** @type {(control: Control) => boolean} */
const isTicked = ({ type }) => type === "radio" || type === "checkbox";

/** @type {(control: Control) => boolean} */
const isTouched = (control) =>
  isTicked(control)
    ? Boolean(control.checked) && !control.defaultChecked
    : Boolean(control.value) && control.value !== (control.dataset.default ?? "");

/**
 * What was entered in some controls, by control. Without a touch of the page the browser filled them in by itself.
 * @type {(controls: Iterable<Control>) => Map<Control, string>}
 */
export const touchedIn = (controls) => {
  const touched = navigator.userActivation?.hasBeenActive ?? true;
  const changed = touched ? [...controls].filter(isTouched) : [];
  return new Map(changed.map((control) => [control, control.value]));
};

/**
 * Enter it again; prose stands below what is shown meanwhile. Return the text whose place was taken, if any.
 * @type {(control: Control, entered: string) => string}
 */
export const enterAgain = (control, entered) => {
  const { tagName, value } = control;
  const isProse = tagName === "TEXTAREA";
  if (isTicked(control)) control.checked = true;
  else control.value = isProse ? below(value, entered) : entered;
  return isProse || isTicked(control) || value === entered ? "" : value;
};
