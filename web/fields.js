// Every control of a page whose name is "<id>#<field>", as a work holds it, is kept: what is chosen or written goes to
// the desk, and what the desk knows is shown, in every control of that name. Any other name declares no field. The
// controls are native ones and work without this script.
import { hasRoom, isBeyond, isShort, keepable } from "./beyond.js";
import { moved } from "./caret.js";
import { checkDay, watchDay } from "./dates.js";
import { desk } from "./desk.js";
import { language } from "./words.js";
import { MOST, clean, isKey } from "./work/limits.js";
import { below } from "./work/texts.js";

const shownText = (value) => String(value?.typed ?? value ?? "");

// Only pages with number fields have it. Where it did not come, a number is kept as its text: it is read later.
const { keptNumber = (text) => text || undefined, shownNumber = shownText } =
  globalThis.vademecumNumbers ?? {};

const INSTANT = 1000; // milliseconds in which fingers go on though something else has come into the field

const shown = new WeakMap(); // text controls → the text that the work had when it was last shown or handed over

let composing; // the control in which an input method is at work: its text is not to be touched

const isText = (control) =>
  control.tagName === "TEXTAREA" || control.type === "text" || control.type === "search";

const isNumber = (control) => control.classList.contains("vm-number-field");

/** Prose merges with what others write; all else is chosen, and stands on one line. */
const isProse = (control) => control.tagName === "TEXTAREA" && !("line" in control.dataset);

const isField = (target) => target instanceof HTMLElement && "name" in target && isKey(target.name);

const fieldsOf = (root) => [...root.querySelectorAll("[name*='#']")].filter(isField);

/** Blanks at a break go with it; looked at line by line, for a million of them would stop the page in one expression. */
const oneLine = (text) => {
  const lines = text.split(/[\r\n\u2028\u2029]+/);
  return lines.length > 1
    ? lines
        .map((line) => line.trim())
        .filter(Boolean)
        .join(" ")
    : text;
};

const heldBy = (control) => {
  if (control.type === "checkbox") return control.checked || undefined;
  if (control.type === "radio") return control.checked ? control.value : undefined;
  if (isNumber(control))
    return keptNumber(oneLine(clean(control.value)), language(), control.dataset.number);
  return (isProse(control) ? clean(control.value) : oneLine(clean(control.value))) || undefined;
};

const came = new WeakMap(); // text controls that were empty and under the caret → the text that came, and when

const replaceText = (control, text) => {
  const { selectionStart, selectionEnd, value } = control;
  control.value = text;
  if (document.activeElement !== control) return;
  control.setSelectionRange(moved(value, text, selectionStart), moved(value, text, selectionEnd));
  if (!value) came.set(control, { text, at: performance.now() });
};

/** The first key after a text came into an empty field was meant for that empty field: it begins a line of its own. */
const setBelow = (control) => {
  const { text, at } = came.get(control) ?? {};
  came.delete(control);
  if (!text || control === composing || !isProse(control) || performance.now() - at > INSTANT)
    return;
  const { value } = control;
  if (
    value.length > text.length &&
    value.startsWith(text) &&
    !/^\s/.test(value.slice(text.length))
  ) {
    control.value = `${text}\n${value.slice(text.length)}`;
  }
};

const show = (control, value) => {
  if (isText(control)) {
    const text = (isNumber(control) ? shownNumber : shownText)(
      value,
      language(),
      control.dataset.number,
    );
    if (control === composing || isBeyond(control)) return;
    shown.set(control, text);
    if (clean(control.value) !== text) replaceText(control, text);
  } else if (control.type === "checkbox") control.checked = value === true;
  else if (control.type === "radio") control.checked = control.value === value;
  else control.value = value ?? control.dataset.default ?? "";
  if (control.type === "date") checkDay(control, value);
};

const controlsOf = (root, key) => root.querySelectorAll(`[name="${CSS.escape(key)}"]`);

const FEW = 20; // keys for each of which the page is searched; for more, its fields are gone through once

/** Show the values of a Map key → value in every control below ``root`` that has their names. */
export const showAll = (changes, root = document) => {
  const known = new Map(changes);
  if (known.size > FEW) {
    for (const control of fieldsOf(root))
      if (known.has(control.name)) show(control, known.get(control.name));
  } else
    for (const [key, value] of known)
      for (const control of controlsOf(root, key)) show(control, value);
};

/** Show what the work holds in the controls below ``root``, which were not there before. */
export const showFields = (root) => {
  for (const control of fieldsOf(root)) show(control, desk.work?.get(control.name));
};

/** What is to be kept of what was entered; what has no room, or is half a day, leaves what is kept as it is. */
const takenOf = (control, base) => {
  const value = heldBy(control);
  if (control.type === "date") watchDay(control);
  if (control.validity?.badInput) return [];
  const { work } = desk;
  const isNew = value !== undefined && work && work.get(control.name) === undefined;
  if (isNew && !hasRoom(control, work.entries().length)) return [];
  return [keepable(control, base, value, MOST.text)];
};

const take = (control) => {
  setBelow(control);
  const base = shown.get(control) ?? "";
  const taken = takenOf(control, base);
  if (!taken.length) return;
  const [value] = taken;
  if (isText(control))
    shown.set(control, value?.typed ?? (typeof value === "string" ? value : clean(control.value)));
  if ("line" in control.dataset && control.value !== oneLine(control.value))
    replaceText(control, oneLine(control.value));
  desk.change(
    [[control.name, value]],
    isProse(control) ? new Map([[control.name, base]]) : undefined,
  );
  const twins = [...controlsOf(document, control.name)].filter(
    (other) => other !== control && other.type !== "radio",
  );
  for (const twin of twins) show(twin, value);
};

const isTouched = (control) =>
  control.type === "radio" || control.type === "checkbox"
    ? control.checked && !control.defaultChecked
    : Boolean(control.value) && control.value !== (control.dataset.default ?? "");

/** Show what the page before left, and take what was entered on this one before this script ran: it stands below. */
const begin = (left) => {
  // Without a touch of the page it is what the browser filled in by itself.
  const touched =
    (navigator.userActivation?.hasBeenActive ?? true) ? fieldsOf(document).filter(isTouched) : [];
  const early = touched.map((control) => [control, control.value]);
  showAll(left);
  for (const [control, entered] of early) {
    const before = left.get(control.name);
    if (!isText(control)) show(control, control.type === "checkbox" || entered);
    else if (!isProse(control)) control.value = entered;
    else replaceText(control, below(before ?? "", entered));
    take(control);
  }
};

/** Start to keep what is entered on this page. */
export const startFields = () => {
  document.addEventListener("input", ({ target }) => {
    if (isField(target)) take(target);
    else if (target.matches?.("[data-vm-name]")) isShort(target);
  });
  document.addEventListener("focusout", ({ target }) => {
    // Half a day fires no event of its own.
    if (target.type === "date" && (target.value || target.validity.badInput)) checkDay(target);
  });
  document.addEventListener("keydown", (event) => {
    const { target, key, isComposing } = event;
    if (key === "Enter" && !isComposing && "line" in target.dataset) event.preventDefault(); // it has one line
  });
  document.addEventListener("compositionstart", ({ target }) => (composing = target));
  document.addEventListener("compositionend", ({ target }) => {
    composing = undefined;
    if (isField(target)) take(target);
  });
  document.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-vm-clear]")?.dataset.vmClear;
    if (!isKey(name)) return;
    showAll([[name, undefined]]);
    desk.change([[name, undefined]]);
  });
  desk.addEventListener("draft", ({ detail }) => begin(detail));
  for (const name of ["open", "change"])
    desk.addEventListener(name, ({ detail }) => showAll(detail));
};
