// Where the cluster stands: phases, radar, the table of topics and the heat map, whose rows the server has made.
import { percent } from "../arithmetic.js";
import { one } from "../find.js";
import { rounded, bandOf } from "../score.js";
import { number, plural, say } from "../words.js";
import { radar } from "./radar.js";

const NOTHING = "–";

/** @type {(score: TopicScore, words: DashboardWords) => string} */
const stateOf = ({ state, rated }, words) =>
  state === "shown" || (state === "few" && !rated) ? words.none : words[state];

/**
 * What the cells of a topic say, and what they sort by.
 * @type {(topic: Topic, words: DashboardWords) => Record<string, [shown: string, value: number | undefined]>}
 */
const cellsOf = ({ score: all, target, last }, words) => {
  const { score, coverage, cautious } = all;
  const before = score === undefined ? undefined : last?.score;
  const change = before === undefined ? undefined : rounded(Number(score)) - rounded(before);
  const share = (/** @type {number | undefined} */ n) => (n === undefined ? NOTHING : percent(n));
  return {
    score: [score === undefined ? stateOf(all, words) : percent(score), score],
    band: [score === undefined ? NOTHING : words.bands[bandOf(score)], score],
    coverage: [share(coverage === undefined ? undefined : 100 * coverage), coverage],
    cautious: [share(cautious), cautious],
    target: [share(target), target],
    change: [
      change === undefined ? NOTHING : number(change, { signDisplay: "exceptZero" }),
      change,
    ],
  };
};

/** @type {(row: ParentNode, topic: Topic, words: DashboardWords) => void} */
const showRow = (row, topic, words) => {
  for (const [name, [shown, value]] of Object.entries(cellsOf(topic, words))) {
    const cell = one(row, `[data-cell="${name}"]`);
    say(cell, shown);
    cell.dataset.value = String(value ?? "");
  }
};

/** @type {(row: HTMLTableRowElement, topic: Topic) => void} */
const showHeat = (row, { heat, questions }) => {
  for (const [n, cell] of [...row.cells].slice(1).entries()) {
    say(cell, heat[n] ? number(heat[n]) : "·");
    cell.dataset.heat = String(Math.ceil((4 * heat[n]) / questions.length));
  }
};

/** @type {(root: ParentNode, phase: Phase, words: DashboardWords) => void} */
const showPhase = (root, phase, words) => {
  const { score, coverage, rated, asked, shown, topics } = phase;
  const place = one(root, `[data-phase="${phase.number}"]`);
  const unscored = rated ? words.few : words.none;
  say(
    one(place, "[data-cell=score]"),
    score === undefined ? unscored : `${percent(score)} · ${words.bands[bandOf(score)]}`,
  );
  const counts = { share: percent(100 * (coverage ?? 0)), total: number(asked) };
  say(one(place, "[data-cell=coverage]"), asked ? plural(words.covered, rated, counts) : NOTHING);
  say(
    one(place, "[data-cell=mean]"),
    shown ? plural(words.mean, shown, { total: number(topics) }) : "",
  );
};

/** @type {(row: HTMLTableRowElement, column: number) => string | number | undefined} */
const sortedBy = (row, column) => {
  const { dataset, textContent } = row.cells[column];
  if (dataset.value === undefined) return textContent;
  return dataset.value === "" ? undefined : Number(dataset.value);
};

/** @type {(a: string | number | undefined, b: string | number | undefined) => number} */
const order = (a, b) => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === "string") return a.localeCompare(String(b), document.documentElement.lang);
  return a - Number(b);
};

/** @type {(table: HTMLTableElement, column: number, way: number) => void} */
const sortRows = (table, column, way) => {
  const [body] = table.tBodies;
  const rows = [...body.rows].sort((a, b) => {
    const [left, right] = [sortedBy(a, column), sortedBy(b, column)];
    return left === undefined || right === undefined
      ? order(left, right)
      : way * order(left, right);
  });
  body.append(...rows);
};

/**
 * Let the headings of a table sort its rows; those without a value stay at the end.
 * @type {(table: HTMLTableElement) => void}
 */
export const startSorting = (table) => {
  const headings = [...(table.tHead?.rows[0].cells ?? [])];
  for (const [column, heading] of headings.entries()) {
    heading.querySelector("button")?.addEventListener("click", () => {
      const way = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", way);
      sortRows(table, column, way === "ascending" ? 1 : -1);
    });
  }
};

/** Show scores, radar and heat map. @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void} */
export const showScores = (root, { topics, phases }, words) => {
  one(root, "[data-vm-radar]").replaceChildren(radar(topics, words.radar));
  one(root, "[data-vm-legend]").hidden = false;
  one(root, ".vm-legend__last").hidden = topics.every(({ last }) => last?.score === undefined);
  for (const phase of phases) showPhase(root, phase, words);
  for (const topic of topics) {
    showRow(one(root, `[data-scores="${topic.id}"]`), topic, words);
    showHeat(one(root, `tr[data-heats="${topic.id}"]`), topic);
  }
};
