// Where the caret goes when a text is replaced under it.

/**
 * Return the place in ``now`` of the place ``at`` in ``was``: between the words that stayed.
 * @type {(was: string, now: string, at: number) => number}
 */
export const moved = (was, now, at) => {
  if (now.endsWith(was)) return at + now.length - was.length; // something came in front of all that was there
  let head = 0;
  while (head < at && was[head] === now[head]) head += 1;
  return Math.max(head, head < at ? at + now.length - was.length : at);
};
