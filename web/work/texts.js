// Texts that were written apart.

/**
 * Put what was typed, while nobody knew what was kept, below what was kept. It stays in one piece and at the end, where
 * its writer goes on; where it repeats or continues what was kept, nothing is doubled.
 * @type {(kept: string, typed: string) => string}
 */
export const below = (kept, typed) => {
  if (!kept || typed.startsWith(kept)) return typed || kept;
  return !typed || kept.endsWith(`\n${typed}`) ? kept : `${kept}\n${typed}`;
};
