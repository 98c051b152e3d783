// Where two texts differ: one place, from the first sign to the last that is not the same in both.

/**
 * Find where two texts differ: [start, end in ``was``, end in ``now``]; never inside a character of two code units.
 * @type {(was: string, now: string) => [start: number, end: number, nowEnd: number]}
 */
export const difference = (was, now) => {
  const least = Math.min(was.length, now.length);
  let start = 0;
  while (start < least && was[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && was.at(-1 - end) === now.at(-1 - end)) end += 1;
  if (start && /[\uD800-\uDBFF]/.test(was[start - 1])) start -= 1;
  if (end && /[\uDC00-\uDFFF]/.test(was[was.length - end])) end -= 1;
  return [start, was.length - end, now.length - end];
};
