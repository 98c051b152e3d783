// Round drawings: the parts of a whole, and axes around a centre.
import { number } from "../words.js";
import { canvas, circle, figure, isNumber, label, legend, path, rect, round, tint } from "./svg.js";

/** The parts of a whole as a ring, each with its share in the list beside it. @type {(drawing: Drawing) => SVGElement} */
export const pie = ({ points, rtl, say, width }) => {
  const narrow = width < 520;
  const parts = points.flatMap(({ label: name, values: [value] }) =>
    isNumber(value) && value > 0 ? [{ name, value }] : [],
  );
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const middle = narrow ? width / 2 : rtl ? width - 140 : 140;
  const [centre, outer, inner] = [140, 120, 66];
  /** @type {(share: number, radius: number) => string} */
  const at = (share, radius) =>
    `${round(middle + (rtl ? -1 : 1) * radius * Math.sin(share * 2 * Math.PI))} ${round(centre - radius * Math.cos(share * 2 * Math.PI))}`;
  let from = 0;
  const slices = parts.map(({ value }, n) => {
    const to = Math.min(from + value / sum, from + 0.9999);
    const [large, sweep] = [to - from > 0.5 ? 1 : 0, rtl ? 0 : 1];
    const d = `M${at(from, outer)}A${outer} ${outer} 0 ${large} ${sweep} ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 ${large} ${1 - sweep} ${at(from, inner)}Z`;
    from = to;
    return path(d, tint(n));
  });
  /** @type {Intl.NumberFormatOptions} */
  const share = { style: "percent", maximumFractionDigits: 1 };
  const rows = parts.map(({ name, value }, n) => {
    const y = (narrow ? 290 : 30) + n * 34;
    const side = narrow ? 4 : 290;
    const x = rtl ? width - side : side;
    return [
      rect(rtl ? x - 14 : x, y - 7, 14, 14, tint(n)),
      label(name, rtl ? x - 24 : x + 24, y, { length: 30, most: 2 }),
      figure(number(value / sum, share), rtl ? 4 : width - 4, y, "end"),
    ];
  });
  const height = narrow ? 280 + parts.length * 34 : Math.max(280, parts.length * 34 + 20);
  return canvas(width, height, slices, figure(say(sum), middle, centre), rows);
};

/** One axis a point, one polygon a series. @type {(drawing: Drawing) => SVGElement} */
export const radar = ({ points, names, zones, rtl, width }) => {
  const high =
    zones.at(-1) ?? (Math.max(...points.flatMap(({ values }) => values.filter(isNumber))) || 1);
  const [middle, centre, radius] = [width / 2, 200, Math.min(140, width / 2 - 70)];
  /** @type {(n: number, value: number, far?: number) => [x: number, y: number]} */
  const at = (n, value, far = 0) => {
    const angle = (2 * Math.PI * n) / points.length;
    const distance = (radius * Math.max(0, value)) / high + far;
    return [
      round(middle + (rtl ? -1 : 1) * distance * Math.sin(angle)),
      round(centre - distance * Math.cos(angle)),
    ];
  };
  const closed = (/** @type {number[]} */ values) =>
    `M${values.map((value, n) => at(n, value)).join("L")}Z`;
  const rings = [0.25, 0.5, 0.75, 1].map((share) =>
    path(closed(points.map(() => high * share)), "vm-svg__grid"),
  );
  const axes = points.map((_, n) => path(`M${middle} ${centre}L${at(n, high)}`, "vm-svg__grid"));
  const series = names.map((_, which) => {
    const values = points.map(({ values: { [which]: value } }) => (isNumber(value) ? value : 0));
    const dots = values.map((value, n) =>
      circle(...at(n, value), 4.5, `vm-svg__point vm-svg__point--${which + 1}`),
    );
    const look = `vm-svg__line vm-svg__line--${which + 1} vm-svg__area`;
    return [path(closed(values), look), dots];
  });
  const labels = points.map((point, n) => {
    const [x, y] = at(n, high, 18);
    const side = Math.abs(x - middle) < 9 ? "middle" : x > middle === !rtl ? "start" : "end";
    return label(
      {
        ...point.label,
        text: `${point.label.text} ${names.length > 1 ? "" : point.shown[0]}`.trim(),
      },
      x,
      y,
      { anchor: side, length: Math.max(10, (width / 2 - 70) / 9) },
    );
  });
  const several = names.length > 1;
  return canvas(
    width,
    400 + (several ? names.length * 22 : 0),
    rings,
    axes,
    series,
    labels,
    several ? legend(names, width, 408, rtl, true) : [],
  );
};
