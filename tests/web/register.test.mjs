import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calendar, countRows, isOwnedBy, passes, statusOf } from "../../web/register.js";

const TODAY = "2027-06-15";
const NOW = new Date(Date.UTC(2027, 5, 15, 8, 30, 5, 123));
const row = (more) => ({
  id: "x.a01",
  due: "2027-07-01",
  title: "Écrire",
  details: "",
  status: "open",
  ...more,
});
const write = (...rows) => calendar(rows, { cluster: "c1", name: "Mon cluster", now: NOW });
const unfolded = (text) => text.replaceAll("\r\n ", "");
const octets = (text) => new TextEncoder().encode(text).length;

test("status: done, late, due soon within 14 days, else open", () => {
  const found = [
    [true, "2020-01-01"],
    [false, "2027-06-14"],
    [false, TODAY],
    [false, "2027-06-29"],
    [false, "2027-06-30"],
    [false, undefined],
  ];
  assert.deepEqual(
    found.map(([done, due]) => statusOf({ done, due }, TODAY)),
    ["done", "late", "soon", "soon", "open", "open"],
  );
  assert.equal(statusOf({ due: "2028-01-03" }, "2027-12-25"), "soon");
});

test("ten actions, four done, two late: one third of what is not done is late", () => {
  const rows = ["done", "done", "done", "done", "late", "late", "soon", "open", "open", "open"].map(
    (status) => ({ status }),
  );
  const { all, done, late, lateRate } = countRows(rows);
  assert.deepEqual([all, done, late, (lateRate * 100).toFixed(1)], [10, 4, 2, "33.3"]);
  assert.equal(countRows([{ status: "done" }]).lateRate, undefined);
});

test("mine: a name is found whatever its case and accents, never inside another name", () => {
  assert.ok(isOwnedBy("Amélie Benali, CCI", "amelie"));
  assert.ok(isOwnedBy("AMELIE  benali", "Amélie Benali"));
  assert.ok(isOwnedBy("أمينة / Karim", "karim"));
  assert.ok(!isOwnedBy("Benalila", "Benali"));
  assert.ok(!isOwnedBy("Benali", " "));
  assert.ok(!isOwnedBy(undefined, "x"));
});

test("filters", () => {
  const one = { remaining: true, owner: "Lina", high: false, overdue: true };
  assert.deepEqual(
    ["all", "remaining", "mine", "high", "overdue"].map((filter) => passes(one, filter, "lina")),
    [true, true, true, false, true],
  );
});

test("calendar: a whole day with a stable name, a stamp, and what is not done only", () => {
  const text = write(
    row(),
    row({ id: "x.a02", status: "done" }),
    row({ id: "x.a03", due: undefined }),
    row({ id: "x.a04", due: "bientôt" }),
  );
  assert.deepEqual(text.split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//cluster-vademecum//register//EN",
    "X-WR-CALNAME:Mon cluster",
    "BEGIN:VEVENT",
    "UID:x.a01.c1@cluster-vademecum",
    "DTSTAMP:20270615T083005Z",
    "DTSTART;VALUE=DATE:20270701",
    "SUMMARY:Écrire",
    "DESCRIPTION:",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("calendar: signs with a meaning are escaped, and nobody writes a line of their own", () => {
  const text = unfolded(
    write(row({ title: "a;b,c\\d\r\nEND:VEVENT\rX-EVIL:1\nBEGIN:VEVENT\u0007\0" })),
  );
  assert.ok(text.includes("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nX-EVIL:1\\nBEGIN:VEVENT \r\n"));
  assert.equal(text.match(/^BEGIN:VEVENT$/gm).length, 1);
});

test("calendar: Arabic and emoji fold at 75 octets and never break", () => {
  const title = `${"تعيين المسؤول، ثم الاجتماع ".repeat(8)}👩‍👩‍👧😀 ${"é".repeat(80)}`;
  const text = write(row({ title }));
  for (const line of text.split("\r\n")) assert.ok(octets(line) <= 75, line);
  assert.ok(!text.includes("\uFFFD"));
  assert.ok(unfolded(text).includes(`SUMMARY:${title}`));
});

test("calendar: any text folds and comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      const text = write(row({ title }));
      assert.ok(text.split("\r\n").every((line) => octets(line) <= 75 && !/[\r\n]/.test(line)));
    }),
  );
});
