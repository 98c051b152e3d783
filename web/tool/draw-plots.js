// Plots over two axes: lines along periods, points in four fields.
import { drawn } from "../elements.js";
import {
  canvas,
  circle,
  figure,
  inward,
  isNumber,
  label,
  legend,
  limitsOf,
  linesOf,
  path,
  rect,
  round,
} from "./svg.js";

const [HIGH, BASE] = [34, 250]; // between which lines run
const TOP = 26; // of the four fields
const LETTER = 8; // about as wide as one of a period's name is
const NOTE = { kind: "vm-svg__note" };

/** Where the n-th period stands, and a value. @param {Drawing} drawing */
const placesOf = ({ points, zones, rtl, width }) => {
  const [low, high] = limitsOf([...points.flatMap(({ values }) => values), ...zones]);
  const step = (width - 80) / Math.max(1, points.length - 1);
  return {
    low,
    step,
    x: (/** @type {number} */ n) => round(rtl ? width - 40 - n * step : 40 + n * step),
    y: (/** @type {number} */ value) =>
      round(BASE - ((value - low) / (high - low)) * (BASE - HIGH)),
  };
};

/** One line, with each value at its point where there is room. @type {(drawing: Drawing, places: ReturnType<typeof placesOf>, which: number) => Child[]} */
const course = ({ points, names, say }, { x, y }, which) => {
  /** @type {[n: number, value: number][]} */
  const known = points.flatMap(({ values: { [which]: value } }, n) =>
    isNumber(value) ? [[n, value]] : [],
  );
  const figures = names.length > 1 || points.length > 8 ? [] : known;
  const look = (/** @type {string} */ kind) => `vm-svg__${kind} vm-svg__${kind}--${which + 1}`;
  const line = known.map(([n, value]) => `${x(n)} ${y(value)}`).join("L");
  return [
    line ? path(`M${line}`, look("line")) : [],
    known.map(([n, value]) => circle(x(n), y(value), 4.5, look("point"))),
    figures.map(([n, value]) => figure(say(value), x(n), y(value) - 16)),
  ];
};

/** A line from side to side at a value. @type {(drawing: Drawing, y: number, words: string | undefined, look: string) => Child[]} */
const level = ({ rtl, width }, y, words, look) => [
  path(`M0 ${y}H${width}`, look),
  words ? label({ text: words }, rtl ? width : 0, y - 10, NOTE) : [],
];

/**
 * Of how many periods one is named, so that no name runs into the next.
 * @type {(points: Point[], step: number, look: LabelLook) => number}
 */
const everyOf = (points, step, { length, most }) => {
  const rows = points.flatMap(({ label: { text } }) => linesOf(text, length ?? 28, most));
  return Math.ceil((LETTER * Math.max(1, ...rows.map((row) => row.length))) / step);
};

/** Lines along periods, with the line of zero and each value at its point. @type {(drawing: Drawing) => SVGElement} */
export const line = (drawing) => {
  const { points, names, zones, rtl, short, width } = drawing;
  const places = placesOf(drawing);
  const { low, step, x, y } = places;
  const look = { anchor: "middle", length: Math.max(7, step / 9), most: 2 };
  const several = names.length > 1;
  const every = everyOf(points, step, look);
  return canvas(
    width,
    BASE + 52 + (several ? names.length * 22 : 0),
    zones.map((zone) => level(drawing, y(zone), short(zone), "vm-svg__grid")),
    level(drawing, y(0), low < 0 ? "0" : undefined, "vm-svg__axis"),
    names.map((_, which) => course(drawing, places, which)),
    points.map((point, n) =>
      n % every
        ? []
        : label(point.label, inward(x(n), point.label.text, drawing, look), BASE + 24, look),
    ),
    several ? legend(names, width, BASE + 58, rtl, true) : [],
  );
};

/** The limits of an axis: those of its field, else as far on both sides of where it is crossed. @type {(drawing: Drawing, which: number) => [low: number, high: number]} */
const spread = ({ points, zones, fields }, which) => {
  const { min, max } = fields[which] ?? {};
  if (min !== undefined && max !== undefined)
    return [min - (max - min) / 12, max + (max - min) / 12];
  const found = points.map(({ values }) => values[which]).filter(isNumber);
  const middle = zones[which] ?? 0;
  const far = found.map((value) => Math.abs(value - middle));
  const half = Math.max(Math.abs(middle) || 1, ...far) * 1.08;
  return [middle - half, middle + half];
};

/** The square of the four fields, and where values stand in it. @param {Drawing} drawing */
const squareOf = (drawing) => {
  const { zones, rtl, width } = drawing;
  const size = Math.min(400, width - 20);
  const left = (width - size) / 2;
  const [xs, ys] = [spread(drawing, 0), spread(drawing, 1)];
  /** @type {(axis: [low: number, high: number], value: number) => number} */
  const share = ([low, high], value) => Math.min(1, Math.max(0, (value - low) / (high - low)));
  const x = (/** @type {number} */ value) =>
    round(left + (rtl ? 1 - share(xs, value) : share(xs, value)) * size);
  const y = (/** @type {number} */ value) => round(TOP + (1 - share(ys, value)) * size);
  const [crossX, crossY] = [xs, ys].map(([low, high], n) => zones[n] ?? (low + high) / 2);
  return { size, left, x, y, cross: `M${x(crossX)} ${TOP}v${size}M${left} ${y(crossY)}h${size}` };
};

/** @type {(drawing: Drawing, square: ReturnType<typeof squareOf>) => Child[]} */
const frame = ({ names, width }, { size, left, cross }) => {
  const look = { anchor: "middle", length: width / 8, most: 1, ...NOTE };
  return [
    rect(left, TOP, size, size, "vm-svg__ring"),
    path(cross, "vm-svg__axis"),
    label(names[1], width / 2, 12, look),
    label(names[0], width / 2, TOP + size + 16, look),
  ];
};

/** A dot for each point, as large as its third value. @type {(shown: Point[], square: ReturnType<typeof squareOf>) => Child[]} */
const dotsOf = (shown, { x, y }) => {
  const largest = Math.max(1, ...shown.flatMap(({ values: [, , c] }) => (isNumber(c) ? c : 0)));
  return shown.map(({ values }, n) => {
    const [a, b, c] = /** @type {number[]} */ (values);
    const r = isNumber(c) ? 9 + 13 * Math.sqrt(Math.max(0, c) / largest) : 11;
    const at = { x: x(a), y: y(b) + 5, "text-anchor": "middle", class: "vm-svg__in" };
    return [
      circle(x(a), y(b), round(r), "vm-svg__dot"),
      shown.length > 1 ? drawn("text", at, String(n + 1)) : [],
    ];
  });
};

/** The names of the points, numbered, one below the other. @type {(drawing: Drawing, shown: Point[], top: number) => SVGElement[]} */
const namesOf = ({ rtl, width }, shown, top) =>
  shown.map((point, n) =>
    label(
      { ...point.label, text: `${n + 1} ${point.label.text}` },
      rtl ? width - 4 : 4,
      top + n * 22,
      { length: width / 8, most: 1 },
    ),
  );

/** Points in four fields; the numbers of the points are those of the list under it. @type {(drawing: Drawing) => SVGElement} */
export const quadrant = (drawing) => {
  const square = squareOf(drawing);
  const base = TOP + square.size;
  const shown = drawing.points.filter(({ values: [a, b] }) => isNumber(a) && isNumber(b));
  const list = shown.length > 1 ? namesOf(drawing, shown, base + 48) : [];
  const height = base + 36 + list.length * 22;
  return canvas(drawing.width, height, frame(drawing, square), dotsOf(shown, square), list);
};
