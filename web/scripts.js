// Scripts that a page needs only for what was kept or entered: none of them stands in the way of a first visit.
import { desk } from "./desk.js";
import { throwLater } from "./faults.js";
import { keptBefore } from "./sign.js";

/** @type {Map<string, Promise<void>>} */
const asked = new Map(); // scripts that are coming or there, by name

/** @type {(name: string) => (error: unknown) => void} */
const failed = (name) => (error) => {
  asked.delete(name);
  const notes = document.querySelectorAll("[data-vm-unloaded]");
  for (const note of notes) note.hidden = false;
  if (!notes.length) throwLater(error);
};

/** @type {(name: string) => Promise<void>} */
const get = (name) =>
  asked.get(name) ??
  /** @type {Promise<void>} */ (asked.set(name, desk.script(name).catch(failed(name))).get(name));

/**
 * Load those that elements name, <… data-vm-script="name">, and what all pages do (kept.js), with the store: at once
 * where this browser has kept something, else when it begins to; but filters come with the next page then, for they
 * would push down what one is about to fill in. A page with fields, also those of one answer (@), has kept.js once all else is there:
 * without a connection, too, it prints what no store has. The switcher of clusters comes when it is opened. Return the
 * promises of what is loaded at once.
 */
export const startScripts = () => {
  const switcher = document.querySelector("[data-vm-switcher]");
  switcher?.addEventListener("toggle", () => get("switcher"));
  const load = (/** @type {string} */ which) =>
    [
      "kept",
      ...[...document.querySelectorAll(`[data-vm-script]${which}`)].map(
        ({ dataset }) => dataset.vmScript,
      ),
    ].map(get);
  if (keptBefore() || document.documentElement.classList.contains("vm-awaits")) return load("");
  desk.addEventListener("open", () => load(":not([data-vm-filters])"), { once: true });
  if (document.querySelector(".md-content :is([name*='#'], [name*='@'])"))
    addEventListener("load", () => get("kept"));
  return [];
};
