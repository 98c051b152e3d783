// Every control of a page whose name is "<id>#<field>" is kept: what is chosen or written goes to the desk, and what
// the desk knows is shown, in every control of that name. The controls are native ones and work without this script.
import { desk } from "./desk.js";

const shown = new WeakMap(); // text controls → the text that the work had when it was last shown or handed over

let composing; // the control in which an input method is at work: its text is not to be touched

const isText = (control) => control.tagName === "TEXTAREA" || control.type === "text" || control.type === "search";

/** Prose merges with what others write; all else is chosen, and stands on one line. */
const isProse = (control) => control.tagName === "TEXTAREA" && !("line" in control.dataset);

const isField = (target) => target instanceof HTMLElement && "name" in target && target.name.includes("#");

/** What no file can hold: NUL, and halves of characters. */
const clean = (text) => text.replace(/\0/g, "").replace(/\p{Surrogate}/gu, "\uFFFD");

const oneLine = (text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");

const valueOf = (control) => {
  if (control.type === "checkbox") return control.checked || undefined;
  if (control.type === "radio") return control.checked ? control.value : undefined;
  return (isProse(control) ? clean(control.value) : oneLine(clean(control.value))) || undefined;
};

/** Put the caret back where it stood between the words that stayed. */
const replaceText = (control, text) => {
  const { selectionStart, selectionEnd, value } = control;
  control.value = text;
  if (document.activeElement !== control) return;
  let head = 0;
  while (head < selectionStart && value[head] === text[head]) head += 1;
  const moved = head < selectionStart ? text.length - value.length : 0;
  control.setSelectionRange(Math.max(head, selectionStart + moved), Math.max(head, selectionEnd + moved));
};

const show = (control, value) => {
  if (isText(control)) {
    const text = String(value?.typed ?? value ?? "");
    if (control === composing) return;
    shown.set(control, text);
    if (clean(control.value) !== text) replaceText(control, text);
  } else if (control.type === "checkbox") control.checked = value === true;
  else if (control.type === "radio") control.checked = control.value === value;
  else control.value = value ?? control.dataset.default ?? "";
};

const controlsOf = (root, key) => root.querySelectorAll(`[name="${CSS.escape(key)}"]`);

/** Show the values of a Map key → value in every control below ``root`` that has their names. */
export const showAll = (changes, root = document) => {
  for (const [key, value] of changes) for (const control of controlsOf(root, key)) show(control, value);
};

/** Show what the work holds in the controls below ``root``, which were not there before. */
export const showFields = (root) => {
  for (const control of root.querySelectorAll("[name*='#']")) show(control, desk.work?.get(control.name));
};

const take = (control) => {
  const value = valueOf(control);
  const base = shown.get(control) ?? "";
  if (isText(control)) shown.set(control, value ?? "");
  if ("line" in control.dataset && control.value !== oneLine(control.value)) replaceText(control, oneLine(control.value));
  desk.change([[control.name, value]], isProse(control) ? new Map([[control.name, base]]) : undefined);
  const twins = [...controlsOf(document, control.name)].filter((other) => other !== control && other.type !== "radio");
  for (const twin of twins) show(twin, value);
};

const isTouched = (control) =>
  control.type === "radio" || control.type === "checkbox"
    ? control.checked && !control.defaultChecked
    : Boolean(control.value) && control.value !== (control.dataset.default ?? "");

/** Show what the page before left, and take what was entered on this one before this script ran: it stands below. */
const begin = (left) => {
  // Without a touch of the page it is what the browser filled in by itself.
  const touched = navigator.userActivation?.hasBeenActive ? [...document.querySelectorAll("[name*='#']")].filter(isTouched) : [];
  const early = touched.map((control) => [control, control.value]);
  showAll(left);
  for (const [control, entered] of early) {
    const before = left.get(control.name);
    if (!isText(control)) show(control, control.type === "checkbox" || entered);
    else if (!isProse(control)) control.value = entered;
    else if (entered !== before) control.value = before ? `${before}\n${entered}` : entered;
    take(control);
  }
};

/** Start to keep what is entered on this page. */
export const startFields = () => {
  document.addEventListener("input", ({ target }) => {
    if (isField(target)) take(target);
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
    if (!name) return;
    showAll([[name, undefined]]);
    desk.change([[name, undefined]]);
  });
  desk.addEventListener("draft", ({ detail }) => begin(detail));
  for (const name of ["open", "change"]) desk.addEventListener(name, ({ detail }) => showAll(detail));
};
