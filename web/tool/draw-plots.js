// Plots over two axes: lines along periods, points in four fields.
import { drawn } from "../elements.js";
import {
  canvas,
  circle,
  figure,
  isNumber,
  label,
  legend,
  limitsOf,
  path,
  rect,
  round,
} from "./svg.js";

/** Lines along periods, with the line of zero and each value at its point. @type {(drawing: Drawing) => SVGElement} */
export const line = ({ points, names, zones, rtl, say, short, width }) => {
  const [low, high] = limitsOf([...points.flatMap(({ values }) => values), ...zones]);
  const [top, base] = [34, 250];
  const step = (width - 80) / Math.max(1, points.length - 1);
  const x = (/** @type {number} */ n) => round(rtl ? width - 40 - n * step : 40 + n * step);
  const y = (/** @type {number} */ value) =>
    round(base - ((value - low) / (high - low)) * (base - top));
  const lines = names.map((_, which) => {
    /** @type {[n: number, value: number][]} */
    const known = points.flatMap(({ values: { [which]: value } }, n) =>
      isNumber(value) ? [[n, value]] : [],
    );
    const dots = known.map(([n, value]) =>
      circle(x(n), y(value), 4.5, `vm-svg__point vm-svg__point--${which + 1}`),
    );
    const figures = names.length > 1 || points.length > 8 ? [] : known;
    return [
      path(
        `M${known.map(([n, value]) => `${x(n)} ${y(value)}`).join("L")}`,
        `vm-svg__line vm-svg__line--${which + 1}`,
      ),
      dots,
      figures.map(([n, value]) => figure(say(value), x(n), y(value) - 16)),
    ];
  });
  const periods = points.map((point, n) =>
    label(point.label, x(n), base + 24, {
      anchor: "middle",
      length: Math.max(7, step / 9),
      most: 2,
    }),
  );
  const limits = zones.map((zone) => [
    path(`M0 ${y(zone)}H${width}`, "vm-svg__grid"),
    label({ text: short(zone) }, rtl ? width : 0, y(zone) - 10, { kind: "vm-svg__note" }),
  ]);
  const zero = [
    path(`M0 ${y(0)}H${width}`, "vm-svg__axis"),
    low < 0 ? label({ text: "0" }, rtl ? width : 0, y(0) - 10, { kind: "vm-svg__note" }) : [],
  ];
  const several = names.length > 1;
  return canvas(
    width,
    base + 52 + (several ? names.length * 22 : 0),
    limits,
    zero,
    lines,
    periods,
    several ? legend(names, width, base + 58, rtl, true) : [],
  );
};

/** Points in four fields; the numbers of the points are those of the list under it. @type {(drawing: Drawing) => SVGElement} */
export const quadrant = ({ points, names, zones, fields, rtl, width }) => {
  const size = Math.min(400, width - 20);
  const [left, top] = [(width - size) / 2, 26];
  /** @type {(which: number, cross?: number) => [low: number, high: number]} */
  const spread = (which, cross) => {
    const { min, max } = fields[which] ?? {};
    if (min !== undefined && max !== undefined)
      return [min - (max - min) / 12, max + (max - min) / 12];
    const found = points.map(({ values }) => values[which]).filter(isNumber);
    const middle = cross ?? 0;
    const half =
      Math.max(Math.abs(middle) || 1, ...found.map((value) => Math.abs(value - middle))) * 1.08;
    return [middle - half, middle + half];
  };
  const [xs, ys] = [spread(0, zones[0]), spread(1, zones[1])];
  /** @type {(axis: [low: number, high: number], value: number) => number} */
  const share = ([low, high], value) => Math.min(1, Math.max(0, (value - low) / (high - low)));
  const x = (/** @type {number} */ value) =>
    round(left + (rtl ? 1 - share(xs, value) : share(xs, value)) * size);
  const y = (/** @type {number} */ value) => round(top + (1 - share(ys, value)) * size);
  const [crossX, crossY] = [zones[0] ?? (xs[0] + xs[1]) / 2, zones[1] ?? (ys[0] + ys[1]) / 2];
  const look = { anchor: "middle", length: width / 8, most: 1, kind: "vm-svg__note" };
  const frame = [
    rect(left, top, size, size, "vm-svg__ring"),
    path(`M${x(crossX)} ${top}v${size}M${left} ${y(crossY)}h${size}`, "vm-svg__axis"),
    label(names[1], width / 2, 12, look),
    label(names[0], width / 2, top + size + 16, look),
  ];
  const shown = points.filter(({ values: [a, b] }) => isNumber(a) && isNumber(b));
  const largest = Math.max(1, ...shown.flatMap(({ values: [, , c] }) => (isNumber(c) ? c : 0)));
  const dots = shown.map(({ values }, n) => {
    const [a, b, c] = /** @type {number[]} */ (values);
    const r = isNumber(c) ? 9 + 13 * Math.sqrt(Math.max(0, c) / largest) : 11;
    const at = { x: x(a), y: y(b) + 5, "text-anchor": "middle", class: "vm-svg__in" };
    return [
      circle(x(a), y(b), round(r), "vm-svg__dot"),
      shown.length > 1 ? drawn("text", at, String(n + 1)) : [],
    ];
  });
  const list =
    shown.length > 1
      ? shown.map((point, n) =>
          label(
            { ...point.label, text: `${n + 1} ${point.label.text}` },
            rtl ? width - 4 : 4,
            top + size + 48 + n * 22,
            { length: width / 8, most: 1 },
          ),
        )
      : [];
  return canvas(width, top + size + 36 + list.length * 22, frame, dots, list);
};
