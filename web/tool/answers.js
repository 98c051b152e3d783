// What stands in the controls of a form, and how a number is written: read as people type it.

/** Signs that only steer the direction of writing; some languages put them before a minus. */
export const MARKS = /[\u200E\u200F\u061C]/g;

const ARABIC = /[\u0660-\u0669]/g;

/** The key of a control; while the example is shown, its name has another sign, so that nothing is kept. */
export const keyOf = (control) => control.name.replace("@", "#");

/** The controls of a form that hold answers. */
export const controlsOf = (root) => [...root.querySelectorAll("[name]")].filter(({ name }) => /[#@]/.test(name));

/** Read every answer: { key: text, true or null }; a blank is null, so that it takes the place of a default. */
export const answersOf = (root) => {
  const found = {};
  for (const control of controlsOf(root)) {
    const key = keyOf(control);
    if (control.type === "radio") found[key] = control.checked ? control.value : (found[key] ?? null);
    else if (control.type === "checkbox") found[key] = control.checked || null;
    else found[key] = control.value.trim() || null;
  }
  return found;
};

/** Show a value in a control, written as people write it. */
export const put = (control, value) => {
  if (control.type === "radio") control.checked = control.value === value;
  else if (control.type === "checkbox") control.checked = value === true;
  else control.value = value ?? "";
};

const PLAIN = /^[+-]?\d+(?:[.,]\d*)?$/;

/** Tidy a number while it is typed: Arabic digits become Western, a share gets its sign. The caret stays. */
export const tidy = (control, type) => {
  const { value, selectionStart } = control;
  let text = value.replace(ARABIC, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(MARKS, "").replace("\u2212", "-").replace("\u066B", ",").replace("\u066A", "%");
  if (type === "pct") {
    const bare = text.replace(/[\s%]+$/, "");
    if (!bare) text = "";
    else if (PLAIN.test(bare)) text = `${bare}\u00A0%`;
  }
  if (text === value) return;
  control.value = text;
  const at = Math.min(selectionStart, text.replace(/[\s%]+$/, "").length);
  control.setSelectionRange(at, at);
};

/** A value of the example as it is written in a control. */
export const writtenAs = (value, type, number) => {
  if (typeof value !== "number") return value;
  if (type === "pct") return `${number(value * 100)}\u00A0%`;
  return number(value);
};
