// Counts of people and of minutes: whole numbers, typed in the digits of any script. A number field of the browser takes
// those of its own language alone, and swallows all others without a word.
import { plain } from "../numbers/signs.js";

/** Leave in a field for counts what is its number, in the digits that are kept. @type {(field: HTMLElement | null | undefined) => void} */
export const inDigits = (field) => {
  if (!(field instanceof HTMLInputElement)) return;
  const digits = /^\d*/.exec(plain(field.value))?.[0] ?? "";
  if (digits !== field.value) field.value = digits;
};
