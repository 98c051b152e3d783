// Lanes: entries in boxes, each in the lane that it names. Side by side, arrows lead from box to box; below each other, on
// a phone or between two ends, a box names those that lead to it.
import { canvas, label, linesOf, path, rect } from "./svg.js";

const [LINE, PAD, GUTTER, CUT, GAP] = [17, 9, 22, 34, 10];
const LETTER = 7.5; // about as wide as one is, in small type
const LEAST = 104; // the width of a lane that still holds words
const SIDE = 96; // of an end
const SMALL = "vm-svg__small";

/** @type {(drawing: Drawing) => Lane[]} */
const lanesOf = ({ points, steps }) =>
  steps.map(({ key, words }) => ({
    words,
    points: points.filter(({ values: [lane] }) => lane === key),
  }));

/** How many signs a line of so wide a box holds. @type {(width: number) => number} */
const signs = (width) => (width - 2 * PAD) / LETTER;

/** What stands in a box: its code, its words and, after what they are called, the codes of what leads to it. @type {(point: Point, width: number, leads?: Label) => BoxText} */
const boxText = ({ label: { text, lang }, shown }, width, leads) => {
  const [, code = "", ...from] = shown;
  const known = from.filter(Boolean);
  const note = leads && known.length ? `${leads.text} ${known.join(", ")}` : "";
  const [rows, notes] = [text, note].map((one) => linesOf(one, signs(width), 6).length);
  const height = 2 * PAD + (rows + (code ? 1 : 0) + (note ? notes : 0)) * LINE;
  return { code, text, lang, note, rows, notes, height, from: known };
};

/** A box with its words. @type {(box: LaneBox, drawing: Drawing) => Child[]} */
const boxDrawn = ({ x, y, width, said }, { rtl, width: whole }) => {
  const left = rtl ? whole - x - width : x;
  const start = rtl ? left + width - PAD : left + PAD;
  const look = { length: signs(width), most: 6, kind: SMALL };
  const top = y + PAD + LINE / 2;
  const words = top + (said.code ? LINE : 0) + ((said.rows - 1) * LINE) / 2;
  const bottom = y + said.height - PAD - (said.notes * LINE) / 2;
  return [
    rect(left, y, width, said.height, "vm-svg__box"),
    said.code
      ? label({ text: said.code }, start, top, { ...look, kind: `${SMALL} vm-svg__figure` })
      : [],
    label(said, start, words, look),
    said.note
      ? label({ ...said, text: said.note }, start, bottom, {
          ...look,
          kind: `${SMALL} vm-svg__note`,
        })
      : [],
  ];
};

/** An arrow with its head at the end, from left to right before it is mirrored. @type {(points: number[], drawing: Drawing) => Child[]} */
const arrow = ([x1, y1, x2, y2], { rtl, width }) => {
  const at = (/** @type {number} */ x) => (rtl ? width - x : x);
  const [end, back, bend] = [at(x2), at(x2 - 7), at(x2 - GUTTER / 2)];
  return [
    path(
      `M${at(x1)} ${y1}C${bend} ${y1} ${at(x1 + GUTTER / 2)} ${y2} ${back} ${y2}`,
      "vm-svg__axis",
    ),
    path(`M${end} ${y2}L${back} ${y2 - 4}V${y2 + 4}Z`, "vm-svg__hand"),
  ];
};

/** The arrows between boxes side by side. @type {(boxes: LaneBox[], drawing: Drawing) => Child[]} */
const arrows = (boxes, drawing) =>
  boxes.flatMap((box) =>
    box.said.from.flatMap((code) => {
      const source = boxes.find(({ said, x }) => said.code === code && x < box.x);
      if (!source) return [];
      const middle = (/** @type {LaneBox} */ { y, said }) => y + said.height / 2;
      return [arrow([source.x + source.width, middle(source), box.x, middle(box)], drawing)];
    }),
  );

/** A dashed line between two places. @type {(d: string) => Child} */
const cut = (d) => path(d, "vm-svg__cut");

/** Lanes side by side. @type {(drawing: Drawing, lanes: Lane[], width: number) => SVGElement} */
const columns = (drawing, lanes, width) => {
  const { rtl, zones, width: whole } = drawing;
  const head = Math.max(
    ...lanes.map(({ words }) => linesOf(words.text, signs(width) + 2, 3).length),
  );
  const top = head * LINE + 2 * PAD;
  const left = (/** @type {number} */ n) => n * (width + GUTTER) + (n >= zones[0] ? CUT : 0);
  const boxes = lanes.flatMap(({ points }, n) => {
    let y = top;
    return points.map((point) => {
      const box = { x: left(n), y, width, said: boxText(point, width) };
      y += box.said.height + GAP;
      return box;
    });
  });
  const height = Math.max(top + 40, ...boxes.map(({ y, said }) => y + said.height));
  const line = left(zones[0]) - (CUT + GUTTER) / 2;
  return canvas(whole, height + 4, [
    lanes.map(({ words }, n) =>
      label(words, rtl ? whole - left(n) : left(n), PAD + (head * LINE) / 2, {
        length: signs(width) + 2,
        kind: `${SMALL} vm-svg__figure`,
      }),
    ),
    path(`M0 ${top - PAD}H${whole}`, "vm-svg__grid"),
    zones[0] < lanes.length ? cut(`M${rtl ? whole - line : line} 0V${height}`) : [],
    arrows(boxes, drawing),
    boxes.map((box) => boxDrawn(box, drawing)),
  ]);
};

/** One lane that lies: its name, then boxes in rows; with the height after it. @type {(drawing: Drawing, lane: Lane, from: number, room: number, top: number) => [Child[], number]} */
const band = (drawing, { words, points }, from, room, top) => {
  const { rtl, names, width: whole } = drawing;
  const across = Math.max(1, Math.floor((room + GAP) / (150 + GAP)));
  const width = (room - (across - 1) * GAP) / across;
  const name = label(words, rtl ? whole - from : from, top + LINE / 2, {
    length: 60,
    kind: "vm-svg__figure",
  });
  /** @type {Child[]} */
  const drawn = [name];
  let y = top + LINE + PAD;
  for (let n = 0; n < points.length; n += across) {
    const row = points.slice(n, n + across).map((point) => boxText(point, width, names[2]));
    const height = Math.max(...row.map((said) => said.height));
    row.forEach((said, place) => {
      const box = { x: from + place * (width + GAP), y, width, said: { ...said, height } };
      drawn.push(boxDrawn(box, drawing));
    });
    y += height + GAP;
  }
  return [drawn, points.length ? y + GAP : y + LINE];
};

/** What stands at one end, on the side where there is room, else over the whole width. @type {(drawing: Drawing, words: Label, x: number, y: number, width: number, height: number) => Child[]} */
const end = ({ rtl, width: whole }, words, x, y, width, height) => {
  const left = rtl ? whole - x - width : x;
  const look = { anchor: "middle", length: signs(width), kind: `${SMALL} vm-svg__figure`, most: 4 };
  return [
    rect(left, y, width, height, "vm-svg__end"),
    label(words, left + width / 2, y + height / 2, look),
  ];
};

/** Lanes below each other, between their ends if they have any. @type {(drawing: Drawing, lanes: Lane[], ends: Label[]) => SVGElement} */
const rows = (drawing, lanes, ends) => {
  const { width: whole, zones } = drawing;
  const beside = ends.length && whole >= 480;
  const from = beside ? SIDE + GUTTER : 0;
  const bar = 2 * PAD + LINE;
  let y = beside || !ends.length ? 6 : bar + GUTTER; // the name of the first lane has room above it
  /** @type {Child[]} */
  const drawn = [];
  lanes.forEach((lane, n) => {
    if (n === zones[0]) drawn.push(cut(`M0 ${y - GAP / 2}H${whole}`));
    const [made, after] = band(drawing, lane, from, whole - 2 * from, n === zones[0] ? y + GAP : y);
    drawn.push(made);
    y = after;
  });
  if (beside) drawn.push(sides(drawing, ends, y - GAP));
  else if (ends.length) drawn.push(caps(drawing, ends, bar, y));
  return canvas(whole, beside || !ends.length ? y : y + bar + 4, drawn);
};

/** The ends beside lanes, with an arrow into them and one out. @type {(drawing: Drawing, ends: Label[], height: number) => Child[]} */
const sides = (drawing, [first, last], height) => {
  const { width } = drawing;
  return [
    end(drawing, first, 0, 0, SIDE, height),
    arrow([SIDE, height / 2, SIDE + GUTTER - 3, height / 2], drawing),
    arrow([width - SIDE - GUTTER, height / 2, width - SIDE - 2, height / 2], drawing),
    end(drawing, last, width - SIDE, 0, SIDE, height),
  ];
};

/** The ends above and below lanes. @type {(drawing: Drawing, ends: Label[], bar: number, bottom: number) => Child[]} */
const caps = (drawing, [first, last], bar, bottom) => [
  end(drawing, first, 0, 0, drawing.width, bar),
  end(drawing, last, 0, bottom, drawing.width, bar),
];

/** Points are (lane, code, codes of what leads to it …), named by their words. @type {(drawing: Drawing) => SVGElement} */
export const lanes = (drawing) => {
  const found = lanesOf(drawing);
  const gaps = (found.length - 1) * GUTTER + (drawing.zones[0] < found.length ? CUT : 0);
  const width = (drawing.width - gaps) / found.length;
  if (drawing.ends.length || width < LEAST) return rows(drawing, found, drawing.ends);
  return columns(drawing, found, width);
};
