// Work that takes seconds where there is much of it: a generator that yields now and then the share that is done.
const OFTEN = 1000; // entries between two looks at the clock

/** Go through a list, telling how far it is; ``from`` and ``to`` are the shares at which it begins and ends. */
export function* each(list, from, to, what) {
  for (let n = 0; n < list.length; n += 1) {
    if (n % OFTEN === 0) yield from + ((to - from) * n) / list.length;
    what(list[n]);
  }
}

/** Do steps as a part of longer work; ``from`` and ``to`` are the shares at which they begin and end. */
export function* within(steps, from, to) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield from + (to - from) * value;
  }
}

/** Do all of it at once. */
export const finish = (steps) => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
