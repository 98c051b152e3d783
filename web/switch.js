// Whoever switches language stays at the place: its #id is the same in every language, and so is what follows a « ? ».
import { around } from "./find.js";

/** @type {(event: Event) => void} */
const follow = (event) => {
  const link = around(event, "a[hreflang]");
  if (!link) return;
  link.search = location.search;
  link.hash = location.hash;
};

/** Let the links to other languages, of which no script is needed, lead to the place that is shown. */
export const startSwitch = () => {
  for (const kind of ["pointerdown", "click"]) document.addEventListener(kind, follow, true); // a key only clicks
};
