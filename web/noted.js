// A folded record says on its fold what lies in it: that there is evidence, who is in charge, until when.
import { one } from "./find.js";
import { desk } from "./shared.js";
import { day, say } from "./words.js";

const FIRST = ["evidence", "owner", "due"]; // what is asked for most; the rest follows as it stands
const ALONE = ["owner", "due"]; // these need no word that says what they are

/** @type {(field: Control) => string} */
const partOf = (field) => field.name.slice(field.name.indexOf("#") + 1);

/** @type {(field: Control) => number} */
const rank = (field) => (FIRST.indexOf(partOf(field)) + FIRST.length + 1) % (FIRST.length + 1);

/** What a field is called, without what explains it. @type {(field: Control) => string} */
const nameOf = (field) =>
  String(field.labels?.[0]?.querySelector(".vm-label")?.textContent).split(/\s*:/)[0];

/** @type {(control: Control) => string} */
const wordsOf = (control) => {
  if (control.tagName === "TEXTAREA") return nameOf(control);
  const text = control.selectedOptions?.[0]?.textContent ?? control.value;
  const value = `\u2068${control.type === "date" ? day(text) : text}\u2069`;
  return ALONE.includes(partOf(control)) ? value : `${nameOf(control)} ${value}`;
};

/** @type {(record: Element) => void} */
const note = (record) => {
  const fields = /** @type {Control[]} */ ([...record.querySelectorAll("[name*='#']")]);
  const filled = fields.filter(({ value, dataset }) => value && value !== (dataset.default ?? ""));
  const words = filled.sort((a, b) => rank(a) - rank(b)).map(wordsOf);
  say(one(record, ".vm-noted"), words.join(" · "));
};

/** @type {(event: { detail: Map<string, unknown> }) => void} */
const noteAll = ({ detail }) => {
  if (detail.size) for (const record of document.querySelectorAll(".vm-record")) note(record);
};

for (const name of /** @type {const} */ (["open", "change"])) desk.addEventListener(name, noteAll);
if (desk.work) noteAll({ detail: desk.entries() });
