// What the page of clusters calls things: its words, the titles of entries, fields and values.
import { one } from "../find.js";
import { date, day, fill, number, plural, wordsOf } from "../words.js";
import { desk } from "../shared.js";
import { newNameIn } from "./free-name.js";
import { meaningOf } from "../work/meanings.js";
import { ORDER } from "../work/rows.js";
import { plainOf } from "../work/values.js";

/** @type {ClusterWords} */
const { words, titles, fields, values, unnamed } = wordsOf(one(document, ".vm-clusters"));

const LONG = 60; // signs of what names a row
const DAYS = ["due", "reviewed"]; // fields of questions and actions that hold a day

/** Keep a name together, whatever direction it is written in. @type {(filled?: Filled) => Filled} */
const apart = (filled = {}) =>
  Object.fromEntries(Object.entries(filled).map(([name, text]) => [name, `\u2068${text}\u2069`]));

const wordOf = (/** @type {string} */ key) => /** @type {string} */ (words[key]);

/** A word of the interface, with its {names} filled in. @type {(key: string, filled?: Filled) => string} */
export const word = (key, filled) => fill(wordOf(key), apart(filled));

/** A word of the interface in the form for a number. @type {(key: string, n: number, filled?: Filled) => string} */
export const count = (key, n, filled) =>
  plural(/** @type {Forms} */ (words[key]), n, apart(filled));

/** A word to be kept, not shown: names stand in it as they are. @type {(key: string, filled?: Filled) => string} */
export const plain = (key, filled) => fill(wordOf(key), filled);

/** Whether there is a word of this name. @type {(key: string) => boolean} */
export const hasWord = (key) => Object.hasOwn(words, key);

/** A day and an hour. @type {(at: string | number | Date) => string} */
export const moment = (at) =>
  date(new Date(at), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });

/** The name of a cluster of this browser. @type {(id: string) => string} */
export const nameOf = (id) => desk.clusters.fact(id, "name") || unnamed;

/** The name of the open cluster. */
export const currentName = () => nameOf(desk.work.id);

/**
 * Return a name that no cluster has yet, save the one with the id ``besides``.
 * @type {(name: string, besides?: string) => string}
 */
export const newName = (name, besides) =>
  newNameIn(desk.clusters, name, { unnamed, numbered: wordOf("clusters-numbered") }, besides);

/** @template T @param {Record<string, T>} object @param {string} key */
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Whether the level of a key question stands under this key. @type {(key: string) => boolean} */
export const isQuestion = (key) =>
  key.endsWith("#level") && Object.hasOwn(titles, key.slice(0, -6));

/** An id inside a field has ~ in place of its dots. @type {(flat: string) => string} */
const dotted = (flat) => flat.replaceAll("~", ".");

/** @type {(key: string) => Meaning | undefined} */
const meaning = (key) => meaningOf(globalThis.vademecumEntries ?? {}, key);

/**
 * A word of the data: { text, language } where it is in another language than the page.
 * @type {(label: Word) => NamedWord}
 */
const said = (label) =>
  Array.isArray(label) ? { text: label[0], language: label[1] } : { text: label };

/** @type {(label: Word | undefined, otherwise: string) => NamedWord} */
const labelled = (label, otherwise) => said(label ?? otherwise);

/** @type {(n: number, field: Partial<FieldMeaning>) => string} */
const numberInWords = (n, { percent, year }) => {
  const style = percent ? "percent" : "decimal";
  return number(n, { style, maximumFractionDigits: 6, ...(year && { useGrouping: false }) });
};

/**
 * What somebody entered, in words: a number and a day as the page writes them, a choice and another row by their names.
 * @type {(field: Partial<FieldMeaning> | undefined, value: Value, works: Work[]) => string}
 */
const inWords = (field = {}, value, works) => {
  const plain = plainOf(value);
  if (typeof plain === "number") return numberInWords(plain, field);
  if (plain === true) return values.ticked.true;
  const text = String(plain);
  if (field.choices && Object.hasOwn(field.choices, text)) return said(field.choices[text]).text;
  const row = field.holds === "row" && meaning(`${field.below}${text}#row`);
  if (row) return rowOf(row, works)?.text ?? text;
  if (field.holds === "moment" && isMoment(text)) return moment(Number(text));
  return field.holds === "day" ? day(text) : text;
};

/** @type {(text: string) => boolean} */
const isMoment = (text) => !Number.isNaN(new Date(Number(text)).getTime());

/** @type {(text: string) => string} */
const short = (text) => {
  const signs = [...text.split("\n")[0]];
  return signs.length > LONG ? `${signs.slice(0, LONG).join("")}…` : signs.join("");
};

/**
 * What a row is called: its label, or what stands in the first of its cells that is filled, in one of ``works``.
 * @type {(meaning: Meaning, works: Work[]) => NamedWord | undefined}
 */
const rowOf = ({ part, prefix, at, free }, works) => {
  if (!free) return part.along === "rows" ? labelled(part.rows[at], at) : undefined;
  for (const work of works) {
    for (const [name, field] of Object.entries(part.fields)) {
      const value = work.get(`${prefix}${at}#${name}`);
      if (value !== undefined && value !== "") return { text: short(inWords(field, value, works)) };
    }
  }
  return { text: word("merge-row") };
};

/**
 * What a key stands for: { titles, fields }, each a list of { text, language }: the entry, or tool and row; the field,
 * or line and period. An unknown id is shown as it is. ``works`` are asked for what names a row.
 * @type {(key: string, works?: Work[]) => { titles: NamedWord[], fields: NamedWord[] }}
 */
export const entryOf = (key, works = [desk.work]) => {
  const known = meaning(key);
  const at = key.indexOf("#");
  const [id, last] = [key.slice(0, at), key.slice(at + 1)];
  if (!known)
    return { titles: [labelled(own(titles, id), id)], fields: [labelled(own(fields, last), last)] };
  const { tool, part, field, period, choice } = known;
  const row = rowOf(known, works);
  const named = [labelled(field?.label, last)];
  if (period) named.push(labelled(part.periods[period], period));
  if (choice) named.push(labelled(field?.choices?.[choice] ?? own(titles, dotted(choice)), choice));
  return { titles: [said(tool.title), ...(row ? [said(part.title), row] : [])], fields: named };
};

/** Where a key stands on the pages, compared part by part: tool, part, row, column. @type {(key: string, works: Work[]) => (string | number)[]} */
const placeOf = (key, works) => {
  const known = meaning(key);
  if (!known) return [-1];
  const { tool, part, field, prefix, at } = known;
  const order = works.map((work) => work.get(`${prefix}${at}#${ORDER}`)).find(Boolean);
  const rows = Object.keys(part.rows);
  return [
    Object.keys(globalThis.vademecumEntries ?? {}).indexOf(prefix.split(".")[0]),
    Object.values(tool.parts).indexOf(part),
    rows.includes(at) ? rows.indexOf(at) : rows.length,
    String(order ?? at),
    field ? Object.values(part.fields).indexOf(field) : -1,
  ];
};

/**
 * Sort things with a ``key`` as their entries stand on the pages: tool by tool, row by row, column by column.
 * @template {{ key: string }} One @param {One[]} list @param {Work[]} works @returns {One[]}
 */
export const inPlace = (list, works) =>
  list
    .map((one) => ({ one, at: placeOf(one.key, works) }))
    .sort((a, b) => {
      const n = a.at.findIndex((value, i) => value !== b.at[i]);
      return n < 0 ? 0 : a.at[n] < b.at[n] ? -1 : 1;
    })
    .map(({ one }) => one);

/** @type {(element: Element, parts: NamedWord[]) => void} */
const chain = (element, parts) =>
  element.replaceChildren(
    ...parts.flatMap(({ text, language }, n) => {
      const part = Object.assign(document.createElement("span"), {
        textContent: text,
        dir: "auto",
      });
      if (language) part.lang = language;
      return n ? [" · ", part] : [part];
    }),
  );

/**
 * Show what a key stands for in an element that has [data-entry] and [data-field].
 * @type {(element: ParentNode, key: string, works?: Work[]) => void}
 */
export const showEntry = (element, key, works) => {
  const { titles: title, fields: field } = entryOf(key, works);
  chain(one(element, "[data-entry]"), title);
  chain(one(element, "[data-field]"), field);
};

/** What a key stands for, in one line. @type {(key: string) => string} */
export const entryLine = (key) => {
  const { titles: title, fields: field } = entryOf(key);
  return `${title.map(({ text }) => text).join(" · ")} (${field.map(({ text }) => text).join(" · ")})`;
};

/** @type {(key: string, value: Value, works: Work[]) => string} */
const worded = (key, value, works) => {
  const name = key.slice(key.indexOf("#") + 1);
  const known = own(values, name);
  if (known && Object.hasOwn(known, String(value))) return known[String(value)];
  if (name === "about") return labelled(own(titles, String(value)), String(value)).text; // the question of a decision
  return inWords(
    meaning(key)?.field ?? (DAYS.includes(name) ? { holds: "day" } : undefined),
    value,
    works,
  );
};

/**
 * Show a value: each paragraph has a direction of its own, which no sign in it can carry beyond.
 * @type {(element: Element, key: string, value: Value | undefined, works?: Work[]) => void}
 */
export const showValue = (element, key, value, works = [desk.work]) => {
  const empty = value === undefined || value === "";
  const paragraphs = empty ? [word("merge-empty")] : worded(key, value, works).split("\n");
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
