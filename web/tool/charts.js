// The drawings of a tool: each gets its points from the values and its words from the page, and has a table beside it.
import { element } from "../elements.js";
import { one } from "../find.js";
import { chartKind } from "../kinds.js";
import { bars, columns } from "./draw-bars.js";
import { funnel } from "./draw-funnel.js";
import { lanes } from "./draw-lanes.js";
import { curve, gauge, lights } from "./draw-scales.js";
import { timeline } from "./draw-time.js";
import { tree } from "./draw-tree.js";
import { line, quadrant } from "./draw-plots.js";
import { pie, radar } from "./draw-rounds.js";
import { fill, number } from "../words.js";
import { MOST, Source, drawingOf } from "./points.js";

/** What draws each kind, if there is something to draw; a grid is a table already. @type {Record<string, (drawing: Drawing) => SVGElement | undefined>} */
const DRAWN = {
  bar: bars,
  stacked: columns,
  line,
  radar,
  gauge,
  quadrant,
  pie,
  curve,
  lights,
  tree,
  lanes,
  gantt: timeline,
  funnel,
};

const GLANCE = ".vm-glance"; // what stands there keeps its room, so that nothing moves when figures come

/** @type {(name: "td" | "th", words: Label | undefined, more?: Attributes) => HTMLElement} */
const cell = (name, words, more = {}) =>
  element(name, { lang: words?.lang, ...more }, words?.text ?? "");

/** @type {(drawing: Drawing, words: ToolWords) => HTMLElement} */
const table = ({ points, names, rates }, words) => {
  const own = names[0].text ? names : [{ text: words.value }];
  const heads = rates.length ? [...own, { text: words.passed }] : own;
  const head = element(
    "tr",
    {},
    element("td"),
    heads.map((name) => cell("th", name, { scope: "col" })),
  );
  const rows = points.map(({ label, shown }, n) =>
    element(
      "tr",
      {},
      label.text ? cell("th", label, { scope: "row" }) : element("td"),
      [...shown, ...rates.slice(n, n + 1)].map((value) => element("td", {}, value)),
    ),
  );
  const [top, body] = [element("thead", {}, head), element("tbody", {}, rows)];
  return element("table", { class: "vm-table" }, top, body);
};

/** The drawing of a kind, or that there is nothing to draw yet; nothing for a kind that is a table. @type {(kind: string, data: Drawing, words: ToolWords) => Element | undefined} */
const drawnAs = (kind, data, words) => {
  if (data.points.length && !DRAWN[kind]) return undefined;
  const drawing = data.points.length ? DRAWN[kind](data) : undefined;
  return drawing ?? element("p", {}, words.undrawn);
};

/** Draw one chart in one of its places, if it has anything to show that it did not show before. @param {ToolElement} root @param {Chart} chart @param {Drawing} data @param {HTMLElement} figure */
const drawChart = (root, chart, data, figure) => {
  const shown = data.points.map(({ label, values }) => [label, values]);
  const state = JSON.stringify([shown, data.names, data.width, data.today]);
  if (figure.dataset.state === state) return;
  figure.dataset.state = state;
  figure.hidden = !data.points.length && !figure.closest(GLANCE);
  if (figure.hidden) return;
  figure.classList.toggle("vm-chart--blank", !data.points.length);
  const drawing = drawnAs(chart.kind, data, root.words);
  const place = one(figure, ".vm-drawing");
  place.hidden = !drawing;
  if (drawing) place.replaceChildren(drawing);
  one(figure, ".vm-figures-of").replaceChildren(
    ...partly(data, root.words),
    table(data, root.words),
  );
  figure.classList.toggle("vm-chart--table", !drawing); // a kind that the page does not draw: the table says it all
  if (!drawing) one(figure, "details").open = true;
};

/** That not all is shown, where there is more than that. @type {(drawing: Drawing, words: ToolWords) => Node[]} */
const partly = ({ all }, words) => {
  if (all <= MOST) return [];
  const said = fill(words.first, { shown: number(MOST), n: number(all) });
  return [element("p", { class: "vm-note" }, said)];
};

/** Two drawings stand side by side where there is room, with a gap between. @param {ToolElement} root */
const halfOf = (root) => (root.clientWidth > 800 ? (root.clientWidth - 40) / 2 : root.clientWidth);

/** @param {number} room @param {number} [most] */
const widthIn = (room, most = 640) => Math.min(most, Math.max(280, Math.round(room)));

/** Draw every chart of a tool that has something to show, in each of its places; hide the others. @type {(root: ToolElement, evaluation: Evaluation) => void} */
export const drawCharts = (root, evaluation) => {
  const [wide, whole] = [widthIn(root.clientWidth, 1000), widthIn(root.clientWidth)];
  const half = widthIn(halfOf(root));
  for (const chart of root.charts) {
    const source = new Source(root, evaluation, chart.by);
    const free = chartKind(chart.kind).broad ? wide : whole;
    for (const figure of root.querySelectorAll(`[data-chart="${chart.key}"]`)) {
      const width = figure.closest(GLANCE) ? half : free;
      drawChart(root, chart, drawingOf(chart, source, width), figure);
    }
  }
};
