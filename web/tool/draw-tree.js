// A tree: each entry under the one that it serves, the first on top, its branches further in.
import { NAMELESS } from "./points.js";
import { canvas, circle, label, linesOf, path } from "./svg.js";

const STEP = 34;

/**
 * Put entries in order, each after the one it serves: [[point, depth, row of that one], …]; circles are cut.
 * @type {(points: Point[]) => Branch[]}
 */
const inOrder = (points) => {
  const codes = new Set(points.map(({ values: [code] }) => code));
  /** @type {Branch[]} */
  const found = [];
  /** @type {(...branch: Branch) => void} */
  const add = (point, depth, above) => {
    if (found.some(([known]) => known === point)) return;
    const row = found.push([point, depth, above]) - 1;
    for (const other of points)
      if (other !== point && other.values[1] === point.values[0]) add(other, depth + 1, row);
  };
  for (const point of points) if (!codes.has(point.values[1])) add(point, 0);
  for (const point of points) add(point, 0); // what was left serves itself, in a circle
  return found;
};

/** What else a point says, below it and after a dotted line, with its height. @type {(point: Point, x: number, y: number, side: number, length: number) => [Child[], number]} */
const beside = ({ shown }, x, y, side, length) => {
  const text = shown.slice(2).filter(Boolean).join(" · ");
  if (!text) return [[], 0];
  const look = { length: (length - 4) * 1.15, most: 2, kind: "vm-svg__note" };
  const rows = linesOf(text, look.length, look.most).length;
  const words = label({ text }, x + side * 52, y + ((rows - 1) * 17) / 2, look);
  return [[path(`M${x + side * 18} ${y}h${side * 26}`, "vm-svg__dotted"), words], rows * 17 + 3];
};

/** Points are (code, code of what it serves, what else it says …), named by their words. @type {(drawing: Drawing) => SVGElement} */
export const tree = ({ points, rtl, width }) => {
  /** @type {[x: number, y: number][]} */
  const tops = [];
  let y = 14;
  const rows = inOrder(points).map(([point, depth, above]) => {
    const inset = 12 + depth * STEP;
    const x = rtl ? width - inset : inset;
    const side = rtl ? -1 : 1;
    const length = (width - inset - 24) / 8;
    const words = {
      ...point.label,
      text: [point.shown[0], point.label.text].filter((one) => one && one !== NAMELESS).join(" · "),
    };
    const middle = y + ((Math.min(3, linesOf(words.text, length).length) - 1) * 17) / 2;
    const own = y;
    tops.push([x, own]);
    const [from, top = 0] = above === undefined ? [] : tops[above];
    const branch =
      above === undefined ? [] : path(`M${from} ${top + 8}V${y}H${x - side * 8}`, "vm-svg__axis");
    const below = middle * 2 - y + 22;
    const [more, tall] = beside(point, x, below, side, length);
    y = below + 14 + tall;
    return [
      branch,
      circle(x, own, 7, depth ? "vm-svg__point" : "vm-svg__dot"),
      label(words, x + side * 18, middle, { length }),
      more,
    ];
  });
  return canvas(width, y - 8, rows);
};
