// Every control of a page whose name is "<id>#<field>", as a work holds it, is kept: what is chosen or written goes to
// the desk, and what the desk knows is shown, in every control of that name. Any other name declares no field. The
// controls are native ones and work without this script.
import { hasRoom, isBeyond, isShort, keepable } from "./beyond.js";
import { moved } from "./caret.js";
import { checkDay, watchDay } from "./dates.js";
import { desk } from "./desk.js";
import { around } from "./find.js";
import { touchedIn } from "./touched.js";
import { language } from "./words.js";
import { MOST, clean, isKey } from "./work/limits.js";
import { below } from "./work/texts.js";
import { typedOf } from "./work/values.js";

/** @type {(value: Value | undefined | null) => string} */
const shownText = (value) => String(typedOf(value ?? ""));

// Only pages with number fields have it. Where it did not come, a number is kept as its text: it is read later.
/** @type {NonNullable<typeof vademecumNumbers>} */
const { keptNumber, shownNumber } = globalThis.vademecumNumbers ?? {
  keptNumber: (text) => text || undefined,
  shownNumber: shownText,
};

const INSTANT = 1000; // milliseconds in which fingers go on though something else has come into the field

/** @type {WeakMap<Control, string>} */
const shown = new WeakMap(); // text controls → the text that the work had when it was last shown or handed over

/** @type {EventTarget | null | undefined} */
let composing; // the control in which an input method is at work: its text is not to be touched

/** @param {Control} control @returns {control is TextControl} */
const isText = (control) =>
  control.tagName === "TEXTAREA" || control.type === "text" || control.type === "search";

/** @type {(control: Control) => boolean} */
const isNumber = (control) => control.classList.contains("vm-number-field");

/**
 * Prose merges with what others write; all else is chosen, and stands on one line.
 * @type {(control: Control) => boolean}
 */
const isProse = (control) => control.tagName === "TEXTAREA" && !("line" in control.dataset);

/** @param {unknown} target @returns {target is Control} */
const isField = (target) => target instanceof HTMLElement && "name" in target && isKey(target.name);

/** @type {(root: ParentNode) => Control[]} */
const fieldsOf = (root) => [...root.querySelectorAll("[name*='#']")].filter(isField);

/**
 * Blanks at a break go with it; looked at line by line, for a million of them would stop the page in one expression.
 * @type {(text: string) => string}
 */
const oneLine = (text) => {
  const lines = text.split(/[\r\n\u2028\u2029]+/);
  return lines.length > 1
    ? lines
        .map((line) => line.trim())
        .filter(Boolean)
        .join(" ")
    : text;
};

/** @type {(control: Control) => Value | undefined} */
const heldBy = (control) => {
  if (control.type === "checkbox") return control.checked || undefined;
  if (control.type === "radio") return control.checked ? control.value : undefined;
  const text = isProse(control) ? clean(control.value) : oneLine(clean(control.value));
  if (isNumber(control)) return keptNumber(text, language(), control.dataset.number);
  return text || undefined;
};

/** @type {WeakMap<Control, { text: string, at: number }>} */
const came = new WeakMap(); // text controls that were empty and under the caret → the text that came, and when

/** @type {(control: TextControl, text: string) => void} */
const replaceText = (control, text) => {
  const { selectionStart, selectionEnd, value } = control;
  control.value = text;
  if (document.activeElement !== control) return;
  control.setSelectionRange(moved(value, text, selectionStart), moved(value, text, selectionEnd));
  if (!value) came.set(control, { text, at: performance.now() });
};

/**
 * The first key after a text came into an empty field was meant for that empty field: it begins a line of its own.
 * @type {(control: Control) => void}
 */
const setBelow = (control) => {
  const { text = "", at = 0 } = came.get(control) ?? {};
  came.delete(control);
  if (!text || control === composing || !isProse(control) || performance.now() - at > INSTANT)
    return;
  const { value } = control;
  const typed = value.slice(text.length);
  if (value.startsWith(text) && /^\S/.test(typed)) control.value = `${text}\n${typed}`;
};

/** @type {(control: Control, value: Value | undefined) => void} */
const show = (control, value) => {
  if (isText(control)) {
    const text = isNumber(control)
      ? shownNumber(value, language(), control.dataset.number)
      : shownText(value);
    if (control === composing || isBeyond(control)) return;
    shown.set(control, text);
    if (clean(control.value) !== text) replaceText(control, text);
  } else if (control.type === "checkbox") control.checked = value === true;
  else if (control.type === "radio") control.checked = control.value === value;
  else control.value = String(value ?? control.dataset.default ?? "");
  if (control.type === "date") checkDay(control, value);
};

/** @type {(root: ParentNode, key: string) => Iterable<Control>} */
const controlsOf = (root, key) => root.querySelectorAll(`[name="${CSS.escape(key)}"]`);

const FEW = 20; // keys for each of which the page is searched; for more, its fields are gone through once

/**
 * Show the values of a Map key → value in every control below ``root`` that has their names.
 * @type {(changes: Iterable<Change>, root?: ParentNode) => void}
 */
export const showAll = (changes, root = document) => {
  const known = new Map(changes);
  if (known.size > FEW) {
    for (const control of fieldsOf(root))
      if (known.has(control.name)) show(control, known.get(control.name));
  } else
    for (const [key, value] of known)
      for (const control of controlsOf(root, key)) show(control, value);
};

/**
 * What is to be kept of what was entered; what has no room, or is half a day, leaves what is kept as it is.
 * @type {(control: Control, base: string) => (Value | undefined)[]}
 */
const takenOf = (control, base) => {
  const value = heldBy(control);
  if (control.type === "date") watchDay(control);
  if (control.validity?.badInput) return [];
  const { work } = desk;
  const isNew = value !== undefined && work && work.get(control.name) === undefined;
  if (isNew && !hasRoom(control, work.entries().length)) return [];
  return [keepable(control, base, value, MOST.text)];
};

/** @type {(control: Control) => void} */
const take = (control) => {
  setBelow(control);
  const base = shown.get(control) ?? "";
  const taken = takenOf(control, base);
  if (!taken.length) return;
  const [value] = taken;
  if (isText(control)) {
    shown.set(control, shownText(value ?? clean(control.value)));
    if ("line" in control.dataset && control.value !== oneLine(control.value))
      replaceText(control, oneLine(control.value));
  }
  desk.change(
    [[control.name, value]],
    isProse(control) ? new Map([[control.name, base]]) : undefined,
  );
  for (const twin of controlsOf(document, control.name))
    if (twin !== control && twin.type !== "radio") show(twin, value);
};

/**
 * Show what the page before left, and take what was entered on this one before this script ran: it stands below.
 * @type {(left: Map<string, Value | undefined>) => void}
 */
const begin = (left) => {
  const early = touchedIn(fieldsOf(document));
  showAll(left);
  for (const [control, entered] of early) {
    const before = left.get(control.name);
    if (!isText(control)) show(control, control.type === "checkbox" || entered);
    else if (!isProse(control)) control.value = entered;
    else replaceText(control, below(shownText(before), entered));
    take(control);
  }
};

/** Start to keep what is entered on this page. */
export const startFields = () => {
  document.addEventListener("input", (event) => {
    if (isField(event.target)) return take(event.target);
    const name = around(event, "input[data-vm-name]");
    if (name) isShort(name);
  });
  document.addEventListener("focusout", (event) => {
    const control = around(event, "input[type=date]");
    // Half a day fires no event of its own.
    if (control && (control.value || control.validity.badInput)) checkDay(control);
  });
  document.addEventListener("keydown", (event) => {
    const { key, isComposing } = event;
    if (key === "Enter" && !isComposing && around(event, "[data-line]")) event.preventDefault(); // it has one line
  });
  document.addEventListener("compositionstart", ({ target }) => (composing = target));
  document.addEventListener("compositionend", ({ target }) => {
    composing = undefined;
    if (isField(target)) take(target);
  });
  document.addEventListener("click", (event) => {
    const name = around(event, "[data-vm-clear]")?.dataset.vmClear;
    if (!isKey(name)) return;
    showAll([[name, undefined]]);
    desk.change([[name, undefined]]);
  });
  desk.addEventListener("draft", ({ detail }) => begin(detail));
  for (const name of /** @type {const} */ (["open", "change"]))
    desk.addEventListener(name, ({ detail }) => showAll(detail));
};
