// What the page of clusters calls things: its words, the titles of entries, fields and values.
import { date, day, fill, plural, wordsOf } from "../words.js";
import { desk } from "../shared.js";

const { words, titles, fields, values, version, unnamed } = wordsOf(document.querySelector(".vm-clusters"));

export { version };

/** Keep a name together, whatever direction it is written in. */
const apart = (filled = {}) => Object.fromEntries(Object.entries(filled).map(([name, text]) => [name, `\u2068${text}\u2069`]));

/** A word of the interface, with its {names} filled in. */
export const word = (key, filled) => fill(words[key], apart(filled));

/** A word of the interface in the form for a number. */
export const count = (key, n, filled) => plural(words[key], n, apart(filled));

/** A word to be kept, not shown: names stand in it as they are. */
export const plain = (key, filled) => fill(words[key], filled);

/** Whether there is a word of this name. */
export const hasWord = (key) => Object.hasOwn(words, key);

/** A day and an hour. */
export const moment = (at) => date(new Date(at), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** The name of a cluster of this browser. */
export const nameOf = (id) => desk.clusters.fact(id, "name") || unnamed;

/** The name of the open cluster. */
export const currentName = () => nameOf(desk.work.id);

const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

/** What a key stands for: { title, language, field }; an unknown id is shown as it is. */
export const entryOf = (key) => {
  const at = key.indexOf("#");
  const [id, field] = [key.slice(0, at), key.slice(at + 1)];
  const [title, language] = [own(titles, id) ?? id].flat();
  return { title, language, field: own(fields, field) ?? field };
};

/** Show what a key stands for in an element that has [data-entry] and [data-field]. */
export const showEntry = (element, key) => {
  const { title, language, field } = entryOf(key);
  const entry = element.querySelector("[data-entry]");
  entry.textContent = title;
  if (language) entry.lang = language;
  element.querySelector("[data-field]").textContent = field;
};

const worded = (key, value) => {
  const known = own(values, key.slice(key.indexOf("#") + 1));
  if (known && Object.hasOwn(known, String(value))) return known[String(value)];
  return day(value);
};

/** Show a value: each paragraph has a direction of its own, which no sign in it can carry beyond. */
export const showValue = (element, key, value) => {
  const empty = value === undefined || value === "";
  const paragraphs = empty ? [word("merge-empty")] : worded(key, value).split("\n");
  element.replaceChildren(
    ...paragraphs.map((text) => {
      const line = document.createElement("span");
      line.className = empty ? "vm-value vm-note" : "vm-value";
      line.dir = "auto";
      line.textContent = text || "\u00A0";
      return line;
    }),
  );
};
