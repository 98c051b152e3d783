// How the levels that people choose lie: how many, from where to where, the middle. Pure.
import { rated, teamLevel } from "../score.js";

const MOST = 999; // people at one level

/** Read how many people chose a level, whatever a file may hold. @type {(value: unknown) => number} */
export const countOf = (value) => {
  const count = Math.floor(Number(value));
  return count > 0 ? Math.min(count, MOST) : 0;
};

/**
 * Return the spread of counts by level; undefined where nobody chose. ``kind`` is "same", "near" (one level apart) or
 * "apart". The median of an even number is the lower of the two in the middle.
 * @type {(counts: number[]) => Spread | undefined}
 */
export const spread = (counts) => {
  const levels = counts.flatMap((count, level) => Array(count).fill(level));
  if (!levels.length) return undefined;
  const [least, most] = [levels[0], levels[levels.length - 1]];
  const { level, disagreement } = teamLevel(levels);
  const close = most === least ? "same" : "near";
  return {
    people: levels.length,
    least,
    most,
    median: level,
    kind: disagreement ? "apart" : close,
  };
};

/**
 * Where a question starts: what was agreed, else the middle of the voices, else the level of its sheet.
 * @type {(agreed: unknown, counts: number[], sheet: unknown) => { level?: number, from?: "agreed" | "voices" | "sheet" }}
 */
export const startingLevel = (agreed, counts, sheet) => {
  const middle = spread(counts)?.median;
  if (rated(agreed) !== undefined) return { level: rated(agreed), from: "agreed" };
  if (middle !== undefined) return { level: middle, from: "voices" };
  return rated(sheet) === undefined ? {} : { level: rated(sheet), from: "sheet" };
};
