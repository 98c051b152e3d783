// Scripts that a page needs only for what was kept or entered. A first visit loads none of them.
import { desk } from "./desk.js";
import { throwLater } from "./faults.js";

const asked = new Map(); // name → the promise of a script that is coming or there

const failed = (name) => (error) => {
  asked.delete(name);
  const notes = document.querySelectorAll("[data-vm-unloaded]");
  for (const note of notes) note.hidden = false;
  if (!notes.length) throwLater(error);
};

const get = (name) => asked.get(name) ?? asked.set(name, desk.script(name).catch(failed(name))).get(name);

/**
 * Load those that elements name, <… data-vm-script="name">, and what all pages do (kept.js), with the store: at once
 * where this browser has kept something, else when it begins to. The first touch brings kept.js too: there may be words
 * to print that no store has, an example for instance. Return the promises of what is loaded at once.
 */
export const startScripts = () => {
  const load = () => ["kept", ...[...document.querySelectorAll("[data-vm-script]")].map(({ dataset }) => dataset.vmScript)].map(get);
  if (desk.keptBefore) return load();
  desk.addEventListener("open", load, { once: true });
  for (const kind of ["input", "click"]) document.addEventListener(kind, () => get("kept"));
  return [];
};
