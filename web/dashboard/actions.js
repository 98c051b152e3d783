// The one register of everything decided: next steps of questions and actions, with filters and files.
import { offerCalendar } from "../calendar.js";
import { download, fileName } from "../download.js";
import { one } from "../find.js";
import { startFilters } from "../filters.js";
import { csv } from "../csv.js";
import { countRows } from "../register.js";
import { rounded } from "../score.js";
import { fill, number, say } from "../words.js";
import { placeOf, showRows, stateOf, timingOf } from "./row.js";

/** @type {(row: RegisterRow, words: DashboardWords) => string[]} */
const cells = (row, words) => [
  row.title,
  row.topic.title,
  row.owner,
  row.due,
  timingOf(row, words),
  stateOf(row, words),
  placeOf(row),
];

/** Offer the register as a table. @type {(section: Element, latest: () => Summary, words: DashboardWords) => void} */
const offerTable = (section, latest, words) => {
  const { action, from, owner, due, timing, status, id } = words;
  const heads = [action, from, owner, due, timing, status, id];
  one(section, "[data-vm-csv]").addEventListener("click", () => {
    const { rows, name } = latest();
    const lines = [heads, ...rows.map((row) => cells(row, words))];
    const table = csv(lines, document.documentElement.lang);
    download(fileName(name, words.files.actions, ".csv"), table, "text/csv;charset=utf-8");
  });
};

/** Offer its dates as a calendar. @type {(section: Element, latest: () => Summary, words: DashboardWords) => void} */
const offerDates = (section, latest, words) =>
  one(section, "[data-vm-ics]").addEventListener("click", () => {
    const { rows, name, mark } = latest();
    const told = rows.map(({ topic, owner, ...row }) => ({
      ...row,
      details: [topic.title, owner && `${words.ownerIs} ${owner}`].filter(Boolean).join("\n"),
    }));
    const about = { cluster: mark, name, kind: words.files.dates };
    offerCalendar(told, one(section, "[data-vm-dates]"), about, words);
  });

/**
 * Offer the register as files, and what passes its filters; a row stays where it is while somebody is in it.
 * ``latest()`` gives the rows, the cluster's name and its stable mark.
 * @type {(root: ParentNode, latest: () => Summary, words: DashboardWords) => () => void}
 */
export const startActions = (root, latest, words) => {
  const section = one(root, "[data-vm-actions]");
  offerTable(section, latest, words);
  offerDates(section, latest, words);
  const filter = startFilters(one(section, "[data-vm-filters]"), (passing) => {
    const { rows } = latest();
    const passes = new Set(rows.filter(passing).map(({ id }) => id));
    for (const line of section.querySelectorAll("tbody tr"))
      line.hidden = !passes.has(String(line.dataset.id)) && !line.contains(document.activeElement);
    return [passes.size, rows.length];
  });
  one(section, "tbody").addEventListener("focusout", ({ currentTarget, relatedTarget }) => {
    if (!(/** @type {Node} */ (currentTarget).contains(/** @type {Node | null} */ (relatedTarget))))
      requestAnimationFrame(() => {
        showActions(root, latest(), words);
        filter();
      });
  });
  return filter;
};

/** Show the register. @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void} */
export const showActions = (root, { rows }, words) => {
  const section = one(root, "[data-vm-actions]");
  showRows(one(section, "tbody"), rows, words, section.dataset);
  one(section, "[data-vm-none]").hidden = rows.length > 0;
  one(section, "[data-vm-some]").hidden = !rows.length;
  const { all, done, late, lateRate } = countRows(rows);
  const rate = lateRate === undefined ? 0 : rounded(100 * lateRate) / 100;
  const counts = { done: number(done), all: number(all), late: number(late) };
  const said = fill(words.count, { ...counts, rate: number(rate, { style: "percent" }) });
  say(one(section, "[data-vm-count]"), said);
};
