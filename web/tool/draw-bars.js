// Bars: lying for points with one or several series, standing and stacked along periods.
import { LINE, canvas, figure, heightOf, isNumber, label, legend } from "./svg.js";
import { limitsOf, path, rect, tint } from "./svg.js";

const THICK = 18;
const SIGN = 9; // the width of a letter, at most
const LEVELS = 4;

/** @type {(text: string, most: number) => string} */
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * Names under columns: each in lines of its own where words fit, else on as many levels as the longest needs. Return how
 * deep they reach, and what draws one.
 * @type {(points: Point[], step: number) => NamesUnder}
 */
const under = (points, step) => {
  const longest = (/** @type {(text: string) => string[]} */ of) =>
    Math.max(
      ...points.flatMap(({ label: { text } }) => of(text)).map((text) => text.length * SIGN),
    );
  if (longest((text) => text.split(/\s+/)) <= step) {
    return {
      deep: 38,
      name: ({ label: words }, _n, middle, y) =>
        label(words, middle, y, { anchor: "middle", length: Math.max(8, step / 9), most: 2 }),
    };
  }
  const levels = Math.min(LEVELS, Math.ceil((longest((text) => [text]) + 2 * SIGN) / step));
  /** @type {NamesUnder["name"]} */
  const name = ({ label: words }, n, middle, y) => {
    const text = cut(words.text, Math.floor(Math.min(levels * step, points.length * step) / SIGN));
    const half = (text.length * SIGN) / 2;
    const x = Math.min(Math.max(middle, half), points.length * step - half); // the first and the last stay in sight
    return label({ ...words, text }, x, y + (n % levels) * LINE, {
      anchor: "middle",
      length: Infinity,
    });
  };
  return { deep: 4 + levels * LINE, name };
};

/** Where lying bars stand: after their names, from low to high. @param {Drawing} drawing */
const layOut = ({ points, rtl, width }) => {
  const head = Math.round(width * 0.36);
  const [low, high] = limitsOf(points.flatMap(({ values }) => values));
  const room = width - head - 84;
  const at = (/** @type {number} */ value) => head + ((value - low) / (high - low)) * room;
  const x = (/** @type {number} */ value) => (rtl ? width - value : value);
  return { length: head / 8, at, x };
};

/** The bar of a value; words where it is no number. @type {(place: ReturnType<typeof layOut>, value: unknown, shown: string, top: number, n: number) => Child} */
const bar = ({ at, x }, value, shown, top, n) => {
  if (!isNumber(value)) return label({ text: shown }, x(at(0) + 8), top + THICK / 2);
  const [from, to] = [at(Math.min(0, value)), at(Math.max(0, value))];
  return [
    rect(Math.min(x(from), x(to)), top, Math.max(1, to - from), THICK, tint(n)),
    figure(shown, x(to + 8), top + THICK / 2, "start"),
  ];
};

/** Lying bars, one a point and series, with the value at its end. @type {(drawing: Drawing) => SVGElement} */
export const bars = (drawing) => {
  const { points, names, rtl, width } = drawing;
  const place = layOut(drawing);
  const { length, at, x } = place;
  const several = names.length > 1;
  let y = 6;
  const rows = points.map((point) => {
    const high = point.values.length * (THICK + 4);
    const height = Math.max(high, 38, heightOf(point.label.text, length));
    const middle = y + height / 2;
    const first = middle - high / 2 + 2;
    const inside = point.values.map((value, n) =>
      bar(place, value, point.shown[n], first + n * (THICK + 4), n),
    );
    y += height + 8;
    return [label(point.label, x(3), middle, { length }), inside];
  });
  const zero = path(`M${x(at(0))} 0V${y}`, "vm-svg__axis");
  const key = several ? legend(names, width, y + 14, rtl) : [];
  return canvas(width, y + (several ? names.length * 22 + 8 : 0), zero, rows, key);
};

/** Standing columns along periods or rows, made of the values of each series. @type {(drawing: Drawing) => SVGElement} */
export const columns = ({ points, names, rtl, say, width }) => {
  const sums = points.map(({ values }) =>
    values.filter(isNumber).reduce((a, b) => a + Math.max(0, b), 0),
  );
  const high = Math.max(...sums) || 1;
  const [top, base] = [28, 260];
  const step = width / points.length;
  const thick = Math.min(90, step * 0.6);
  const { deep, name } = under(points, step);
  const inside = points.map((point, n) => {
    const middle = step * ((rtl ? points.length - 1 - n : n) + 0.5);
    let y = base;
    const parts = point.values.map((value, which) => {
      if (!isNumber(value) || value <= 0) return [];
      const height = (value / high) * (base - top);
      y -= height;
      return rect(middle - thick / 2, y, thick, height, tint(which));
    });
    return [parts, figure(say(sums[n]), middle, y - 12), name(point, n, middle, base + 18)];
  });
  const axis = path(`M0 ${base}H${width}`, "vm-svg__axis");
  return canvas(
    width,
    base + 24 + deep + names.length * 22,
    inside,
    axis,
    legend(names, width, base + 26 + deep, rtl),
  );
};
