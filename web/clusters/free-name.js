// Names that differ: two clusters of one name could not be told apart in any list.
import { fill } from "../words.js";

/** @type {(name: string) => string} */
const plain = (name) => name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * Return a name that is none of ``taken``, whatever its letters' case and spaces: itself, or ``numbered(name, n)``.
 * @param {string} name @param {string[]} taken @param {(name: string, n: number) => string} numbered
 */
export const freeName = (name, taken, numbered) => {
  const known = new Set(taken.map(plain));
  if (!known.has(plain(name))) return name;
  const bare = name.replace(/ \(\d+\)$/, "");
  let n = 2;
  while (known.has(plain(numbered(bare, n)))) n += 1;
  return numbered(bare, n);
};

/**
 * Return a name that no cluster of a list, nor of its bin, has yet, save the one with the id ``besides``.
 * @param {import("../work/list.js").List} list @param {string} name @param {{ unnamed: string, numbered: string }} words @param {string} [besides]
 */
export const newNameIn = (list, name, { unnamed, numbered }, besides) =>
  freeName(
    name,
    [...list.all, ...list.binned]
      .filter((id) => id !== besides)
      .map((id) => list.fact(id, "name") || unnamed),
    (cluster, n) => fill(numbered, { cluster, n }),
  );
