// Where the cluster stands: phases, radar, the table of topics and the heat map, whose rows the server has made.
import { rounded, bandOf } from "../score.js";
import { number, say } from "../words.js";
import { radar } from "./radar.js";

const percent = (n) => number(rounded(n) / 100, { style: "percent" });

const NOTHING = "–";

const stateOf = ({ state, rated }, words) =>
  state === "few" && !rated ? words.none : words[state];

/** What the cells of a topic say, and what they sort by. */
const cellsOf = ({ score, target, last }, words) => {
  const shown = score.state === "shown";
  const before = shown ? last?.score : undefined;
  const change = before === undefined ? undefined : rounded(score.score) - rounded(before);
  return {
    score: [shown ? percent(score.score) : stateOf(score, words), score.score],
    band: [shown ? words.bands[bandOf(score.score)] : NOTHING, score.score],
    coverage: [
      score.coverage === undefined ? NOTHING : percent(100 * score.coverage),
      score.coverage,
    ],
    cautious: [shown ? percent(score.cautious) : NOTHING, score.cautious],
    target: [target === undefined ? NOTHING : percent(target), target],
    change: [
      change === undefined ? NOTHING : number(change, { signDisplay: "exceptZero" }),
      change,
    ],
  };
};

const showRow = (row, topic, words) => {
  for (const [name, [shown, value]] of Object.entries(cellsOf(topic, words))) {
    const cell = row.querySelector(`[data-cell="${name}"]`);
    say(cell, shown);
    cell.dataset.value = value ?? "";
  }
};

const showHeat = (row, { heat, questions }) => {
  for (const [n, cell] of [...row.cells].slice(1).entries()) {
    say(cell, heat[n] ? number(heat[n]) : "·");
    cell.dataset.heat = Math.ceil((4 * heat[n]) / questions.length);
  }
};

const showPhase = (root, { number: n, score, coverage }, words) => {
  const place = root.querySelector(`[data-phase="${n}"]`);
  say(
    place.querySelector("[data-cell=score]"),
    score === undefined ? words.none : `${percent(score)} · ${words.bands[bandOf(score)]}`,
  );
  say(
    place.querySelector("[data-cell=coverage]"),
    coverage === undefined ? NOTHING : percent(100 * coverage),
  );
};

const sortedBy = (row, column) => {
  const { dataset, textContent } = row.cells[column];
  if (dataset.value === undefined) return textContent;
  return dataset.value === "" ? undefined : Number(dataset.value);
};

const order = (a, b) => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return typeof a === "string" ? a.localeCompare(b, document.documentElement.lang) : a - b;
};

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

/** Let the headings of a table sort its rows; those without a value stay at the end. */
export const startSorting = (table) => {
  const headings = [...table.tHead.rows[0].cells];
  for (const [column, heading] of headings.entries()) {
    heading.querySelector("button")?.addEventListener("click", () => {
      const way = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", way);
      sortRows(table, column, way === "ascending" ? 1 : -1);
    });
  }
};

/** Show scores, radar and heat map. */
export const showScores = (root, { topics, phases }, words) => {
  root.querySelector("[data-vm-radar]").replaceChildren(radar(topics, words.radar));
  root.querySelector("[data-vm-legend]").hidden = false;
  root.querySelector(".vm-legend__last").hidden = topics.every(
    ({ last }) => last?.score === undefined,
  );
  for (const phase of phases) showPhase(root, phase, words);
  for (const topic of topics) {
    showRow(root.querySelector(`[data-scores="${topic.id}"]`), topic, words);
    showHeat(root.querySelector(`[data-heats="${topic.id}"]`), topic);
  }
};
