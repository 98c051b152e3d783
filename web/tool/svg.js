// What all drawings share: a canvas that mirrors for right-to-left, labels in lines, tints of one colour with a key.
import { drawn } from "../elements.js";

export const LINE = 17; // from one line of words to the next

/** @type {(n: number) => number} */
export const round = (n) => Math.round(n * 10) / 10;

/**
 * A drawing; everything inside is named in the table beside it.
 * @type {(width: number, height: number, ...inside: Child[]) => SVGElement}
 */
export const canvas = (width, height, ...inside) =>
  drawn(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      class: "vm-svg",
      direction: document.dir || "ltr",
      "aria-hidden": "true",
    },
    inside,
  );

/** @type {(d: string, look: string) => SVGElement} */
export const path = (d, look) => drawn("path", { d, class: look });

/** @type {(cx: number, cy: number, r: number, look: string) => SVGElement} */
export const circle = (cx, cy, r, look) => drawn("circle", { cx, cy, r, class: look });

/** @type {(x: number, y: number, width: number, height: number, look: string) => SVGElement} */
export const rect = (x, y, width, height, look) =>
  drawn("rect", {
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    class: look,
  });

/**
 * Break words into lines of about ``length`` signs, ``most`` at most.
 * @type {(words: string, length: number, most?: number) => string[]}
 */
export const linesOf = (words, length, most = 3) => {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= length) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`.trim());
  }
  if (lines.length > most)
    lines.splice(most - 1, Infinity, `${lines[most - 1].slice(0, length - 1)}…`);
  return lines;
};

/**
 * The height that a label takes, broken into lines.
 * @type {(text: string, length: number, most?: number) => number}
 */
export const heightOf = (text, length, most = 3) => linesOf(text, length, most).length * LINE + 4;

const LETTER = 9.5; // about as wide as one is

/**
 * Where a label stands that would run over the edge of its drawing from ``x``.
 * @type {(x: number, text: string, drawing: Drawing, look: LabelLook) => number}
 */
export const inward = (x, text, { rtl, width }, { anchor = "start", length = 28, most = 3 }) => {
  const wide = LETTER * Math.max(...linesOf(text, length, most).map((row) => row.length));
  const left = anchor === "middle" ? 0.5 : (anchor === "start") === rtl ? 1 : 0; // of it, its share on that side of x
  return Math.min(Math.max(x, wide * left), width - wide * (1 - left));
};

/**
 * A text in lines around a height; ``anchor`` is start, middle or end, in reading order.
 * @type {(words: Label, x: number, y: number, look?: LabelLook) => SVGElement}
 */
export const label = (
  { text, lang },
  x,
  y,
  { anchor = "start", length = 28, most = 3, kind = "" } = {},
) => {
  const rows = linesOf(text, length, most);
  const top = y - ((rows.length - 1) * LINE) / 2 + 5;
  const apart = (/** @type {string} */ row) => (lang ? `\u2068${row}\u2069` : row); // words of another language keep their own direction
  const tspans = rows.map((row, n) =>
    drawn("tspan", { x: round(x), y: round(top + n * LINE) }, apart(row)),
  );
  return drawn("text", { class: `vm-svg__text ${kind}`, "text-anchor": anchor, lang }, tspans);
};

/** A figure beside what it measures. @type {(text: string, x: number, y: number, anchor?: string) => SVGElement} */
export const figure = (text, x, y, anchor = "middle") =>
  label({ text }, x, y, { anchor, kind: "vm-svg__figure" });

/** @param {unknown} value @returns {value is number} */
export const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/**
 * Limits of values as a scale shows them: with zero, and never empty.
 * @type {(values: unknown[]) => [low: number, high: number]}
 */
export const limitsOf = (values) => {
  const found = values.filter(isNumber);
  const [low, high] = [Math.min(0, ...found), Math.max(0, ...found)];
  return high > low ? [low, high] : [low, low + 1];
};

/** The class of the n-th series: a tint, told apart in black and white too. @type {(n: number) => string} */
export const tint = (n) => `vm-tint vm-tint--${(n % 8) + 1}`;

/**
 * A legend under a drawing: a swatch or a piece of line, and the name of each series, one below the other.
 * @type {(names: Label[], width: number, top: number, rtl: boolean, lines?: boolean) => Child[]}
 */
export const legend = (names, width, top, rtl, lines = false) =>
  names.map((name, n) => {
    const y = top + n * 22;
    const x = rtl ? width - 18 : 4;
    const swatch = lines
      ? drawn("path", { d: `M${x - 4} ${y}h22`, class: `vm-svg__line vm-svg__line--${n + 1}` })
      : drawn("rect", { x, y: y - 7, width: 14, height: 14, class: tint(n) });
    return [swatch, label(name, rtl ? x - 8 : x + 22, y, { length: width / 8, most: 1 })];
  });
