// Where one value stands: on a scale with zones, on the curve of a life, or a light for each.
import { drawn } from "../elements.js";
import { canvas, heightOf, isNumber, label, round, tint } from "./svg.js";

/** A scale with its zones, a mark where each value stands; the end of the scale is the last zone. */
export const gauge = ({ points, zones, rtl, short, width }) => {
  const values = points.map(({ values: [value] }) => value).filter(isNumber);
  const end = Math.max(zones.at(-1) ?? 1, ...values);
  const limits = zones.length ? zones : [end];
  const x = (value) =>
    round(rtl ? width - 40 - (value / end) * (width - 80) : 40 + (value / end) * (width - 80));
  const low = 36;
  const several = points.length > 1;
  const rows = points.map((point, n) => {
    const y = low + n * 92;
    const bands = limits.map((limit, at) => {
      const [a, b] = [x(limits[at - 1] ?? 0), x(Math.min(limit, end))];
      return drawn("rect", {
        x: Math.min(a, b),
        y,
        width: round(Math.abs(b - a)),
        height: 20,
        class: `vm-zone vm-zone--${at + 1}`,
      });
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
            drawn("path", { d: `M${hand} ${y + 2}l-9 -15h18z`, class: "vm-svg__hand" }),
            drawn("path", { d: `M${hand} ${y}v20`, class: "vm-svg__line" }),
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

const SHAPES = {
  good: (x, y) => drawn("circle", { cx: x, cy: y, r: 14, class: "vm-light vm-light--good" }),
  watch: (x, y) =>
    drawn("path", { d: `M${x} ${y - 14}l15 27h-30z`, class: "vm-light vm-light--watch" }),
  act: (x, y) =>
    drawn("rect", { x: x - 13, y: y - 13, width: 26, height: 26, class: "vm-light vm-light--act" }),
  neutral: (x, y) => drawn("circle", { cx: x, cy: y, r: 14, class: "vm-svg__ring" }),
};

/** One light a value, its words beside it: the shape of its tone or, without tones, a circle as full as it comes. */
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
      : [
          SHAPES.neutral(x, y),
          share > 0 ? drawn("path", { d: fill(x, y, share), class: tint(0) }) : [],
        ];
    return [
      mark,
      label(point.label, rtl ? x - 28 : x + 28, y, { length }),
      label({ text: point.shown[0] }, rtl ? 4 : width - 4, y, {
        anchor: "end",
        kind: "vm-svg__figure",
      }),
    ];
  });
  return canvas(width, below + 2, rows);
};

/** The lower part of a circle of radius 14, up to a share of its height. */
const fill = (x, y, share) => {
  if (share >= 1) return `M${x - 14} ${y}a14 14 0 1 0 28 0a14 14 0 1 0 -28 0z`;
  const level = y + 14 - 28 * share;
  const half = Math.sqrt(196 - (level - y) ** 2);
  return `M${round(x - half)} ${round(level)}A14 14 0 ${share > 0.5 ? 1 : 0} 0 ${round(x + half)} ${round(level)}z`;
};

/** Where a number lies among the values of the stages: 0 at the first, 0.5 halfway to the second. */
const placeOf = (value, values) => {
  const next = values.findIndex((limit) => limit >= value);
  if (next < 0) return values.length - 1;
  return next && next - (values[next] - value) / (values[next] - values[next - 1]);
};

/** The S of a life cycle: rise, height, decline; the dot stands at the stage reached. */
export const curve = ({ points, steps, values, rtl, width }) => {
  const height = (share) =>
    250 - 190 / (1 + Math.exp(-11 * (share - 0.38))) + Math.max(0, share - 0.78) ** 2 * 1500;
  const x = (share) => round(rtl ? width - 20 - share * (width - 40) : 20 + share * (width - 40));
  const path = Array.from({ length: 61 }, (_, n) => `${x(n / 60)} ${round(height(n / 60))}`).join(
    "L",
  );
  const stages = steps.map(({ words }, n) => {
    const share = (n + 0.5) / steps.length;
    const wall = n
      ? drawn("path", { d: `M${x(n / steps.length)} 20V262`, class: "vm-svg__grid" })
      : [];
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
    return share === undefined
      ? []
      : drawn("circle", { cx: x(share), cy: round(height(share)), r: 11, class: "vm-svg__dot" });
  });
  return canvas(
    width,
    steps.length ? 310 : 270,
    stages,
    drawn("path", { d: `M${path}`, class: "vm-svg__line" }),
    dots,
  );
};
