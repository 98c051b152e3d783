// The levels of a question: keys 0 to 4 choose one while the focus is in the question; on a phone a button shows what
// each of them means, as a sheet from below. Without this script they are radio buttons as any others.
import { around, cloned, one } from "./find.js";

const BELOW = "vm-below"; // the style of the sheet
const TYPED_IN = "textarea, select, input:not([type='radio'], [type='checkbox'])";

/** The sheet is the levels themselves, with a head. @type {(degrees: HTMLElement, head: HTMLTemplateElement) => void} */
const open = (degrees, head) => {
  const level = /** @type {HTMLElement} */ (degrees.parentElement);
  const question = one(/** @type {Element} */ (level.parentElement), ".vm-wording");
  level.style.minBlockSize = `${level.offsetHeight}px`; // its place stays, and nothing moves
  degrees.prepend(cloned(head));
  const title = one(degrees, ".vm-below__title");
  [title.lang, title.dir] = [question.lang, question.dir]; // its own, where it is not translated
  title.append(...question.cloneNode(true).childNodes);
  degrees.setAttribute("role", "dialog");
  degrees.setAttribute("aria-label", String(question.lastElementChild?.textContent));
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
  for (const name of ["popover", "role", "aria-label"]) degrees.removeAttribute(name);
  degrees.querySelector(".vm-below__head")?.remove();
  /** @type {HTMLElement} */ (degrees.parentElement).style.minBlockSize = "";
  const { activeElement: at } = document; // the body, where what had the focus went out of sight
  if (at === document.body || degrees.contains(at))
    one(degrees, ".vm-told").focus({ preventScroll: true });
};

/** @type {(event: MouseEvent) => void} */
const press = (event) => {
  const degrees = around(event, ".vm-degrees");
  if (!degrees) return;
  const shuts = around(event, "[data-vm-shut]") || (event.detail && around(event, "input"));
  if (degrees.classList.contains(BELOW)) {
    if (shuts) degrees.hidePopover(); // a press; the keys go on choosing
  } else if (around(event, ".vm-told")) open(degrees, one(document, "template[data-vm-below]"));
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
if ("popover" in HTMLElement.prototype)
  for (const degrees of document.querySelectorAll(".vm-degrees"))
    degrees.append(cloned(one(document, "template[data-vm-told]")));
document.addEventListener("click", press);
document.addEventListener("keydown", choose);
document.addEventListener("toggle", /** @type {EventListener} */ (closed), true);
