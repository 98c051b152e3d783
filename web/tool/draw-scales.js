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

/** A scale of the zones as far as ``limits``. @type {(limits: number[], y: number, x: (value: number) => number) => Child[]} */
const bandsOf = (limits, y, x) =>
  limits.map((limit, n) => {
    const [a, b] = [x(limits[n - 1] ?? 0), x(limit)];
    return rect(Math.min(a, b), y, Math.abs(b - a), 20, `vm-zone vm-zone--${n + 1}`);
  });

/** The hand of a scale, and what it shows above it. @type {(drawing: Drawing, point: Point, hand: number, y: number) => Child[]} */
const pointer = ({ points, width }, { label: { text, lang }, shown: [shown] }, hand, y) => {
  const said = points.length > 1 ? { text: `${text} ${shown}`, lang } : { text: shown };
  return [
    path(`M${hand} ${y + 2}l-9 -15h18z`, "vm-svg__hand"),
    path(`M${hand} ${y}v20`, "vm-svg__line"),
    label(said, Math.min(Math.max(hand, 60), width - 60), y - 24, {
      anchor: "middle",
      length: 60,
      most: 1,
      kind: "vm-svg__figure",
    }),
  ];
};

/**
 * A scale with its zones, a mark where each value stands; the end of the scale is the last zone.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const gauge = (drawing) => {
  const { points, zones, rtl, short, width } = drawing;
  const values = points.map(({ values: [value] }) => value).filter(isNumber);
  const end = Math.max(zones.at(-1) ?? 1, ...values);
  const limits = zones.length ? zones : [end];
  const x = (/** @type {number} */ value) =>
    round(rtl ? width - 40 - (value / end) * (width - 80) : 40 + (value / end) * (width - 80));
  const look = { anchor: "middle", kind: "vm-svg__note" };
  const rows = points.map((point, n) => {
    const y = 36 + n * 92;
    const marks = [0, ...limits].map((limit) =>
      label({ text: short(limit) }, x(limit), y + 36, look),
    );
    const [value] = point.values;
    const hand = isNumber(value) ? pointer(drawing, point, x(Math.max(0, value)), y) : [];
    return [bandsOf(limits, y, x), marks, hand];
  });
  return canvas(width, points.length * 92 - 10, rows);
};

/** @type {Record<string, (x: number, y: number) => SVGElement>} */
const SHAPES = {
  good: (x, y) => circle(x, y, 14, "vm-light vm-light--good"),
  watch: (x, y) => path(`M${x} ${y - 14}l15 27h-30z`, "vm-light vm-light--watch"),
  act: (x, y) => rect(x - 13, y - 13, 26, 26, "vm-light vm-light--act"),
  neutral: (x, y) => circle(x, y, 14, "vm-svg__ring"),
};

/** How full a light is. @type {(value: unknown, index: number, steps: Step[]) => number} */
const fullness = (value, index, steps) => {
  if (typeof value === "boolean") return Number(value);
  return isNumber(value) ? Math.min(1, Math.max(0, value)) : index / Math.max(1, steps.length - 1);
};

/** The light of a value. @type {(point: Point, x: number, y: number) => Child} */
const light = ({ values: [value], steps }, x, y) => {
  const index = steps.findIndex(({ key }) => key === value);
  const toned = steps.some(({ tone }) => tone && tone !== "neutral");
  if (toned) return SHAPES[steps[index]?.tone ?? "neutral"](x, y);
  const share = fullness(value, index, steps);
  return [SHAPES.neutral(x, y), share > 0 ? path(fill(x, y, share), tint(0)) : []];
};

/**
 * One light a value, its words beside it: the shape of its tone or, without tones, a circle as full as it comes.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const lights = ({ points, rtl, width }) => {
  const length = (width - 150) / 8.2;
  const x = rtl ? width - 24 : 24;
  let below = 2;
  const rows = points.map((point) => {
    const height = Math.max(46, heightOf(point.label.text, length) + 6);
    const y = below + height / 2;
    below += height;
    return [
      light(point, x, y),
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

/** How far down the S is. @type {(share: number) => number} */
const depth = (share) =>
  250 - 190 / (1 + Math.exp(-11 * (share - 0.38))) + Math.max(0, share - 0.78) ** 2 * 1500;

/** Where a value lies on the S; nowhere if it is no stage and no number. @type {(value: unknown, drawing: Drawing) => number | undefined} */
const shareOf = (value, { steps, values }) => {
  const index = steps.findIndex(({ key }) => key === value);
  if (index >= 0) return (index + 0.5) / steps.length;
  if (!isNumber(value)) return undefined;
  return (placeOf(value, values) + 0.5) / Math.max(1, values.length);
};

/** The stages under the S, with walls between. @type {(drawing: Drawing, x: (share: number) => number) => Child[]} */
const stages = ({ steps, width }, x) => {
  const look = { anchor: "middle", length: Math.max(9, width / 8.6 / steps.length), most: 2 };
  return steps.map(({ words }, n) => [
    n ? path(`M${x(n / steps.length)} 20V262`, "vm-svg__grid") : [],
    label(words, x((n + 0.5) / steps.length), 284, look),
  ]);
};

/**
 * The S of a life cycle: rise, height, decline; the dot stands at the stage reached.
 * @type {(drawing: Drawing) => SVGElement}
 */
export const curve = (drawing) => {
  const { points, steps, rtl, width } = drawing;
  const x = (/** @type {number} */ share) =>
    round(rtl ? width - 20 - share * (width - 40) : 20 + share * (width - 40));
  const on = Array.from({ length: 61 }, (_, n) => `${x(n / 60)} ${round(depth(n / 60))}`);
  const dots = points.map(({ values: [value] }) => {
    const share = shareOf(value, drawing);
    return share === undefined ? [] : circle(x(share), round(depth(share)), 11, "vm-svg__dot");
  });
  const height = steps.length ? 310 : 270;
  const line = path(`M${on.join("L")}`, "vm-svg__line");
  return canvas(width, height, stages(drawing, x), line, dots);
};
