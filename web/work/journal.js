// What was done to many answers at once – a merge, a reset – is noted in the work with what stood before and after, so
// that it can be looked up and undone, also by another tab or after the page was closed.
//
// A note is { kind, at, where, changes: [{ key, before, after, theirs, text }] }: ``theirs`` is what the other work had,
// where it is not ``after``; what is missing stood empty.

import { isKey, isValue } from "./limits.js";
import { isAside } from "./rows.js";
import { isObject, same } from "./values.js";

/** @type {(kind: string, at: string) => string} */
const nameOf = (kind, at) => `${kind}.${at}.${Math.random().toString(36).slice(2, 8)}`;

/** @param {object} object */
const without = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/**
 * Return the keys of texts among changes, each with what stands there, so that ``change`` replaces exactly that.
 * @type {(work: Work, keys: string[], isText: (key: string) => boolean) => Map<string, string>}
 */
const basesOf = (work, keys, isText) =>
  new Map(keys.filter(isText).map((key) => [key, work.prose(key)]));

/**
 * Set keys to values, texts as texts: [[key, value], …].
 * @type {(work: Work, changes: Change[], isText: (key: string) => boolean) => void}
 */
export const set = (work, changes, isText) =>
  work.change(
    changes,
    basesOf(
      work,
      changes.map(([key]) => key),
      (key) => work.isText(key) || isText(key),
    ),
  );

/** @param {Work} work @param {string} key */
const standing = (work, key) => ({ value: work.get(key), text: work.isText(key) });

/**
 * What is noted of a key where ``was`` stood and another work had ``theirs``; nothing where both are what stands now.
 * @param {Work} work @param {string} key @param {ReturnType<typeof standing>} was @param {Value | undefined} theirs
 */
const changeOf = (work, key, was, theirs) => {
  const { value: after, text } = standing(work, key);
  const other = same(theirs, after) ? undefined : theirs;
  if (same(after, was.value) && other === undefined) return [];
  const prose = was.text || text || undefined;
  return [without({ key, before: was.value, after, theirs: other, text: prose })];
};

/**
 * Do something to the work as one change and note it; ``what()`` does it. ``keys`` are all keys that it may touch.
 * ``theirs`` is a Map of what another work had. Return the name of the note, or undefined when nothing came of it.
 * @param {Work} work @param {NoteOptions} options @param {() => void} what
 */
export const noteDown = (work, { kind, at, keys, theirs = new Map(), ...about }, what) => {
  const name = nameOf(kind, at);
  const before = new Map([...keys].map((key) => [key, standing(work, key)]));
  let noted = false;
  work.together(() => {
    what();
    const changes = [...before].flatMap(([key, was]) => changeOf(work, key, was, theirs.get(key)));
    noted = changes.length > 0;
    if (noted) work.record(name, without({ kind, at, where: work.place, ...about, changes }));
  });
  return noted ? name : undefined;
};

/** @type {(name: string) => string} */
const undoOf = (name) => `undone.${name}`;

/** @param {unknown} at @returns {at is string} */
const isMoment = (at) => typeof at === "string" && !Number.isNaN(Date.parse(at));
/** @type {(value: unknown) => boolean} */
const isKept = (value) => value === undefined || isValue(value);
/** @type {(one: unknown) => boolean} */
const isChange = (one) =>
  isObject(one) && isKey(one.key) && [one.before, one.after, one.theirs].every(isKept);

/**
 * Tell whether a record is a note as this module writes them: records also come from files.
 * @param {unknown} note @returns {note is Note}
 */
const isNote = (note) =>
  isObject(note) &&
  isMoment(note.at) &&
  Array.isArray(note.changes) &&
  note.changes.every(isChange);

/** When a note was undone, as far as a record says. @param {unknown} record @returns {{ at: string } | undefined} */
const undoing = (record) =>
  isObject(record) && isMoment(record.at) ? { ...record, at: record.at } : undefined;

/** Return those changes of a note that moved something people entered. @type {(note: Note) => NotedChange[]} */
export const moved = ({ changes }) =>
  changes.filter(({ key, before, after }) => !isAside(key) && !same(before, after));

/**
 * Return the notes of some kinds, the latest first: [{ name, note, undone }, …].
 * @type {(work: Work, kinds: string[]) => FoundNote[]}
 */
export const notes = (work, kinds) => {
  const all = work.records;
  const listed = [...all].flatMap(([name, note]) =>
    isNote(note) && kinds.includes(note.kind)
      ? [{ name, note, undone: undoing(all.get(undoOf(name))) }]
      : [],
  );
  return listed.sort((a, b) => Date.parse(b.note.at) - Date.parse(a.note.at));
};

/**
 * Undo what a note tells, but only where nobody has changed anything since; return { back, stays }: lists of keys.
 * @type {(work: Work, name: string, at: string) => { back: string[], stays: string[] }}
 */
export const undo = (work, name, at) => {
  const note = work.records.get(name);
  if (!isNote(note)) return { back: [], stays: [] };
  const made = note.changes.filter(({ before, after }) => !same(before, after));
  const back = made.filter(({ key, after }) => same(work.get(key), after));
  const stays = made
    .filter(({ key, after }) => !same(work.get(key), after) && !isAside(key))
    .map(({ key }) => key);
  const texts = new Set(note.changes.filter(({ text }) => text).map(({ key }) => key));
  work.together(() => {
    set(
      work,
      back.map(({ key, before }) => [key, before]),
      (key) => texts.has(key),
    );
    work.record(undoOf(name), { at, stays });
  });
  return { back: back.map(({ key }) => key).filter((key) => !isAside(key)), stays };
};

/**
 * Empty every answer of the work; return the name of the note.
 * @type {(work: Work, at: string) => string | undefined}
 */
export const reset = (work, at) => {
  const keys = work.pairs().map(([key]) => key);
  return noteDown(work, { kind: "reset", at, keys }, () =>
    set(
      work,
      keys.map((key) => [key, undefined]),
      () => false,
    ),
  );
};
