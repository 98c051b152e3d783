// A funnel: steps from the first to the last, each as wide as what is left, with what passed from one to the next.
import { canvas, figure, isNumber, label, path, rect, round, tint } from "./svg.js";

const [THICK, GAP, END] = [30, 28, 64];

/** The slope from one step down to the next. @type {(middle: number, above: number, below: number, y: number) => SVGElement} */
const slope = (middle, above, below, y) => {
  const [a, b] = [above / 2, below / 2];
  const corners = [
    [middle - a, y],
    [middle + a, y],
    [middle + b, y + GAP],
    [middle - b, y + GAP],
  ];
  return path(`M${corners.map((at) => at.map(round)).join("L")}Z`, "vm-tint vm-tint--4");
};

/** Points are one number each. @type {(drawing: Drawing) => SVGElement | undefined} */
export const funnel = ({ points, rates, rtl, width }) => {
  const found = points.flatMap((point, n) => {
    const [value] = point.values;
    return isNumber(value) ? [{ ...point, value: Math.max(0, value), rate: rates[n] }] : [];
  });
  const most = Math.max(0, ...found.map(({ value }) => value));
  if (!most) return undefined;
  const head = Math.round(width * 0.32);
  const room = width - head - END;
  const middle = rtl ? END + room / 2 : head + room / 2;
  const wide = found.map(({ value }) => Math.max(2, (value / most) * room));
  const steps = found.map((point, n) => {
    const y = 8 + n * (THICK + GAP);
    const at = y + THICK / 2;
    return [
      n ? slope(middle, wide[n - 1], wide[n], y - GAP) : [],
      rect(middle - wide[n] / 2, y, wide[n], THICK, tint(0)),
      label(point.label, rtl ? width - 3 : 3, at, { length: head / 8.4 }),
      figure(point.shown[0], rtl ? 3 : width - 3, at, "end"),
      n && point.rate ? figure(`↓ ${point.rate}`, middle, y - GAP / 2) : [],
    ];
  });
  return canvas(width, found.length * (THICK + GAP) - GAP + 16, steps);
};
