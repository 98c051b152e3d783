import assert from "node:assert/strict";
import { test } from "node:test";
import { datedRows } from "../../web/tool/dates.js";

test("every row with a date is handed over; one without a title takes the name of the tool", () => {
  const about = {
    part: "events",
    date: "date",
    title: "title",
    details: ["place"],
    name: "Calendrier",
  };
  const [first, second] = ["calendar.events.xa", "calendar.events.xb"];
  const answers = {
    [`${first}#date`]: "2027-03-09",
    [`${first}#title`]: "Visite",
    [`${first}#place`]: "Sfax",
  };
  Object.assign(answers, { [`${second}#date`]: "2027-06-01", [`${second}#title`]: null });
  assert.deepEqual(datedRows("calendar", about, answers), [
    { id: first, due: "2027-03-09", title: "Visite", details: "Sfax" },
    { id: second, due: "2027-06-01", title: "Calendrier", details: "" },
  ]);
});
