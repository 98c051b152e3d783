// A cluster as a file: JSON that a person can read and mend, with the whole history besides, so that two files merge.
// The format is described by work.schema.json, published with the site. Whatever a file holds, reading it changes
// nothing but a work of its own, and every fault has a name for which the page has words.
import { fromBase64, toBase64 } from "./base64.js";
import { MOST, clean, isKey, isRecord, isValue } from "./limits.js";
import { isAside } from "./rows.js";
import { finish, within } from "./steps.js";
import { Trouble } from "./trouble.js";
import { isEntered, isObject, same } from "./values.js";

const SIGN = "vademecum-cluster";
const VERSION = 2; // files of version 1 are read, and become what this site would have written

/**
 * Split "<id>#<field>" values into { id: { field: value } }; such an object has no prototype to spoil.
 * @type {(entries: Pair[]) => Record<string, Record<string, Value>>}
 */
const byId = (entries) => {
  const records = Object.create(null);
  for (const [key, value] of entries) {
    const at = key.indexOf("#");
    (records[key.slice(0, at)] ??= Object.create(null))[key.slice(at + 1)] = value;
  }
  return records;
};

/** @type {<T extends [string, ...unknown[]]>(entries: Iterable<T>) => T[]} */
const sorted = (entries) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Write a work as a file; ``about`` is { name, content, language, written }: the version of the site, dates in ISO.
 * @type {(work: Work, about: { name: string, content: string, language: string, written?: string }) => string}
 */
export const write = (work, { name, content, language, written = new Date().toISOString() }) => {
  const entries = sorted(work.pairs());
  const file = {
    format: SIGN,
    version: VERSION,
    written,
    content,
    language,
    cluster: { name, id: work.place },
    values: byId(entries.filter(([key]) => !work.isText(key))),
    texts: byId(entries.filter(([key]) => work.isText(key))),
    records: Object.fromEntries(sorted(work.records)),
    state: toBase64(work.state()),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
};

/**
 * How deep a JSON text is nested, and whether it breaks off; looked at before anything is parsed.
 * @type {(text: string) => { deepest: number, broken: boolean }}
 */
const scan = (text) => {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let n = 0; n < text.length; n += 1) {
    const sign = text.charCodeAt(n);
    if (quoted) {
      if (sign === 92)
        n += 1; // the sign after a backslash
      else if (sign === 34) quoted = false;
    } else if (sign === 34) quoted = true;
    else if (sign === 91 || sign === 123) deepest = Math.max(deepest, (depth += 1));
    else if (sign === 93 || sign === 125) depth -= 1;
  }
  return { deepest, broken: depth > 0 || quoted };
};

/**
 * The data of a file of ours, which bears a sign and one of the versions, the latest last. Throws a Trouble.
 * @type {(text: string, sign?: string, versions?: unknown[]) => Record<string, unknown>}
 */
export const parse = (text, sign = SIGN, versions = [1, VERSION]) => {
  const ours = text.slice(0, 2000).includes(`"${sign}"`);
  const { deepest, broken } = scan(text);
  if (deepest > MOST.depth + 8) throw new Trouble("file-deep");
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Trouble(ours || (broken && text.startsWith("{")) ? "file-cut" : "file-json", error);
  }
  if (!isObject(data) || data.format !== sign) throw new Trouble("file-foreign");
  const version = /** @type {number} */ (data.version);
  if (Number.isInteger(version) && version > Number(versions.at(-1)))
    throw new Trouble("file-newer");
  if (!versions.includes(version)) throw new Trouble("file-foreign");
  return data;
};

/** @template T @param {T} value @returns {T | Entered | string} */
const cleaned = (value) => {
  if (isEntered(value)) return { ...value, typed: clean(value.typed) };
  return typeof value === "string" ? clean(value) : value;
};

/**
 * Read { id: { field: value } } into a Map key → { value, text }; return how many were none of ours. What has no room
 * stands in ``kept``: its history stays as it is.
 * @param {unknown} section @param {(value: unknown) => value is Value} fits @param {boolean} text @param {Readable} plain
 */
const readSection = (section, fits, text, plain) => {
  const { entered, kept } = plain;
  if (!isObject(section)) return section === undefined ? 0 : 1;
  let skipped = 0;
  for (const [id, fields] of Object.entries(section)) {
    for (const [field, given] of isObject(fields) ? Object.entries(fields) : [["", undefined]]) {
      const key = `${id}#${field}`;
      const value = cleaned(given);
      if (!isKey(key) || !fits(value)) {
        skipped += 1;
        kept.add(key);
      } else if (value !== "" || !text) {
        if (!entered.has(key) && !isAside(key)) plain.answers += 1; // only what people entered counts
        entered.set(key, { value, text });
      }
      if (plain.answers > MOST.keys) throw new Trouble("file-big");
    }
  }
  return skipped;
};

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.length <= MOST.text;

/**
 * Read what a person can read in a file: { entered: Map, records: Map, whole, skipped }.
 * @type {(data: Record<string, unknown>) => ReadableFile}
 */
const readPlain = (data) => {
  /** @type {Readable} */
  const plain = { entered: new Map(), kept: new Set(), answers: 0 };
  /** @type {Map<string, unknown>} */
  const records = new Map();
  let skipped =
    readSection(data.values, isValue, false, plain) + readSection(data.texts, isText, true, plain);
  for (const [name, what] of isObject(data.records) ? Object.entries(data.records) : []) {
    if (isRecord(name, what)) records.set(name, what);
    else skipped += 1;
  }
  return { ...plain, records, whole: isObject(data.values) && isObject(data.texts), skipped };
};

/**
 * What the readable part says otherwise than the history: [[key, value, text?], …].
 * @type {(work: Work, plain: ReadableFile) => Edit[]}
 */
const editsOf = (work, { entered, kept, whole }) => {
  /** @type {Edit[]} */
  const edits = [...entered]
    .filter(([key, { value, text }]) => !same(work.get(key), value) || work.isText(key) !== text)
    .map(([key, { value, text }]) => [key, value, text]);
  for (const [key, value] of work.pairs()) {
    if (entered.has(key) || kept.has(key)) continue;
    if (whole) edits.push([key, undefined, work.isText(key)]);
    else if (!same(cleaned(value), value)) edits.push([key, cleaned(value), work.isText(key)]);
  }
  return sorted(edits);
};

/** @type {(state: unknown, store: Store) => { work: Work, history: "used" | "missing" | "damaged" }} */
const historyOf = (state, { readHistory, scratch }) => {
  if (state === undefined) return { work: scratch(), history: "missing" };
  try {
    return { work: readHistory(fromBase64(String(state))), history: "used" };
  } catch (error) {
    if (error instanceof Trouble && error.name === "newer") throw new Trouble("file-newer", error);
    return { work: scratch(), history: "damaged" };
  }
};

/** @type {(text: unknown) => string} */
const shortName = (text) =>
  typeof text === "string"
    ? clean(text)
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, 2 * MOST.name)
    : "";

/**
 * Read the text of a file; ``store`` has scratch, readHistory, layOver and renew: the last one makes a work of an
 * earlier format one of today's, at once or in steps that it returns. Return { work, name, id, written, content,
 * language, history, edited, skipped }: ``work`` is kept nowhere; ``history`` is "used", "missing" or "damaged";
 * ``edited`` counts what was changed by hand, ``skipped`` what was none of ours. Throws a Trouble.
 * @type {(text: string, store: Store) => ReadFile}
 */
export const read = (text, store) => finish(reading(text, store));

/** The same in steps. @param {string} text @param {Store} store @returns {Steps<ReadFile>} */
export function* reading(text, store) {
  const data = parse(text.replace(/^\uFEFF/, "").trim());
  yield 0.1;
  const plain = readPlain(data);
  yield 0.2;
  const { work, history } = historyOf(data.state, store);
  yield 0.4;
  const edits = editsOf(work, plain);
  const known = work.records;
  const records = sorted(plain.records).filter(
    ([name, what]) => JSON.stringify(known.get(name)) !== JSON.stringify(what),
  );
  if (edits.length || records.length) yield* within(store.layOver(work, edits, records), 0.5, 0.8);
  yield 0.8;
  const renewed = store.renew(work);
  if (renewed) yield* within(renewed, 0.8, 1);
  if (!work.entries().length && !work.records.size)
    throw new Trouble(history === "damaged" ? "file-damaged" : "file-empty");
  const written = new Date(typeof data.written === "string" ? data.written : NaN);
  const cluster = isObject(data.cluster) ? data.cluster : {};
  return {
    work,
    history,
    edited: history === "used" ? edits.length : 0,
    skipped: plain.skipped,
    name: shortName(cluster.name),
    id: shortName(cluster.id),
    written: Number.isNaN(written.getTime()) ? undefined : written,
    content: shortName(data.content),
    language: shortName(data.language),
  };
}

/** The text of a file that a person chose. @type {(file: File) => Promise<string>} */
export const textOf = async (file) => {
  try {
    return await file.text();
  } catch (error) {
    throw new Trouble("file-unread", error);
  }
};

/**
 * Read a File that a person chose; one that is too big is refused before it is read. ``pace`` goes through the steps, and
 * returns or promises what comes out.
 * @param {File} file @param {Store} store @param {(steps: Steps<ReadFile>) => ReadFile | Promise<ReadFile>} pace
 */
export const readFile = async (file, store, pace = finish) => {
  if (file.size > MOST.bytes) throw new Trouble("file-big");
  return pace(reading(await textOf(file), store));
};
