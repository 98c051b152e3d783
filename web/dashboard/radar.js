// The radar: one axis a topic; now, target and the last snapshot, told apart by their lines. Its table has the values.
import { drawn } from "../elements.js";

const [WIDTH, HEIGHT, RADIUS] = [640, 430, 165];
const [MIDDLE, CENTRE] = [WIDTH / 2, HEIGHT / 2];
const LINE = 20; // signs in a line of a label

/** @type {(n: number) => number} */
const round = (n) => Math.round(n * 10) / 10;

/**
 * Where a value (0 to 100) lies on axis ``n`` of ``count``; ``side`` is -1 where reading goes from right to left.
 * @type {(n: number, count: number, value: number, side: number) => [x: number, y: number]}
 */
const place = (n, count, value, side) => {
  const angle = (2 * Math.PI * n) / count;
  const distance = (RADIUS * value) / 100;
  return [
    round(MIDDLE + side * distance * Math.sin(angle)),
    round(CENTRE - distance * Math.cos(angle)),
  ];
};

/**
 * Join neighbours that have a value; where one has none, the line has a gap.
 * @type {(values: (number | undefined)[], side: number) => string}
 */
const line = (values, side) => {
  const { length } = values;
  const points = values.map((value, n) =>
    value === undefined ? undefined : place(n, length, value, side),
  );
  if (points.every(Boolean)) return `M${points.join("L")}Z`;
  const steps = points.map((from, n) => {
    const to = points[(n + 1) % length];
    return from && to ? `M${from}L${to}` : "";
  });
  return steps.join("");
};

/** @type {(name: string, values: (number | undefined)[], side: number) => SVGElement} */
const polygon = (name, values, side) => {
  const marks = values.map((value, n) => {
    if (value === undefined) return [];
    const [cx, cy] = place(n, values.length, value, side);
    return name === "now"
      ? drawn("circle", { cx, cy, r: 4 })
      : drawn("path", { d: `M${cx - 4} ${cy}h8M${cx} ${cy - 4}v8` });
  });
  return drawn(
    "g",
    { class: `vm-radar__${name}` },
    drawn("path", { d: line(values, side), class: "vm-radar__line" }),
    marks,
  );
};

/** @type {(title: string) => string[]} */
const rowsOf = (title) => {
  const rows = [""];
  for (const word of title.split(" ")) {
    const last = rows[rows.length - 1];
    if (last && last.length + word.length >= LINE) rows.push(word);
    else rows.push(`${rows.pop()} ${word}`.trim());
  }
  return rows;
};

/** @type {(topic: Topic, n: number, count: number, side: number) => SVGElement[]} */
const label = ({ title, lang, phase }, n, count, side) => {
  const [x, y] = place(n, count, 110, side);
  const off = Math.abs(x - MIDDLE) < 9 ? "middle" : (x - MIDDLE) * side > 0 ? "start" : "end";
  const rows = rowsOf(title);
  const top =
    y < CENTRE - RADIUS
      ? y - (rows.length - 1) * 15
      : y > CENTRE + RADIUS
        ? y + 10
        : y + 5 - (rows.length - 1) * 7.5;
  const lines = rows.map((row, at) =>
    drawn("tspan", { x, dy: at ? 15 : undefined }, at ? row : `${n + 1} ${row}`),
  );
  const hue = `vm-phase-${phase}`;
  return [
    drawn(
      "text",
      { class: `vm-radar__title ${hue}`, y: round(top), "text-anchor": off, lang },
      lines,
    ),
    drawn(
      "text",
      { class: `vm-radar__number ${hue}`, x, y: round(y + 8), "text-anchor": "middle" },
      String(n + 1),
    ),
  ];
};

/**
 * Draw the radar of a summary's topics, under the words ``title`` for those who do not see it.
 * @type {(topics: Topic[], title: string) => SVGElement}
 */
export const radar = (topics, title) => {
  const side = document.dir === "rtl" ? -1 : 1;
  const count = topics.length;
  const all = (/** @type {number} */ value) => topics.map(() => value);
  const rings = [25, 50, 75, 100].map((value) =>
    drawn("path", { d: line(all(value), side), class: "vm-radar__ring" }),
  );
  const axes = topics.map((_, n) =>
    drawn("path", {
      d: `M${MIDDLE} ${CENTRE}L${place(n, count, 100, side)}`,
      class: "vm-radar__ring",
    }),
  );
  /** @type {[name: string, values: (number | undefined)[]][]} */
  const polygons = [
    ["target", topics.map(({ target }) => target)],
    ["now", topics.map((topic) => topic.score.score)],
  ];
  if (topics.some(({ last }) => last?.score !== undefined))
    polygons.unshift(["last", topics.map(({ last }) => last?.score)]);
  return drawn(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "vm-radar", role: "img", "aria-label": title },
    rings,
    axes,
    polygons.map(([name, values]) => polygon(name, values, side)),
    topics.map((topic, n) => label(topic, n, count, side)),
  );
};
