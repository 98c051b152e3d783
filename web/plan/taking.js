// What was answered to a key question is set at the end of the text of a section, and taken out again.

/** Tell whether an answer stands in a text, in lines of its own. @type {(text: string, answer: string) => boolean} */
export const holds = (text, answer) => `\n${text.trim()}\n`.includes(`\n${answer}\n`);

/**
 * What is to be added at the end of a text, so that an answer stands there in a paragraph of its own.
 * @type {(text: string, answer: string) => string}
 */
export const passage = (text, answer) =>
  !text || text.endsWith("\n\n") ? answer : text.endsWith("\n") ? `\n${answer}` : `\n\n${answer}`;

/**
 * Write in the place of a part of a text, as fingers would: the browser's own undo takes it back too. The focus stays
 * where it is.
 * @type {(field: HTMLTextAreaElement, from: number, to: number, words: string) => void}
 */
const write = (field, from, to, words) => {
  const touched = /** @type {HTMLElement | null} */ (document.activeElement);
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  if (!document.execCommand(words ? "insertText" : "delete", false, words)) {
    field.setRangeText(words, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  touched?.focus({ preventScroll: true });
};

/** Add an answer to a text, below all that stands there; return what was added. @type {(field: HTMLTextAreaElement, answer: string) => string} */
export const take = (field, answer) => {
  const added = passage(field.value, answer);
  write(field, field.value.length, field.value.length, added);
  return added;
};

/** Take out what was added last, unless somebody has changed it since. @type {(field: HTMLTextAreaElement, added: string) => void} */
export const untake = (field, added) => {
  const at = field.value.lastIndexOf(added);
  if (at >= 0) write(field, at, at + added.length, "");
};
