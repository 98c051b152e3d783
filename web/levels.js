// The levels of a question: keys 0 to 4 choose one while the focus is in the question; on a phone a tap shows all of
// them, each told in full, as a sheet from below. Without this script the numbers are radio buttons as any others.
import { around } from "./find.js";

const BELOW = "vm-below"; // the style of the sheet
const phone = matchMedia("(max-width: 44.9em)"); // as in screen.css
const TYPED_IN = "textarea, select, input:not([type='radio'], [type='checkbox'])";

/** @type {(degrees: HTMLElement) => void} */
const open = (degrees) => {
  const level = /** @type {HTMLElement} */ (degrees.parentElement);
  level.style.minBlockSize = `${level.offsetHeight}px`; // its place stays, and nothing moves
  degrees.popover = "auto";
  degrees.classList.add(BELOW);
  degrees.showPopover();
  const chosen = degrees.querySelector(":checked") ?? degrees.querySelector("input");
  /** @type {HTMLElement} */ (chosen).focus({ preventScroll: true });
};

/** @type {(event: ToggleEvent) => void} */
const closed = (event) => {
  const degrees = event.newState === "closed" && around(event, `.${BELOW}`);
  if (!degrees) return;
  degrees.classList.remove(BELOW);
  degrees.removeAttribute("popover");
  /** @type {HTMLElement} */ (degrees.parentElement).style.minBlockSize = "";
};

/** @type {(event: MouseEvent) => void} */
const press = (event) => {
  const degrees = around(event, ".vm-degrees");
  if (!degrees || !around(event, "input[type='radio'], button")) return;
  if (degrees.classList.contains(BELOW)) {
    if (event.detail) degrees.hidePopover(); // a press; the keys go on choosing
  } else if (event.detail && phone.matches && "showPopover" in degrees) {
    if (around(event, "button")) return;
    event.preventDefault();
    open(degrees);
  }
};

/** @type {(event: KeyboardEvent) => void} */
const choose = (event) => {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (!/^[0-4]$/.test(key) || ctrlKey || altKey || metaKey || around(event, TYPED_IN)) return;
  const level = around(event, ".vm-question")?.querySelector(`.vm-level [value="${key}"]`);
  const radio = /** @type {HTMLInputElement | null | undefined} */ (level);
  if (!radio || radio.disabled) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
  radio.focus();
  radio.closest("fieldset")?.scrollIntoView({ block: "nearest" }); // what it means is in sight, too
};

// What a level means describes its button: by names given here, for on the page they would weigh more than all the rest.
for (const [n, meaning] of document.querySelectorAll(".vm-degree__meaning").entries()) {
  meaning.id = `vm-meaning-${n}`;
  meaning.parentElement?.firstElementChild?.setAttribute("aria-describedby", meaning.id);
}
document.addEventListener("click", press);
document.addEventListener("keydown", choose);
document.addEventListener("toggle", /** @type {EventListener} */ (closed), true);
