// The one register of everything decided: its rows, their status, and the files that carry it: CSV and calendar.
// Pure functions, no page, no store.
import { dayOf } from "./score.js";

const SOON_DAYS = 14;
const FOLD = 75; // octets in a line of a calendar (RFC 5545)
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/; // what a spreadsheet may take for a formula

/** Fold what two people may write differently: case, accents, spaces. */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/** Tell whether a thing is somebody's: their name stands among the owners, as a word or several. */
export const isOwnedBy = (owner, name) => {
  const wanted = folded(name ?? "");
  return Boolean(wanted) && ` ${folded(owner ?? "").replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${wanted.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `);
};

/** Return the status of a row: "done", "late", "soon" (within 14 days) or "open"; ``due`` and ``today`` are days. */
export const statusOf = ({ done, due }, today) => {
  if (done) return "done";
  if (!due) return "open";
  if (due < today) return "late";
  const [year, month, day] = today.split("-").map(Number);
  return due <= dayOf(new Date(year, month - 1, day + SOON_DAYS)) ? "soon" : "open";
};

/** Count rows by what matters; lateRate = late ÷ not done, undefined when all is done. */
export const countRows = (rows) => {
  const having = (status) => rows.filter((row) => row.status === status).length;
  const [done, late] = [having("done"), having("late")];
  return { all: rows.length, done, late, lateRate: rows.length > done ? late / (rows.length - done) : undefined };
};

/** Tell whether a row passes a filter: "all", "remaining", "mine" (of ``name``), "high" or "overdue". */
export const passes = (row, filter, name) => {
  if (filter === "remaining") return row.remaining;
  if (filter === "mine") return isOwnedBy(row.owner, name);
  if (filter === "high") return row.high;
  return filter === "overdue" ? row.overdue : true;
};

const plain = (text) => String(text ?? "").replaceAll("\0", "");

const cell = (value, separator) => {
  const text = plain(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n;,\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Write rows of values as CSV that spreadsheets of this language open; no cell is taken for a formula. */
export const csv = (rows, language) => {
  const separator = language === "fr" ? ";" : ",";
  return `\uFEFF${rows.map((row) => row.map((value) => cell(value, separator)).join(separator)).join("\r\n")}\r\n`;
};

const octets = (sign) => {
  const point = sign.codePointAt(0);
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/** Fold one line of a calendar at 75 octets, never inside a character. */
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

const escaped = (text) =>
  plain(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0001-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

const stamp = (at) => at.toISOString().replace(/[-:]|\.\d+/g, "");

const isDay = (due) => /^\d{4}-\d\d-\d\d$/.test(due ?? "");

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

/** Write what is due and not done as a calendar (RFC 5545): whole days, stable names from id and cluster. */
export const calendar = (rows, { cluster, name, now = new Date() }) => {
  const due = rows.filter((row) => row.status !== "done" && isDay(row.due));
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cluster-vademecum//register//EN", `X-WR-CALNAME:${escaped(name)}`];
  const lines = [...head, ...due.flatMap((row) => entry(row, cluster, now)), "END:VCALENDAR"];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
};
