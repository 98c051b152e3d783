// Round drawings: the parts of a whole, and axes around a centre.
import { drawn } from "../elements.js";
import { canvas, isNumber, label, legend, round, tint } from "./svg.js";

/** The parts of a whole as a ring, each with its value and share in the list beside it. */
export const pie = ({ points, rtl, say, width }) => {
  const narrow = width < 520;
  const parts = points.filter(({ values: [value] }) => isNumber(value) && value > 0);
  const sum = parts.reduce((total, { values: [value] }) => total + value, 0);
  const [middle, centre, outer, inner] = [
    narrow ? width / 2 : rtl ? width - 140 : 140,
    140,
    120,
    66,
  ];
  const at = (share, radius) =>
    `${round(middle + (rtl ? -1 : 1) * radius * Math.sin(share * 2 * Math.PI))} ${round(centre - radius * Math.cos(share * 2 * Math.PI))}`;
  let from = 0;
  const slices = parts.map(({ values: [value] }, n) => {
    const to = Math.min(from + value / sum, from + 0.9999);
    const [large, sweep] = [to - from > 0.5 ? 1 : 0, rtl ? 0 : 1];
    const d = `M${at(from, outer)}A${outer} ${outer} 0 ${large} ${sweep} ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 ${large} ${1 - sweep} ${at(from, inner)}Z`;
    from = to;
    return drawn("path", { d, class: tint(n) });
  });
  const share = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const rows = parts.map((point, n) => {
    const y = (narrow ? 290 : 30) + n * 34;
    const side = narrow ? 4 : 290;
    const x = rtl ? width - side : side;
    return [
      drawn("rect", { x: rtl ? x - 14 : x, y: y - 7, width: 14, height: 14, class: tint(n) }),
      label(point.label, rtl ? x - 24 : x + 24, y, { length: 30, most: 2 }),
      label({ text: share.format(point.values[0] / sum) }, rtl ? 4 : width - 4, y, {
        anchor: "end",
        kind: "vm-svg__figure",
      }),
    ];
  });
  const whole = label({ text: say(sum) }, middle, centre, {
    anchor: "middle",
    kind: "vm-svg__figure",
  });
  return canvas(
    width,
    narrow ? 280 + parts.length * 34 : Math.max(280, parts.length * 34 + 20),
    slices,
    whole,
    rows,
  );
};

/** One axis a point, one polygon a series. */
export const radar = ({ points, names, zones, rtl, width }) => {
  const high =
    zones.at(-1) ?? (Math.max(...points.flatMap(({ values }) => values.filter(isNumber))) || 1);
  const [middle, centre, radius] = [width / 2, 200, Math.min(140, width / 2 - 70)];
  const at = (n, value, far = 0) => {
    const angle = (2 * Math.PI * n) / points.length;
    const distance = (radius * Math.max(0, value)) / high + far;
    return [
      round(middle + (rtl ? -1 : 1) * distance * Math.sin(angle)),
      round(centre - distance * Math.cos(angle)),
    ];
  };
  const closed = (values) => `M${values.map((value, n) => at(n, value)).join("L")}Z`;
  const rings = [0.25, 0.5, 0.75, 1].map((share) =>
    drawn("path", { d: closed(points.map(() => high * share)), class: "vm-svg__grid" }),
  );
  const axes = points.map((_, n) =>
    drawn("path", { d: `M${middle} ${centre}L${at(n, high)}`, class: "vm-svg__grid" }),
  );
  const series = names.map((_, which) => {
    const values = points.map((point) => (isNumber(point.values[which]) ? point.values[which] : 0));
    const dots = values.map((value, n) =>
      drawn("circle", {
        cx: at(n, value)[0],
        cy: at(n, value)[1],
        r: 4.5,
        class: `vm-svg__point vm-svg__point--${which + 1}`,
      }),
    );
    return [
      drawn("path", {
        d: closed(values),
        class: `vm-svg__line vm-svg__line--${which + 1} vm-svg__area`,
      }),
      dots,
    ];
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
  const several = names.length > 1 && names[0];
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
