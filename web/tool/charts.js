// The drawings of a tool: each gets its points from the values and its words from the page, and has a table beside it.
import { element } from "../elements.js";
import { one } from "../find.js";
import { bars, columns } from "./draw-bars.js";
import { curve, gauge, lights } from "./draw-scales.js";
import { lanes } from "./draw-lanes.js";
import { tree } from "./draw-tree.js";
import { line, quadrant } from "./draw-plots.js";
import { pie, radar } from "./draw-rounds.js";
import { fill, number } from "../words.js";
import { MOST, Source, drawingOf } from "./points.js";

/** @type {Record<string, (drawing: Drawing) => SVGElement>} */
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
};

/** @type {(name: "td" | "th", words: Label | undefined, more?: Attributes) => HTMLElement} */
const cell = (name, words, more = {}) =>
  element(name, { lang: words?.lang, ...more }, words?.text ?? "");

/** @type {(drawing: Drawing, words: ToolWords) => HTMLElement} */
const table = ({ points, names }, words) => {
  const heads = names[0].text ? names : [{ text: words.value }];
  const head = element(
    "tr",
    {},
    element("td"),
    heads.map((name) => cell("th", name, { scope: "col" })),
  );
  const rows = points.map(({ label, shown }) =>
    element(
      "tr",
      {},
      label.text ? cell("th", label, { scope: "row" }) : element("td"),
      shown.map((value) => element("td", {}, value)),
    ),
  );
  const [top, body] = [element("thead", {}, head), element("tbody", {}, rows)];
  return element("table", { class: "vm-table" }, top, body);
};

/** Draw one chart, if it has anything to show that it did not show before. @param {ToolElement} root @param {Chart} chart @param {Drawing} data */
const drawChart = (root, chart, data) => {
  const figure = one(root, `[data-chart="${chart.key}"]`);
  const shown = data.points.map(({ label, values }) => [label, values]);
  const state = JSON.stringify([shown, data.names, data.width]);
  if (figure.dataset.state === state) return;
  figure.dataset.state = state;
  figure.hidden = !data.points.length;
  if (figure.hidden) return;
  const drawing = DRAWN[chart.kind]?.(data);
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

/** Draw every chart of a tool that has something to show; hide the others. @type {(root: ToolElement, evaluation: Evaluation) => void} */
export const drawCharts = (root, evaluation) => {
  const room = Math.max(280, root.clientWidth);
  for (const chart of root.charts) {
    const width = Math.min(chart.kind === "lanes" ? 1000 : 640, room);
    drawChart(root, chart, drawingOf(chart, new Source(root, evaluation, chart.by), width));
  }
};
