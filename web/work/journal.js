// What was done to many answers at once – a merge, a reset – is noted in the work with what stood before and after, so
// that it can be looked up and undone, also by another tab or after the page was closed.
//
// A note is { kind, at, where, changes: [{ key, before, after, theirs, text }] }: ``theirs`` is what the other work had,
// where it is not ``after``; what is missing stood empty.

import { isKey, isValue } from "./limits.js";
import { isAside } from "./rows.js";
import { same } from "./values.js";

const nameOf = (kind, at) => `${kind}.${at}.${Math.random().toString(36).slice(2, 8)}`;

const without = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Return the keys of texts among changes, each with what stands there, so that ``change`` replaces exactly that. */
const basesOf = (work, keys, isText) =>
  new Map([...keys].filter(isText).map((key) => [key, work.isText(key) ? work.get(key) : ""]));

/** Set keys to values, texts as texts: [[key, value], …]. */
export const set = (work, changes, isText) =>
  work.change(
    changes,
    basesOf(
      work,
      changes.map(([key]) => key),
      (key) => work.isText(key) || isText(key),
    ),
  );

/**
 * Do something to the work as one change and note it; ``what()`` does it. ``keys`` are all keys that it may touch.
 * ``theirs`` is a Map of what another work had. Return the name of the note, or undefined when nothing came of it.
 */
export const noteDown = (work, { kind, at, keys, theirs = new Map(), ...about }, what) => {
  const name = nameOf(kind, at);
  const texts = (key) => work.isText(key);
  const before = new Map([...keys].map((key) => [key, { value: work.get(key), text: texts(key) }]));
  let noted = false;
  work.together(() => {
    what();
    const changes = [];
    for (const [key, { value, text }] of before) {
      const after = work.get(key);
      const other = same(theirs.get(key), after) ? undefined : theirs.get(key);
      if (same(after, value) && other === undefined) continue;
      changes.push(
        without({
          key,
          before: value,
          after,
          theirs: other,
          text: text || texts(key) || undefined,
        }),
      );
    }
    if (!changes.length) return;
    work.record(name, without({ kind, at, where: work.place, ...about, changes }));
    noted = true;
  });
  return noted ? name : undefined;
};

const undoOf = (name) => `undone.${name}`;

const isMoment = (at) => typeof at === "string" && !Number.isNaN(Date.parse(at));
const isKept = (value) => value === undefined || isValue(value);
const isChange = (one) => isKey(one?.key) && [one.before, one.after, one.theirs].every(isKept);

/** Tell whether a record is a note as this module writes them: records also come from files. */
const isNote = (note) =>
  isMoment(note?.at) && Array.isArray(note.changes) && note.changes.every(isChange);

/** Return those changes of a note that moved something people entered. */
export const moved = ({ changes }) =>
  changes.filter(({ key, before, after }) => !isAside(key) && !same(before, after));

/** Return the notes of some kinds, the latest first: [{ name, note, undone }, …]. */
export const notes = (work, kinds) => {
  const all = work.records;
  const found = [...all].filter(([, note]) => kinds.includes(note?.kind) && isNote(note));
  const listed = found.map(([name, note]) => ({
    name,
    note,
    undone: isMoment(all.get(undoOf(name))?.at) ? all.get(undoOf(name)) : undefined,
  }));
  return listed.sort((a, b) => Date.parse(b.note.at) - Date.parse(a.note.at));
};

/** Undo what a note tells, but only where nobody has changed anything since; return { back, stays }: lists of keys. */
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

/** Empty every answer of the work; return the name of the note. */
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
