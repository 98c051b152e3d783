// What leads from the count of points to each of them that is said elsewhere, beside its part or row. Those about the
// whole tool stand right below already.
import { element } from "../elements.js";
import { openOnly } from "./folds.js";

const MOST = 20; // links

/** The words of the row, if it is about one, and of the part. @type {(place: Element) => string[]} */
const whereOf = (place) => {
  const part = place.closest("[data-part]")?.querySelector("h3");
  const row = place.closest("tr")?.querySelector("th > [id]");
  return [part, row].map((one) => one?.textContent?.trim() ?? "").filter(Boolean);
};

/** Bring a message in sight, and the reader to it. @type {(remark: HTMLElement) => void} */
const go = (remark) => {
  const row = remark.closest("tr");
  if (row?.querySelector("[data-vm-fold]")) openOnly(row);
  remark.tabIndex = -1;
  remark.scrollIntoView({ block: "center" });
  remark.focus({ preventScroll: true });
};

/** @type {(remark: HTMLElement) => HTMLElement} */
const lead = (remark) => {
  const place = /** @type {Element} */ (remark.parentElement);
  const href = `#${place.closest("[data-part]")?.querySelector("h3")?.id}`;
  const words = [...whereOf(place), remark.textContent.trim()].join(" · ");
  const link = element("a", { href }, words);
  link.addEventListener("click", () => requestAnimationFrame(() => go(remark))); // its section opens first
  return element("li", {}, link);
};

/** List what is said elsewhere, each a link. @type {(root: ParentNode) => void} */
export const showLeads = (root) => {
  const list = root.querySelector("[data-leads]");
  if (!list) return;
  const remarks = [...root.querySelectorAll("[data-part] .vm-remark")].slice(0, MOST);
  const made = remarks.map(lead);
  if (made.map(({ textContent }) => textContent).join("\n") === list.dataset.shown) return;
  list.dataset.shown = made.map(({ textContent }) => textContent).join("\n");
  list.hidden = !made.length;
  list.replaceChildren(...made);
};
