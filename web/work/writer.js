// The same change, made in two copies of a work by nobody in particular, must come out the same in both: it is written
// in the name of a writer whose number follows from what is written. Joining it twice then changes nothing.

/**
 * A word as it counts: an object, a number as it was typed for instance, with all that it holds.
 * @type {(word: unknown) => string}
 */
const wordOf = (word) =>
  typeof word === "object" && word !== null
    ? JSON.stringify(word, Object.keys(word).sort())
    : String(word);

/**
 * A number for a writer, the same for the same words or bytes (FNV-1a, 32 bits).
 * @type {(...words: unknown[]) => number}
 */
export const writerOf = (...words) => {
  let hash = 0x811c9dc5;
  const add = (/** @type {number} */ number) => (hash = Math.imul(hash ^ number, 0x01000193) >>> 0);
  for (const word of words) {
    if (word instanceof Uint8Array) for (const byte of word) add(byte);
    else for (let text = wordOf(word), n = 0; n < text.length; n += 1) add(text.charCodeAt(n));
    add(0);
  }
  return hash;
};
