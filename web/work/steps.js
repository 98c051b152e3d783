// Work that takes seconds where there is much of it: a generator that yields now and then the share that is done.
const OFTEN = 1000; // entries between two looks at the clock

/**
 * Go through a list, telling how far it is; ``from`` and ``to`` are the shares at which it begins and ends.
 * @template T @param {T[]} list @param {number} from @param {number} to @param {(one: T) => void} what
 * @returns {Steps}
 */
export function* each(list, from, to, what) {
  for (let n = 0; n < list.length; n += 1) {
    if (n % OFTEN === 0) yield from + ((to - from) * n) / list.length;
    what(list[n]);
  }
}

/**
 * Do steps as a part of longer work; ``from`` and ``to`` are the shares at which they begin and end.
 * @template T @param {Steps<T>} steps @param {number} from @param {number} to @returns {Steps<T>}
 */
export function* within(steps, from, to) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}

/** Do all of it at once. @type {<T>(steps: Steps<T>) => T} */
export const finish = (steps) => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
