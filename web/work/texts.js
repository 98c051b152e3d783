// Texts that were written apart, and how one becomes another.
import { difference } from "./difference.js";

/**
 * Put what was typed, while nobody knew what was kept, below what was kept. It stays in one piece and at the end, where
 * its writer goes on; where it repeats or continues what was kept, nothing is doubled.
 * @type {(kept: string, typed: string) => string}
 */
export const below = (kept, typed) => {
  if (!kept || typed.startsWith(kept)) return typed || kept;
  return !typed || kept.endsWith(`\n${typed}`) ? kept : `${kept}\n${typed}`;
};

/**
 * Carry the change ``base`` → ``now`` over to ``current``, which others may have changed; nobody's words go.
 * @type {(base: string, now: string, current: string) => string}
 */
export const rebase = (base, now, current) => {
  if (current === base || current === now) return now;
  if (now === base || !current) return now === base ? current : now;
  if (!base) return below(current, now);
  const [start, end, nowEnd] = difference(base, now);
  const [otherStart, otherEnd, otherNowEnd] = difference(base, current);
  const [mine, theirs] = [now.slice(start, nowEnd), current.slice(otherStart, otherNowEnd)];
  if (otherEnd <= start)
    return (
      base.slice(0, otherStart) + theirs + base.slice(otherEnd, start) + mine + base.slice(end)
    );
  if (end <= otherStart)
    return (
      base.slice(0, start) + mine + base.slice(end, otherStart) + theirs + base.slice(otherEnd)
    );
  // Both changed the same words: each one's stand, one after the other.
  return (
    base.slice(0, Math.min(start, otherStart)) + theirs + mine + base.slice(Math.max(end, otherEnd))
  );
};

/**
 * Change a text in as few places as the difference needs, so that others' edits beside it stay.
 * @type {(text: import("yjs").Text, now: string) => void}
 */
export const rewrite = (text, now) => {
  const [start, end, newEnd] = difference(text.toString(), now);
  if (end > start) text.delete(start, end - start);
  if (newEnd > start) text.insert(start, now.slice(start, newEnd));
};
