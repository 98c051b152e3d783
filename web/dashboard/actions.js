// The one register of everything decided: next steps of questions and actions, with filters and files.
import { offerCalendar } from "../calendar.js";
import { download, fileName } from "../download.js";
import { element, linked, written } from "../elements.js";
import { one } from "../find.js";
import { startFilters } from "../filters.js";
import { csv } from "../csv.js";
import { countRows } from "../register.js";
import { rounded } from "../score.js";
import { day, fill, number, say } from "../words.js";

/** What the sheet says of it: to do unless somebody chose. @type {(row: RegisterRow, words: DashboardWords) => string} */
const stateOf = ({ given = "" }, { states }) =>
  Object.hasOwn(states, given) ? states[given] : states.todo;

/** Whether it is late or soon due. @type {(row: RegisterRow, words: DashboardWords) => string} */
const timingOf = ({ status }, { timings }) => timings[status] ?? "";

/** @type {(row: RegisterRow, words: DashboardWords) => HTMLElement} */
const line = (row, words) =>
  element(
    "tr",
    { "data-id": row.id, "data-status": row.status },
    element(
      "th",
      { scope: "row" },
      row.typed ? element("a", { href: row.href, dir: "auto" }, row.title) : linked(row),
    ),
    element("td", { lang: row.topic.lang }, row.topic.title),
    element("td", {}, row.owner ? written(row.owner) : "–"),
    element(
      "td",
      {},
      row.due ? day(row.due) : "–",
      timingOf(row, words) && element("span", { class: "vm-timing" }, timingOf(row, words)),
    ),
    element("td", {}, stateOf(row, words)),
  );

/** @type {(row: RegisterRow, words: DashboardWords) => string[]} */
const cells = (row, words) => [
  row.title,
  row.topic.title,
  row.owner,
  row.due,
  timingOf(row, words),
  stateOf(row, words),
  row.id.replace(/\.next$/, ""),
];

/**
 * Offer the register as files; ``latest()`` gives the rows, the cluster's name and its stable mark.
 * @type {(root: ParentNode, latest: () => Summary, words: DashboardWords) => () => void}
 */
export const startActions = (root, latest, words) => {
  const section = one(root, "[data-vm-actions]");
  const { action, from, owner, due, timing, status, id } = words;
  const heads = [action, from, owner, due, timing, status, id];
  one(section, "[data-vm-csv]").addEventListener("click", () => {
    const { rows, name } = latest();
    const table = csv(
      [heads, ...rows.map((row) => cells(row, words))],
      document.documentElement.lang,
    );
    download(fileName(name, words.files.actions, ".csv"), table, "text/csv;charset=utf-8");
  });
  one(section, "[data-vm-ics]").addEventListener("click", () => {
    const { rows, name, mark } = latest();
    const told = rows.map((row) => ({
      ...row,
      details: [row.topic.title, row.owner && `${words.ownerIs} ${row.owner}`]
        .filter(Boolean)
        .join("\n"),
    }));
    offerCalendar(
      told,
      one(section, "[data-vm-dates]"),
      { cluster: mark, name, kind: words.files.dates },
      words,
    );
  });
  return startFilters(one(section, "[data-vm-filters]"), (passing) => {
    const { rows } = latest();
    const lines = [...section.querySelectorAll("tbody tr")];
    for (const [n, row] of rows.entries()) lines[n].hidden = !passing(row);
    return [lines.filter((one) => !one.hidden).length, rows.length];
  });
};

/** Show the register. @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void} */
export const showActions = (root, { rows }, words) => {
  const section = one(root, "[data-vm-actions]");
  one(section, "tbody").replaceChildren(...rows.map((row) => line(row, words)));
  one(section, "[data-vm-none]").hidden = rows.length > 0;
  one(section, "[data-vm-some]").hidden = !rows.length;
  const { all, done, late, lateRate } = countRows(rows);
  const rate = lateRate === undefined ? 0 : rounded(100 * lateRate) / 100;
  const counts = { done: number(done), all: number(all), late: number(late) };
  const said = fill(words.count, { ...counts, rate: number(rate, { style: "percent" }) });
  say(one(section, "[data-vm-count]"), said);
};
