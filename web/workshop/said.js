// What the page of meetings says with figures in it.
import { fill, number, plural } from "../words.js";

/** A length in hours, as the page names them; other minutes as they are. @type {(length: number, words: WorkshopWords) => string} */
export const lengthOf = (length, words) =>
  words.lengths[String(length)] ?? plural(words.left, length);

/** @type {(found: Spread, words: WorkshopWords) => string} */
export const spreadWords = ({ people, least, most, median, kind }, words) => {
  const figures = { least: number(least), most: number(most), median: number(median) };
  const said = plural(words.spread, people, figures);
  return people > 1 ? `${said} ${words.kinds[kind]}` : said;
};

/** The minutes that are left, or by how many it is late. @type {(text: string, left: number, words: WorkshopWords) => string} */
export const leftWords = (text, left, words) =>
  fill(text, { time: left < 0 ? plural(words.late, -left) : plural(words.left, left) });
