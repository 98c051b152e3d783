// Where one value stands: on a scale with zones, on the curve of a life, or a light for each.
import {
  canvas,
  circle,
  figure,
  heightOf,
  isNumber,
  label,
  path,
  rect,
  round,
  tint,
} from "./svg.js";

/**
 * A scale with its zones, a mark where each value stands; the end of the scale is the last zone.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const gauge = ({ points, zones, rtl, short, width }) => {
  const values = points.map(({ values: [value] }) => value).filter(isNumber);
  const end = Math.max(zones.at(-1) ?? 1, ...values);
  const limits = zones.length ? zones : [end];
  const x = (/** @type {number} */ value) =>
    round(rtl ? width - 40 - (value / end) * (width - 80) : 40 + (value / end) * (width - 80));
  const low = 36;
  const several = points.length > 1;
  const rows = points.map((point, n) => {
    const y = low + n * 92;
    const bands = limits.map((limit, at) => {
      const [a, b] = [x(limits[at - 1] ?? 0), x(Math.min(limit, end))];
      return rect(Math.min(a, b), y, Math.abs(b - a), 20, `vm-zone vm-zone--${at + 1}`);
    });
    const marks = [0, ...limits].map((limit) =>
      label({ text: short(limit) }, x(limit), y + 36, { anchor: "middle", kind: "vm-svg__note" }),
    );
    const [value] = point.values;
    const hand = isNumber(value) ? x(Math.max(0, value)) : undefined;
    const name = several ? `${point.label.text} ${point.shown[0]}` : point.shown[0];
    const pointer =
      hand === undefined
        ? []
        : [
            path(`M${hand} ${y + 2}l-9 -15h18z`, "vm-svg__hand"),
            path(`M${hand} ${y}v20`, "vm-svg__line"),
            label(
              { text: name, lang: several ? point.label.lang : undefined },
              Math.min(Math.max(hand, 60), width - 60),
              y - 24,
              { anchor: "middle", length: 60, most: 1, kind: "vm-svg__figure" },
            ),
          ];
    return [bands, marks, pointer];
  });
  return canvas(width, low + points.length * 92 - 46, rows);
};

/** @type {Record<string, (x: number, y: number) => SVGElement>} */
const SHAPES = {
  good: (x, y) => circle(x, y, 14, "vm-light vm-light--good"),
  watch: (x, y) => path(`M${x} ${y - 14}l15 27h-30z`, "vm-light vm-light--watch"),
  act: (x, y) => rect(x - 13, y - 13, 26, 26, "vm-light vm-light--act"),
  neutral: (x, y) => circle(x, y, 14, "vm-svg__ring"),
};

/**
 * One light a value, its words beside it: the shape of its tone or, without tones, a circle as full as it comes.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const lights = ({ points, rtl, width }) => {
  const length = (width - 150) / 8.2;
  let below = 2;
  const rows = points.map((point) => {
    const height = Math.max(46, heightOf(point.label.text, length) + 6);
    const y = below + height / 2;
    below += height;
    const [value] = point.values;
    const index = point.steps.findIndex(({ key }) => key === value);
    const toned = point.steps.some(({ tone }) => tone && tone !== "neutral");
    const share =
      typeof value === "boolean"
        ? Number(value)
        : isNumber(value)
          ? Math.min(1, Math.max(0, value))
          : index / Math.max(1, point.steps.length - 1);
    const x = rtl ? width - 24 : 24;
    const mark = toned
      ? SHAPES[point.steps[index]?.tone ?? "neutral"](x, y)
      : [SHAPES.neutral(x, y), share > 0 ? path(fill(x, y, share), tint(0)) : []];
    return [
      mark,
      label(point.label, rtl ? x - 28 : x + 28, y, { length }),
      figure(point.shown[0], rtl ? 4 : width - 4, y, "end"),
    ];
  });
  return canvas(width, below + 2, rows);
};

/**
 * The lower part of a circle of radius 14, up to a share of its height.
 * @type {(x: number, y: number, share: number) => string}
 */
const fill = (x, y, share) => {
  if (share >= 1) return `M${x - 14} ${y}a14 14 0 1 0 28 0a14 14 0 1 0 -28 0z`;
  const level = y + 14 - 28 * share;
  const half = Math.sqrt(196 - (level - y) ** 2);
  return `M${round(x - half)} ${round(level)}A14 14 0 ${share > 0.5 ? 1 : 0} 0 ${round(x + half)} ${round(level)}z`;
};

/**
 * Where a number lies among the values of the stages: 0 at the first, 0.5 halfway to the second.
 * @type {(value: number, values: number[]) => number}
 */
const placeOf = (value, values) => {
  const next = values.findIndex((limit) => limit >= value);
  if (next < 0) return values.length - 1;
  return next && next - (values[next] - value) / (values[next] - values[next - 1]);
};

/**
 * The S of a life cycle: rise, height, decline; the dot stands at the stage reached.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const curve = ({ points, steps, values, rtl, width }) => {
  const height = (/** @type {number} */ share) =>
    250 - 190 / (1 + Math.exp(-11 * (share - 0.38))) + Math.max(0, share - 0.78) ** 2 * 1500;
  const x = (/** @type {number} */ share) =>
    round(rtl ? width - 20 - share * (width - 40) : 20 + share * (width - 40));
  const on = Array.from({ length: 61 }, (_, n) => `${x(n / 60)} ${round(height(n / 60))}`);
  const stages = steps.map(({ words }, n) => {
    const share = (n + 0.5) / steps.length;
    const wall = n ? path(`M${x(n / steps.length)} 20V262`, "vm-svg__grid") : [];
    return [
      wall,
      label(words, x(share), 284, {
        anchor: "middle",
        length: Math.max(9, width / 8.6 / steps.length),
        most: 2,
      }),
    ];
  });
  const dots = points.map(({ values: [value] }) => {
    const index = steps.findIndex(({ key }) => key === value);
    const share =
      index >= 0
        ? (index + 0.5) / steps.length
        : isNumber(value)
          ? (placeOf(value, values) + 0.5) / Math.max(1, values.length)
          : undefined;
    return share === undefined ? [] : circle(x(share), round(height(share)), 11, "vm-svg__dot");
  });
  return canvas(
    width,
    steps.length ? 310 : 270,
    stages,
    path(`M${on.join("L")}`, "vm-svg__line"),
    dots,
  );
};
