// Dates handed over for people's own calendars; what is not in the file is said in words.
import { download, fileName } from "./download.js";
import { calendar, dated } from "./register.js";
import { plural, say } from "./words.js";

/**
 * Offer rows, {id, due, title, details, status, range}, as a calendar named ``name`` of a cluster; an empty one is none.
 * What is missing is said in the element ``line``, with ``words`` { noDates, oddDates }.
 * @type {(rows: DatedRow[], line: Element, about: { cluster: string, name: string, kind: string }, words: DateWords)
 *   => void}
 */
export const offerCalendar = (rows, line, { cluster, name, kind }, words) => {
  const due = rows.filter((row) => row.due && row.status !== "done");
  const taken = dated(due);
  const odd = due.length - taken.length;
  const said = [taken.length ? "" : words.noDates, odd ? plural(words.oddDates, odd) : ""];
  say(line, said.filter(Boolean).join(" "));
  if (!taken.length) return;
  const file = calendar(taken, { cluster, name });
  download(fileName(name, kind, ".ics"), file, "text/calendar;charset=utf-8");
};
