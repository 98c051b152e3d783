import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import fc from "fast-check";
import { fileName } from "../../web/download.js";
import * as days from "../../web/days.js";
import { days as reckoned, read, shownDate } from "../../web/formula/values.js";
import * as score from "../../web/score.js";
import { calendar, statusOf } from "../../web/register.js";

const ZONES = [
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Africa/Tunis",
  "Pacific/Kiritimati",
  "America/Sao_Paulo",
  "UTC",
];
const home = process.env.TZ ?? "UTC";
afterEach(() => (process.env.TZ = home));
globalThis.document = { documentElement: { lang: "fr" } };
const words = await import("../../web/words.js");

const everywhere = (check) => {
  for (const zone of ZONES) {
    process.env.TZ = zone;
    check(zone);
  }
};
const anyDay = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test("a day that exists is read, anything else is none", () => {
  for (const text of [
    "0001-01-01",
    "0027-03-15",
    "1900-02-28",
    "2000-02-29",
    "2024-02-29",
    "9999-12-31",
  ])
    assert.equal(days.textOf(days.numberOf(text)), text);
  const none = [
    "0000-01-01",
    "1900-02-29",
    "2027-02-30",
    "2027-13-01",
    "2027-00-10",
    "2027-1-1",
    "20277-03-15",
    "999999-01-31",
    "27-03-15",
    "2027-03-15T00:00",
    " 2027-03-15",
    "٢٠٢٧-٠٣-١٥",
    "bientôt",
    "",
    undefined,
    null,
    20270315,
    true,
    {},
    ["2027-03-15"],
  ];
  for (const what of none) assert.equal(days.numberOf(what), undefined, String(what));
});

test("days compare and add as numbers, in every zone, over every change of the clocks", () => {
  everywhere(() =>
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -3000, max: 3000 }), (a, b, n) => {
        const [one, other] = [days.numberOf(a), days.numberOf(b)];
        assert.equal(Math.sign(one - other), a < b ? -1 : Number(a > b));
        assert.equal(days.textOf(one), a);
        const later = new Date(`${a}T00:00Z`);
        later.setUTCDate(later.getUTCDate() + n);
        if (later.getUTCFullYear() > 0 && later.getUTCFullYear() < 10000)
          assert.equal(days.textOf(one + n), later.toISOString().slice(0, 10));
      }),
      { numRuns: 60 },
    ),
  );
});

test("today is the day of the reader's own clock, a minute before and after midnight", () => {
  const dates = [
    [2026, 2, 29],
    [2026, 3, 5],
    [2026, 8, 27],
    [2026, 9, 25],
    [2026, 11, 31],
    [2027, 0, 1],
    [2028, 1, 29],
  ];
  everywhere((zone) => {
    for (const date of dates) {
      const told = [date[0], date[1] + 1, date[2]].map((n) => String(n).padStart(2, "0")).join("-");
      for (const time of [
        [0, 1],
        [3, 30],
        [12, 0],
        [23, 59],
      ])
        assert.equal(days.dayOf(new Date(...date, ...time)), told, `${zone} ${told} ${time}`);
    }
  });
});

test("a name of a file bears the day of the reader's clock", (t) => {
  everywhere((zone) => {
    for (const hour of [0, 23]) {
      t.mock.timers.enable({ apis: ["Date"], now: new Date(2027, 5, 15, hour, 30) });
      assert.equal(fileName("Sfax", "", ".json"), "Sfax-2027-06-15.json", `${zone} ${hour} h`);
      t.mock.timers.reset();
    }
  });
});

test("a day is written as it is, in every zone; what is none stays, and nothing throws", () => {
  everywhere((zone) => {
    assert.equal(words.day("2027-03-15"), "15 mars 2027", zone);
    assert.equal(words.day("0027-03-15"), "15 mars 27", zone);
    for (const odd of ["999999-01-31", "20277-03-15", "2027-02-30", "bientôt", ""])
      assert.equal(words.day(odd), odd);
    for (const odd of [1e300, -1e300, NaN, Infinity, undefined, "x", new Date(NaN)])
      assert.equal(words.date(odd), "–");
    for (const odd of [{}, [1], { toString: [] }, null]) assert.equal(words.date(odd), "–");
  });
  fc.assert(
    fc.property(
      fc.anything(),
      (what) => typeof words.day(what) === "string" && typeof words.date(what) === "string",
    ),
  );
});

test("the fourteen days before a due date and the twelve months after a review end on the same day everywhere", () => {
  everywhere((zone) => {
    const statuses = [
      ["2026-03-28", "2026-04-11"],
      ["2026-10-24", "2026-11-07"],
      ["2027-12-25", "2028-01-08"],
    ].map(([today, due]) => statusOf({ due }, today));
    assert.deepEqual(statuses, ["soon", "soon", "soon"], zone);
    assert.equal(statusOf({ due: "2026-04-12" }, "2026-03-28"), "open", zone);
    assert.equal(score.isReviewOverdue("2026-03-29", "2027-03-29"), false, zone);
    assert.equal(score.isReviewOverdue("2026-03-29", "2027-03-30"), true, zone);
    assert.equal(score.isReviewOverdue("2024-02-29", "2025-03-01"), false, zone);
    assert.equal(score.isReviewOverdue("2024-02-29", "2025-03-02"), true, zone);
  });
});

test("a date that can hardly be meant is neither late nor done, and in no calendar", () => {
  const odd = [
    "0027-03-15",
    "1927-03-15",
    "1999-12-31",
    "2100-01-01",
    "20277-03-15",
    "999999-01-31",
    "2027-02-30",
    "bientôt",
  ];
  for (const due of odd) assert.equal(statusOf({ due }, "2027-06-15"), "odd", due);
  const rows = [...odd, "2000-01-01", "2099-12-31"].map((due, n) => ({
    id: `x.${n}`,
    due,
    title: "T",
    details: "",
  }));
  const text = calendar(rows, { cluster: "c", name: "n" });
  assert.deepEqual(text.match(/DTSTART.*/g), [
    "DTSTART;VALUE=DATE:20000101",
    "DTSTART;VALUE=DATE:20991231",
  ]);
  assert.equal(score.isReviewOverdue("0027-03-15", "2027-06-15"), false);
  assert.deepEqual(
    score.lacks({ level: "4", evidence: "x", reviewed: "0027-03-15" }, "2027-06-15"),
    ["review"],
  );
  assert.deepEqual(
    score.lacks({ level: "4", evidence: "x", reviewed: "2027-06-16" }, "2027-06-15"),
    ["review"],
  );
  assert.deepEqual(
    score.lacks({ level: "4", evidence: "x", reviewed: "2027-06-15" }, "2027-06-15"),
    [],
  );
});

test("formulas reckon with the days that workbooks know", () => {
  assert.deepEqual(
    ["1900-01-01", "1900-03-01", "2026-06-30", "9999-12-31"].map(reckoned),
    [2, 61, 46203, 2958465],
  );
  for (const text of ["1899-12-31", "0027-03-15", "20277-03-15", "2027-02-30"])
    assert.equal(read({ type: "date", holds: "day" }, text).name, "not-a-number");
  for (const count of [1, -1, 2958466, 1e300, -1e300, NaN, Infinity])
    assert.equal(shownDate(count), null);
  assert.equal(shownDate(46203.9), "2026-06-30");
});
