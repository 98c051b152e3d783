// Opens the demonstration: the site's own file, read as « open a file » reads one, into a work that nothing keeps; and
// holds the fields of the page, which show it and refuse changes.
import { dayOf } from "./days.js";
import { around } from "./find.js";
import { day, fill } from "./words.js";
import { read } from "./work/files.js";
import { List } from "./work/list.js";

const ID = "demonstration";
const FIELDS = ":is([name*='#'], [name*='@'])"; // with an @ where a tool shows its example

/**
 * Give the desk the work in the text of a file, its list of one, and its day.
 * @param {import("./demonstration.js").Demonstration} desk @param {string} text @param {Meanings} tools
 */
export const open = (desk, text, tools) => {
  const { renew, ...store } = globalThis.vademecumStore;
  const own = { ...store, renew: (/** @type {Work} */ found) => renew(found, tools) };
  const { work, name, written = new Date() } = read(text, own);
  const clusters = new List(store.scratch().doc, () => written.getTime());
  clusters.add(name, ID);
  Object.assign(work, { id: ID, place: clusters.mark(ID), fixed: true });
  const asOf = dayOf(written);
  Object.assign(desk, { work, clusters, asOf, own: { id: ID, about: clusters.about(ID) } });
};

/** @type {(control: Control) => boolean} */
const isWritten = ({ tagName, type }) =>
  tagName === "TEXTAREA" || ["text", "date", "search"].includes(type);

/** Words can be marked and copied; all else is out of reach. @type {(root: ParentNode) => void} */
const hold = (root) => {
  const fresh = root.querySelectorAll(`${FIELDS}:not([readonly], [disabled])`);
  for (const control of /** @type {Iterable<Control>} */ (fresh))
    Object.assign(control, isWritten(control) ? { readOnly: true } : { disabled: true });
};

/** Whether an event tries to change a field: a press on it or its label, a letter. @type {(event: Event) => boolean} */
const isTried = (event) => {
  if (event instanceof KeyboardEvent && (event.key.length > 1 || event.ctrlKey || event.metaKey))
    return false;
  const target = around(event, `label, ${FIELDS}`);
  return Boolean(target?.matches?.(FIELDS) || target?.querySelector?.(FIELDS));
};

/** Open it on this page. */
globalThis.vademecumDemonstrate = async (desk) => {
  const tools = await desk.meanings();
  const answer = await fetch(String(document.querySelector("vm-keeper")?.dataset.file));
  open(desk, await answer.text(), tools);
  desk.show("open", new Map(desk.work.pairs()));
  desk.tell(ID);
  for (const line of document.querySelectorAll("[data-vm-day]"))
    line.textContent = fill(String(line.dataset.vmDay), { day: day(desk.today) });
  hold(document);
  const later = new MutationObserver(() => hold(document)); // rows are made as they are shown
  later.observe(document.body, { childList: true, subtree: true });
  for (const name of ["click", "keydown"])
    document.addEventListener(name, (event) => isTried(event) && desk.change());
};
