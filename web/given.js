// What was entered and is not known to be written yet, by key: it waits for the work, is handed to it, and stays until the
// browser has written it.

/** Return what a page of this tab left. @type {(left: Draft["given"]) => Given} */
export const takenUp = (left) =>
  new Map(left.map(([key, entry]) => [key, { ...entry, from: entry.base, handed: false }]));

/**
 * Take something in; ``base`` is the text that its writer started from, ``blind`` that nobody knew what was kept.
 * @param {Given} given @param {Change} change @param {string | undefined} base @param {boolean} blind
 */
export const add = (given, [key, value], base, blind) => {
  const before = given.get(key);
  const from = before?.handed === false ? before.from : base;
  given.set(key, { base, blind, ...before, value, from, handed: false });
};

/** Hand to the work what waits; tell whether anything did. @type {(given: Given, work: Work) => boolean} */
export const hand = (given, work) => {
  const waiting = [...given].filter(([, entry]) => !entry.handed);
  if (!waiting.length) return false;
  for (const [, entry] of waiting) entry.handed = true;
  work.change(
    waiting.map(([key, { value }]) => [key, value]),
    new Map(waiting.map(([key, { from }]) => [key, from])),
  );
  return true;
};

/**
 * Make what the page before had handed over, its ``changes``; where that cannot be, its words are carried over like new
 * ones.
 * @type {(given: Given, work: Work, changes: string | undefined) => void}
 */
export const recover = (given, work, changes) => {
  const made = changes && work.recover(changes);
  for (const entry of given.values()) {
    if (made && entry.made) {
      if (entry.from !== undefined) entry.from = String(entry.made.value ?? "");
      entry.handed = entry.value === entry.made.value;
    }
    delete entry.made;
  }
};

/**
 * Prose joins what was kept; what is chosen takes its place, and whoever chose had not seen it: note that, by key.
 * @type {(given: Given, work: Work, replaced: Map<string, Value>) => void}
 */
export const compare = (given, work, replaced) => {
  for (const [key, { value, from, blind }] of given) {
    const kept = blind && from === undefined ? work.get(key) : undefined;
    if (kept !== undefined && JSON.stringify(kept) !== JSON.stringify(value))
      replaced.set(key, kept);
  }
};

/** What a draft keeps of it. @type {(given: Given) => Draft["given"]} */
export const left = (given) =>
  [...given].map(([key, entry]) => [
    key,
    { ...entry, made: entry.handed ? { value: entry.value } : entry.made },
  ]);
