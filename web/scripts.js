// Scripts that a page needs only for what was kept: <… data-vm-script="name">. A first visit loads none of them.
import { desk } from "./desk.js";
import { throwLater } from "./faults.js";

const failed = (error) => {
  const notes = document.querySelectorAll("[data-vm-unloaded]");
  for (const note of notes) note.hidden = false;
  if (!notes.length) throwLater(error);
};

/** Load them with the store: at once where this browser has kept something, else when it begins to. Return promises. */
export const startScripts = () => {
  const names = new Set([...document.querySelectorAll("[data-vm-script]")].map(({ dataset }) => dataset.vmScript));
  const load = () => [...names].map((name) => desk.script(name).catch(failed));
  if (desk.keptBefore) return load();
  desk.addEventListener("open", load, { once: true });
  return [];
};
