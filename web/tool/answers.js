// What stands in the controls of a form: read as people type it.

/**
 * The key of a control; while the example is shown, its name has another sign, so that nothing is kept.
 * @type {(control: Control) => string}
 */
export const keyOf = (control) => control.name.replace("@", "#");

/** The controls of a form that hold answers. @type {(root: ParentNode) => Control[]} */
export const controlsOf = (root) =>
  [...root.querySelectorAll("[name]")].filter(({ name }) => /[#@]/.test(name));

/**
 * Read every answer: { key: text, true or null }; a blank is null, so that it takes the place of a default.
 * @type {(root: ParentNode) => Answers}
 */
export const answersOf = (root) => {
  /** @type {Answers} */
  const found = {};
  for (const control of controlsOf(root)) {
    const key = keyOf(control);
    if (control.type === "radio")
      found[key] = control.checked ? control.value : (found[key] ?? null);
    else if (control.type === "checkbox") found[key] = control.checked || null;
    else found[key] = control.value.trim() || null;
  }
  return found;
};

/** Show a value in a control, written as people write it. @type {(control: Control, value?: Answer) => void} */
export const put = (control, value) => {
  if (control.type === "radio") control.checked = control.value === value;
  else if (control.type === "checkbox") control.checked = value === true;
  else control.value = String(value ?? "");
};

/** Show what a control begins with. @type {(control: Control) => void} */
export const begin = (control) => {
  if (control.type === "radio" || control.type === "checkbox")
    control.checked = control.defaultChecked;
  else control.value = control.dataset.default ?? control.defaultValue ?? "";
};
