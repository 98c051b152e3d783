// What is entered beyond what can be kept: it stays in its field, the page says so below it, and nobody calls it kept.
import { faultWord, sayFault } from "./remarks.js";
import { number } from "./words.js";
import { difference } from "./work/difference.js";
import { MOST } from "./work/limits.js";
import { typedOf } from "./work/values.js";

/** @type {Set<Control>} */
const over = new Set(); // controls that hold more than is kept

const askBeforeLeaving = (/** @type {Event} */ event) => event.preventDefault();

/** Fires "change" when a field begins or ceases to hold more than is kept. */
export const beyond = new EventTarget();

/**
 * Tell whether a control, or without one any control of this page, holds more than is kept.
 * @type {(control?: Control) => boolean}
 */
export const isBeyond = (control) =>
  control ? over.has(control) : [...over].some(({ isConnected }) => isConnected);

/** @type {(control: Control, wrong: string) => void} */
const mark = (control, wrong) => {
  if (!wrong && !over.has(control)) return;
  over[wrong ? "add" : "delete"](control);
  sayFault(control, wrong);
  (isBeyond() ? addEventListener : removeEventListener)("beforeunload", askBeforeLeaving);
  beyond.dispatchEvent(new Event("change"));
};

/**
 * Return what can be kept of ``now``, which came of ``base``: what stood there, and of what was put in as much as fits.
 * @type {(base: string, now: string, most: number) => string}
 */
export const fitting = (base, now, most) => {
  if (now.length <= most) return now;
  const [start, , end] = difference(base, now);
  const room = Math.max(0, most - start - (now.length - end));
  const fits = now.slice(start, start + room).replace(/[\uD800-\uDBFF]$/, ""); // no half of a character
  return now.slice(0, start) + fits + now.slice(end);
};

/**
 * Return what is to be kept of a value from a control that began with ``base``; say so where that is not all of it.
 * @type {(control: Control, base: string, value: Value | undefined, most: number) => Value | undefined}
 */
export const keepable = (control, base, value, most) => {
  const text = typedOf(value);
  const kept = typeof text === "string" ? fitting(base, text, most) : text;
  mark(
    control,
    kept === text ? "" : faultWord("long", { most: number(most), n: number(String(text).length) }),
  );
  return text === value ? kept : { .../** @type {Entered} */ (value), typed: String(kept) };
};

/**
 * Tell whether a work that holds so many answers takes one more from a control; say so where it does not.
 * @type {(control: Control, answers: number) => boolean}
 */
export const hasRoom = (control, answers) => {
  if (answers < MOST.keys) return true;
  mark(control, faultWord("crowded", { most: number(MOST.keys) }));
  return false;
};

/**
 * Tell whether a name, or with ``word`` another text, is short enough to be kept; say so below its field where it is
 * not.
 * @type {(control: Control, most?: number, word?: string) => boolean}
 */
export const isShort = (control, most = MOST.name, word = "name") => {
  const { length } = control.value;
  const said = { most: number(most), n: number(length) };
  sayFault(control, length > most ? faultWord(word, said) : "");
  return length <= most;
};
