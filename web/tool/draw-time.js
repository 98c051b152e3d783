// Time: bars on their days, one below the other, with the months above and the line of today through them. On a phone
// names stand above their bars.
import { monthsAfter, numberOf, textOf } from "../days.js";
import { date } from "../words.js";
import { LINE, canvas, heightOf, inward, isNumber, label, path, rect, tint } from "./svg.js";

const NARROW = 480;
const [THICK, PAD, LEAST] = [16, 10, 3];
const EPOCH = 25_569; // the number of 1970-01-01 in formulas
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120]; // from one mark to the next
const ROOM = 52; // that the name of a month needs
/** @type {Set<string | undefined>} */
const TELLING = new Set(["watch", "act"]); // tones that ask to look
const NOTE = { kind: "vm-svg__note" };
const TODAY = { kind: "vm-svg__small vm-svg__figure", length: Infinity };

/** The first day of the month or year of a day. @type {(day: number, months: number) => number} */
const beginning = (day, months) => {
  const kept = months < 12 ? textOf(day).slice(0, 7) : `${textOf(day).slice(0, 4)}-01`;
  return numberOf(`${kept}-01`) ?? day;
};

/** Whole months around the days, with a mark wherever there is room for a name. @type {(low: number, high: number, room: number) => TimeAxis} */
const axisOf = (low, high, room) => {
  const wide = (/** @type {number} */ months) => (room * months * 30) / (high - low + 31);
  const step = MONTHS.find((months) => wide(months) >= ROOM) ?? 120;
  const from = beginning(low, step);
  const marks = [from];
  while (marks[marks.length - 1] <= high) marks.push(monthsAfter(from, marks.length * step));
  return { from, to: marks[marks.length - 1], marks: marks.slice(0, -1), step };
};

/** The rows that have a day to begin and one to end on. @type {(points: Point[]) => TimeRow[]} */
const rowsOf = (points) =>
  points.flatMap(({ label: words, values: [begin, end, done], shown, tones }) => {
    if (!isNumber(begin) || !isNumber(end) || end < begin) return [];
    const share = isNumber(done) ? Math.min(1, Math.max(0, done)) : 0;
    const [first, last, , reading] = shown;
    const days = {
      text: [first === last ? first : `${first} – ${last}`, reading].filter(Boolean).join(" · "),
    };
    const marked = TELLING.has(tones[3]);
    return [{ words, days, marked, begin: begin - EPOCH, end: end - EPOCH, share }];
  });

/** Where names and bars stand, and what a day is across. @type {(rows: TimeRow[], drawing: Drawing) => TimePlace} */
const placeOf = (rows, { rtl, width }) => {
  const narrow = width < NARROW;
  const head = narrow ? 0 : Math.round(width * 0.36);
  const begins = rows.map(({ begin }) => begin);
  const ends = rows.map(({ end }) => end);
  const axis = axisOf(Math.min(...begins), Math.max(...ends), width - head);
  const across = (/** @type {number} */ day) => {
    const x = head + ((day - axis.from) / (axis.to - axis.from)) * (width - head);
    return rtl ? width - x : x;
  };
  return { ...axis, narrow, across, length: (narrow ? width : head) / 8.4 };
};

/** The names of months, and of years above the first month of each. @type {(place: TimePlace, drawing: Drawing) => Child[]} */
const months = ({ marks, step, across }, { rtl }) => {
  const said = (/** @type {number} */ day, /** @type {Intl.DateTimeFormatOptions} */ form) => ({
    text: date(day * 86_400_000, { ...form, timeZone: "UTC" }),
  });
  const year = (/** @type {number} */ day) => textOf(day).slice(0, 4);
  return marks.map((mark, n) => {
    const x = across(mark) + (rtl ? -5 : 5);
    const first = !n || year(mark) !== year(marks[n - 1]);
    return [
      step < 12 ? label(said(mark, { month: "short" }), x, LINE * 1.5, NOTE) : [],
      first ? label(said(mark, { year: "numeric" }), x, LINE * 0.5, NOTE) : [],
    ];
  });
};

/** A line down across a strip, on each of some days. @type {(days: number[], look: string, place: TimePlace, top: number, bottom: number) => Child[]} */
const lines = (days, look, { across }, top, bottom) =>
  days.map((day) => path(`M${across(day)} ${top}V${bottom}`, look));

/** A bar from its first day to its last, as full as it is done. @type {(row: TimeRow, place: TimePlace, y: number, rtl: boolean) => Child[]} */
const bar = ({ begin, end, share, marked }, { across }, y, rtl) => {
  const wide = Math.max(LEAST, Math.abs(across(end) - across(begin)));
  const left = rtl ? across(begin) - wide : across(begin);
  const done = wide * share;
  return [
    rect(left, y, wide, THICK, "vm-svg__box"),
    share ? rect(rtl ? left + wide - done : left, y, done, THICK, tint(0)) : [],
    rect(left, y, wide, THICK, marked ? "vm-svg__frame vm-svg__frame--marked" : "vm-svg__frame"),
  ];
};

/** A row: its name with its days, its bar, the lines behind; with the height after it. @type {(row: TimeRow, place: TimePlace, drawing: Drawing, y: number, now: number[]) => [Child[], number]} */
const rowDrawn = (row, place, { rtl, width }, y, now) => {
  const { narrow, length } = place;
  const words = heightOf(row.words.text, length);
  const name = words + LINE;
  const high = narrow ? name + THICK + 2 * PAD : Math.max(name, THICK) + 2 * PAD;
  const strip = narrow ? [y + name + PAD / 2, y + high - PAD / 2] : [y, y + high];
  const x = rtl ? width - 3 : 3;
  const from = narrow ? y : y + (high - name) / 2;
  const middle = narrow ? strip[0] + PAD / 2 : y + (high - THICK) / 2;
  return [
    [
      label(row.words, x, from + words / 2, { length }),
      label(row.days, x, from + words + LINE / 2, { ...NOTE, length: Infinity }),
      lines(place.marks, "vm-svg__grid", place, strip[0], strip[1]),
      bar(row, place, middle, rtl),
      lines(now, "vm-svg__cut", place, strip[0], strip[1]),
    ],
    y + high,
  ];
};

/** Points are (begin, end, how far done, how it reads). @type {(drawing: Drawing) => SVGElement | undefined} */
export const timeline = (drawing) => {
  const { today, width } = drawing;
  const rows = rowsOf(drawing.points);
  if (!rows.length) return undefined;
  const place = placeOf(rows, drawing);
  const day = today ? today.value - EPOCH : place.to;
  const now = day >= place.from && day < place.to ? [day] : [];
  let y = 2 * LINE + PAD;
  const drawn = rows.map((row) => {
    const [made, after] = rowDrawn(row, place, drawing, y, now);
    y = after;
    return made;
  });
  if (!today || !now.length) return canvas(width, y, months(place, drawing), drawn);
  const look = { ...TODAY, anchor: "middle" };
  const said = label(today, inward(place.across(day), today.text, drawing, look), y + LINE, look);
  return canvas(width, y + 2 * LINE, months(place, drawing), drawn, said);
};
