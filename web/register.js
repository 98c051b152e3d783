// The one register of everything decided: its rows, their status, and the files that carry it: CSV and calendar.
// Pure functions, no page, no store.
export { csv } from "./csv.js";
import { numberOf, sensible } from "./days.js";

const SOON_DAYS = 14;
const FOLD = 75; // octets in a line of a calendar (RFC 5545)

/** Fold what two people may write differently: case, accents, spaces. @type {(text: string) => string} */
export const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * Tell whether a thing is somebody's: their name stands among the owners, as a word or several.
 * @type {(owner: string | undefined, name: string | undefined) => boolean}
 */
export const isOwnedBy = (owner, name) => {
  const wanted = folded(name ?? "");
  return (
    Boolean(wanted) &&
    ` ${folded(owner ?? "").replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(
      ` ${wanted.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `,
    )
  );
};

/**
 * Return the status of a row: "done", "late", "soon" (within 14 days), "open", or "odd" where ``due`` is no day or none
 * that makes sense; ``due`` and ``today`` are days.
 * @type {(row: { done?: boolean, due?: string }, today: string) => Status}
 */
export const statusOf = ({ done, due }, today) => {
  if (done) return "done";
  if (!due) return "open";
  const day = sensible(due);
  if (day === undefined) return "odd";
  const left = day - Number(numberOf(today));
  if (left < 0) return "late";
  return left <= SOON_DAYS ? "soon" : "open";
};

/**
 * Count rows by what matters; lateRate = late ÷ not done, undefined when all is done.
 * @type {(rows: { status: string }[]) => { all: number, done: number, late: number, lateRate: number | undefined }}
 */
export const countRows = (rows) => {
  const having = (/** @type {string} */ status) =>
    rows.filter((row) => row.status === status).length;
  const [done, late] = [having("done"), having("late")];
  return {
    all: rows.length,
    done,
    late,
    lateRate: rows.length > done ? late / (rows.length - done) : undefined,
  };
};

/**
 * Tell whether a row passes a filter: "all", "remaining", "mine" (of ``name``), "high" or "overdue".
 * @type {(row: Passing, filter: string, name?: string) => boolean}
 */
export const passes = (row, filter, name) => {
  if (filter === "remaining") return row.remaining;
  if (filter === "mine") return isOwnedBy(row.owner, name);
  if (filter === "high") return row.high;
  return filter === "overdue" ? row.overdue : true;
};

/** @type {(text: unknown) => string} */
const plain = (text) => String(text ?? "").replaceAll("\0", "");

/** @type {(sign: string) => number} */
const octets = (sign) => {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/** Fold one line of a calendar at 75 octets, never inside a character. @type {(line: string) => string} */
const fold = (line) => {
  let [whole, room] = ["", FOLD];
  for (const sign of line) {
    if (octets(sign) > room) {
      whole += "\r\n ";
      room = FOLD - 1;
    }
    whole += sign;
    room -= octets(sign);
  }
  return whole;
};

/** @type {(text: string) => string} */
const escaped = (text) =>
  plain(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0001-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** @type {(at: Date) => string} */
const stamp = (at) => at.toISOString().replace(/[-:]|\.\d+/g, "");

/**
 * Return the rows that a calendar takes: what is not done and due on a day that makes sense.
 * @template {{ status?: string, due: string, range?: DayRange }} Row @param {Row[]} rows @returns {Row[]}
 */
export const dated = (rows) =>
  rows.filter(({ status, due, range }) => status !== "done" && sensible(due, range) !== undefined);

/** @type {(row: DatedRow, cluster: string, now: Date) => string[]} */
const entry = ({ id, due, title, details }, cluster, now) => [
  "BEGIN:VEVENT",
  `UID:${escaped(`${id}.${cluster}`)}@cluster-vademecum`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(details)}`,
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/**
 * Write what is due and not done as a calendar (RFC 5545): whole days, stable names from id and cluster.
 * @type {(rows: DatedRow[], about: { cluster: string, name: string, now?: Date }) => string}
 */
export const calendar = (rows, { cluster, name, now = new Date() }) => {
  const head = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//cluster-vademecum//register//EN",
    `X-WR-CALNAME:${escaped(name)}`,
  ];
  const lines = [
    ...head,
    ...dated(rows).flatMap((row) => entry(row, cluster, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
};
