// Round drawings: the parts of a whole, and axes around a centre.
import { number } from "../words.js";
import {
  canvas,
  circle,
  figure,
  inward,
  isNumber,
  label,
  legend,
  path,
  rect,
  round,
  tint,
} from "./svg.js";

const [MIDDLE, OUTER, INNER] = [140, 120, 66]; // of a ring, from above, and its two radii

/** A piece of the ring between two shares of the whole. @type {(from: number, to: number, middle: number, rtl: boolean) => string} */
const slice = (from, to, middle, rtl) => {
  /** @type {(share: number, radius: number) => string} */
  const at = (share, radius) =>
    `${round(middle + (rtl ? -1 : 1) * radius * Math.sin(share * 2 * Math.PI))} ${round(MIDDLE - radius * Math.cos(share * 2 * Math.PI))}`;
  const [large, sweep] = [to - from > 0.5 ? 1 : 0, rtl ? 0 : 1];
  return `M${at(from, OUTER)}A${OUTER} ${OUTER} 0 ${large} ${sweep} ${at(to, OUTER)}L${at(to, INNER)}A${INNER} ${INNER} 0 ${large} ${1 - sweep} ${at(from, INNER)}Z`;
};

/** The ring. @type {(shares: number[], middle: number, rtl: boolean) => SVGElement[]} */
const ring = (shares, middle, rtl) => {
  let from = 0;
  return shares.map((share, n) => {
    const to = Math.min(from + share, from + 0.9999);
    const d = slice(from, to, middle, rtl);
    from = to;
    return path(d, tint(n));
  });
};

/** A line of the list of parts. @type {(drawing: Drawing, name: Label, share: number, n: number, narrow: boolean) => Child[]} */
const part = ({ rtl, width }, name, share, n, narrow) => {
  const y = (narrow ? 290 : 30) + n * 34;
  const side = narrow ? 4 : 290;
  const x = rtl ? width - side : side;
  const shown = number(share, { style: "percent", maximumFractionDigits: 1 });
  return [
    rect(rtl ? x - 14 : x, y - 7, 14, 14, tint(n)),
    label(name, rtl ? x - 24 : x + 24, y, { length: 30, most: 2 }),
    figure(shown, rtl ? 4 : width - 4, y, "end"),
  ];
};

/** The parts of a whole as a ring, each with its share in the list beside it. @type {(drawing: Drawing) => SVGElement} */
export const pie = (drawing) => {
  const { points, rtl, say, width } = drawing;
  const narrow = width < 520;
  const parts = points.flatMap(({ label: name, values: [value] }) =>
    isNumber(value) && value > 0 ? [{ name, value }] : [],
  );
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const shares = parts.map(({ value }) => value / sum);
  const middle = narrow ? width / 2 : rtl ? width - MIDDLE : MIDDLE;
  const rows = parts.map(({ name }, n) => part(drawing, name, shares[n], n, narrow));
  const height = narrow ? 280 + parts.length * 34 : Math.max(280, parts.length * 34 + 20);
  const whole = figure(say(sum), middle, MIDDLE);
  return canvas(width, height, ring(shares, middle, rtl), whole, rows);
};

const CENTRE = 200; // of axes, from the top

/** Where the n-th axis has a value, and what is further out by ``far``. @type {(drawing: Drawing, high: number) => (n: number, value: number, far?: number) => [x: number, y: number]} */
const around =
  ({ points, rtl, width }, high) =>
  (n, value, far = 0) => {
    const angle = (2 * Math.PI * n) / points.length;
    const distance = (Math.min(140, width / 2 - 70) * Math.max(0, value)) / high + far;
    return [
      round(width / 2 + (rtl ? -1 : 1) * distance * Math.sin(angle)),
      round(CENTRE - distance * Math.cos(angle)),
    ];
  };

/** @type {(at: ReturnType<typeof around>, values: number[]) => string} */
const closed = (at, values) => `M${values.map((value, n) => at(n, value)).join("L")}Z`;

/** One series as a polygon, with a dot on each axis. @type {(at: ReturnType<typeof around>, points: Point[], which: number) => Child[]} */
const polygon = (at, points, which) => {
  const values = points.map(({ values: { [which]: value } }) => (isNumber(value) ? value : 0));
  const look = `vm-svg__line vm-svg__line--${which + 1} vm-svg__area`;
  const dot = `vm-svg__point vm-svg__point--${which + 1}`;
  return [
    path(closed(at, values), look),
    values.map((value, n) => circle(...at(n, value), 4.5, dot)),
  ];
};

/** What an axis is called, around its end; the value too, where there is one. @type {(drawing: Drawing, point: Point, end: [x: number, y: number]) => SVGElement} */
const nameAt = (drawing, point, [x, y]) => {
  const { names, rtl, width } = drawing;
  const middle = width / 2;
  const side = Math.abs(x - middle) < 9 ? "middle" : x > middle === !rtl ? "start" : "end";
  const text = `${point.label.text} ${names.length > 1 ? "" : point.shown[0]}`.trim();
  const length = Math.max(10, (middle - 70) / 9);
  const look = { anchor: side, length };
  const inside = inward(x, text, drawing, look);
  const aside = Math.abs(inside - x) > 1 ? Math.sign(Math.round(y - CENTRE)) * 26 : 0; // past the axis that it would cover
  return label({ ...point.label, text }, inside, y + aside, look);
};

/** A drawing whose first rows are outlines, and whose columns are axes. @type {(drawing: Drawing) => Drawing} */
const turned = (drawing) => {
  const rows = drawing.points.slice(0, drawing.outlines);
  const points = drawing.names.map((label, n) => ({
    label,
    values: rows.map(({ values }) => values[n]),
    shown: rows.map(({ shown }) => shown[n]),
    steps: [],
    tones: [],
  }));
  return { ...drawing, points, names: rows.map(({ label }) => label) };
};

/** One axis a point and one polygon a series, or the other way round. @type {(drawing: Drawing) => SVGElement} */
export const radar = (drawing) => web(drawing.outlines ? turned(drawing) : drawing);

/** Axes around a centre, with their polygons. @type {(drawing: Drawing) => SVGElement} */
const web = (drawing) => {
  const { points, names, zones, rtl, width } = drawing;
  const most = () => Math.max(...points.flatMap(({ values }) => values.filter(isNumber))) || 1;
  const high = zones.at(-1) ?? most();
  const at = around(drawing, high);
  const ring = (/** @type {number} */ share) =>
    closed(
      at,
      points.map(() => high * share),
    );
  const axis = (/** @type {number} */ n) => `M${width / 2} ${CENTRE}L${at(n, high)}`;
  const several = names.length > 1;
  return canvas(
    width,
    400 + (several ? names.length * 22 : 0),
    [0.25, 0.5, 0.75, 1].map((share) => path(ring(share), "vm-svg__grid")),
    points.map((_, n) => path(axis(n), "vm-svg__grid")),
    names.map((_, which) => polygon(at, points, which)),
    points.map((point, n) => nameAt(drawing, point, at(n, high, 18))),
    several ? legend(names, width, 408, rtl, true) : [],
  );
};
