// The drawings of a tool: each gets its points from the values and its words from the page, and has a table beside it.
import { element } from "../elements.js";
import { bars, columns } from "./draw-bars.js";
import { curve, gauge, lights } from "./draw-scales.js";
import { tree } from "./draw-tree.js";
import { line, quadrant } from "./draw-plots.js";
import { pie, radar } from "./draw-rounds.js";
import { fill, number } from "../words.js";
import { written } from "./values.js";

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
};

const MOST = 200; // points of a drawing and its table

const parse = (spec) => {
  const [, first, second, list, at] = /^([\w-]+)(?:\.([\w-]+))?(\[\])?(?:\[([\w-]+)\])?$/.exec(
    spec,
  );
  return {
    part: second ? first : "result",
    field: second ?? first,
    list: Boolean(list),
    at: at ?? null,
  };
};

/** Words of the page with the language they are in. */
const wordsAt = (found) => ({
  text: found?.textContent.trim() ?? "",
  lang: found?.lang || undefined,
});

class Source {
  constructor(root, evaluation, by) {
    Object.assign(this, { root, evaluation, by: by && parse(by) });
  }

  field({ part, field }) {
    return this.root.fields[`${part}.${field}`];
  }

  label({ part, field }) {
    return wordsAt(this.root.querySelector(`[data-field="${part}.${field}"]`));
  }

  place(part, at) {
    const section = this.root.querySelector(`.vm-step[data-part="${part}"]`);
    const named = section.querySelector(
      `thead [data-place="${at}"], tr[data-at="${at}"] [data-place]`,
    );
    const written = this.by && this.evaluation.one(this.by.part, this.by.field, at);
    if (typeof written === "string") return { text: this.choice(this.by, written) ?? written };
    return named ? wordsAt(named) : { text: at.replace(/^r/, "") };
  }

  one(ref, at = ref.at) {
    return this.evaluation.one(ref.part, ref.field, at);
  }

  /** The words of a choice as the form shows them. */
  choice({ part, field }, key) {
    const option = this.root.querySelector(
      `[data-value="${part}.${field}"] [data-choice="${key}"], [name*="${this.root.tool.id}.${part}"][value="${key}"] + span`,
    );
    return (
      option ??
      this.root.querySelector(`[name*="${this.root.tool.id}.${part}"] option[value="${key}"]`)
    )?.textContent;
  }

  shown(ref, value) {
    return typeof value === "string"
      ? (this.choice(ref, value) ?? value)
      : written(value, this.field(ref), this.root.words);
  }
}

/** Points with values along series: what a drawing and its table are made from. */
const dataOf = ({ series, zones, kind, steps: values }, source, width) => {
  const refs = series.map(parse);
  const lists = refs.some(({ list }) => list);
  let points;
  if (lists) {
    const { part } = refs.find(({ list }) => list);
    const { evaluation } = source;
    const used = evaluation
      .places(part)
      .filter((at) => evaluation.inUse(evaluation.parts.get(part), at));
    points = used.map((at) => ({
      label: () => source.place(part, at),
      values: refs.map((ref) => source.one(ref, ref.list ? at : ref.at)),
      refs,
    }));
  } else if (kind === "quadrant") {
    points = [{ label: () => ({ text: "" }), values: refs.map((ref) => source.one(ref)), refs }];
  } else {
    points = refs.map((ref) => ({
      label: () =>
        ref.at && source.evaluation.parts.get(ref.part)?.along === "rows"
          ? source.place(ref.part, ref.at)
          : source.label(ref),
      values: [source.one(ref)],
      refs: [ref],
    }));
  }
  points = points.filter(({ values }) =>
    values.some((value) => value !== null && typeof value !== "object"),
  );
  const all = points.length;
  points = points.slice(0, MOST);
  const steps = refs.map((ref) => stepsOf(ref, source));
  for (const point of points)
    Object.assign(point, {
      label: point.label(),
      steps: steps[refs.indexOf(point.refs[0])],
      shown: point.values.map((value, n) => source.shown(point.refs[n], value)),
    });
  const names = lists || kind === "quadrant" ? refs.map((ref) => source.label(ref)) : [undefined];
  return {
    points,
    all,
    names,
    zones,
    fields: refs.map((ref) => source.field(ref)),
    steps: stepsOf(values.length ? source.by : refs[0], source),
    values,
    rtl: document.dir === "rtl",
    width,
    say: (value) => written(value, source.field(refs[0]), source.root.words),
    short: (value) => brief(value, source.field(refs[0])),
  };
};

/** A limit on a scale: no decimals that say nothing. */
const brief = (value, field) =>
  number(value, { style: field?.type === "pct" ? "percent" : "decimal", maximumFractionDigits: 2 });

/** The choices of a series, in order, with their words and tones. */
const stepsOf = ({ part, field }, { evaluation, root }) => {
  const { choices = [] } = evaluation.field(part, field) ?? {};
  const tones = new Map(
    [...root.querySelectorAll(`[data-value="${part}.${field}"] [data-choice]`)].map((found) => [
      found.dataset.choice,
      found,
    ]),
  );
  return choices.map((key) => ({
    key,
    words: wordsAt(tones.get(key)),
    tone: /vm-tone--(\w+)/.exec(tones.get(key)?.className ?? "")?.[1],
  }));
};

const cell = (name, words, more = {}) =>
  element(name, { lang: words?.lang, ...more }, words?.text ?? "");

const table = ({ points, names }, words) => {
  const heads = names[0] ? names : [{ text: words.value }];
  return element(
    "table",
    { class: "vm-table" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("td"),
        heads.map((name) => cell("th", name, { scope: "col" })),
      ),
    ),
    element(
      "tbody",
      {},
      points.map(({ label, shown }) =>
        element(
          "tr",
          {},
          label.text ? cell("th", label, { scope: "row" }) : element("td"),
          shown.map((value) => element("td", {}, value)),
        ),
      ),
    ),
  );
};

/** Draw every chart of a tool that has something to show; hide the others. */
export const drawCharts = (root, evaluation) => {
  for (const chart of root.charts) {
    const figure = root.querySelector(`[data-chart="${chart.key}"]`);
    const width = Math.min(640, Math.max(280, root.clientWidth));
    const data = dataOf(chart, new Source(root, evaluation, chart.by), width);
    const state = JSON.stringify([
      data.points.map(({ label, values }) => [label, values]),
      data.names,
      width,
    ]);
    if (figure.dataset.state === state) continue;
    figure.dataset.state = state;
    figure.hidden = !data.points.length;
    if (figure.hidden) continue;
    const drawing = DRAWN[chart.kind]?.(data);
    figure.querySelector(".vm-drawing").hidden = !drawing;
    if (drawing) figure.querySelector(".vm-drawing").replaceChildren(drawing);
    const partly =
      data.all > MOST &&
      element(
        "p",
        { class: "vm-note" },
        fill(root.words.first, { shown: number(MOST), n: number(data.all) }),
      );
    figure
      .querySelector(".vm-figures-of")
      .replaceChildren(...[partly, table(data, root.words)].filter(Boolean));
    figure.classList.toggle("vm-chart--table", !drawing); // a kind that the page does not draw: the table says it all
    if (!drawing) figure.querySelector("details").open = true;
  }
};
