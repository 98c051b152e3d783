// When this browser last kept something: what a page knows of it before the store is there.
import { browser } from "./memory.js";

const SIGN = "vademecum.kept"; // an ISO date

/** Whether this browser has kept something before, or may have. */
export const keptBefore = () => browser.get(SIGN) !== null;

/** Hear when another tab begins to keep something. @type {(hear: () => void) => void} */
export const hearKept = (hear) => addEventListener("storage", ({ key }) => key === SIGN && hear());

/** Everything is kept, something of it ``anew``: note it, and return when that was. @type {(anew: boolean) => Date} */
export const signKept = (anew) => {
  const at = anew ? 0 : Date.parse(String(browser.get(SIGN)));
  const kept = new Date(Math.min(at || Infinity, Date.now())); // a clock may have been set back
  if (!at) browser.set(SIGN, kept.toISOString());
  return kept;
};
