// What a drawing of a tool is made from: points with the values of the tool, in the words of its page.
import { one } from "../find.js";
import { chartKind, fieldKind } from "../kinds.js";
import { number } from "../words.js";
import { brief, form, written } from "./values.js";

/** What stands for a row without a name. */
export const NAMELESS = "–";

/** How many points a drawing and its table have at most. */
export const MOST = 200;

/** @type {(spec: string) => Series} */
const parse = (spec) => {
  const form = /^([\w-]+)(?:\.([\w-]+))?(\[\])?(?:\[([\w-]+)\])?$/;
  const [, first, second, list, at] = form.exec(spec) ?? [];
  return {
    part: second ? first : "result",
    field: second ?? first,
    list: Boolean(list),
    at: at ?? null,
  };
};

/** Words of the page with the language they are in. @type {(found: HTMLElement | null | undefined) => Label} */
const wordsAt = (found) => ({
  text: found?.textContent.trim() ?? "",
  lang: found?.lang || undefined,
});

/** The values of a tool and the words of its page. */
export class Source {
  /** @param {ToolElement} root @param {Evaluation} evaluation @param {string} [by] */
  constructor(root, evaluation, by) {
    this.root = root;
    this.evaluation = evaluation;
    this.by = by ? parse(by) : undefined;
  }

  /** @param {Series} series */
  field({ part, field }) {
    return this.root.fields[`${part}.${field}`];
  }

  /** @param {Series} series */
  label({ part, field }) {
    return wordsAt(this.root.querySelector(`[data-field="${part}.${field}"]`));
  }

  /** @param {string} part @param {string} at @returns {Label} */
  place(part, at) {
    const chosen = this.by && this.one(this.by, at);
    if (this.by && typeof chosen === "string")
      return { text: this.choice(this.by, chosen) ?? chosen };
    const named = one(this.root, `.vm-step[data-part="${part}"]`).querySelector(
      `thead [data-place="${at}"], tr[data-at="${at}"] [data-place]`,
    );
    if (named) return wordsAt(named);
    return { text: /^r\d+$/.test(at) ? at.slice(1) : NAMELESS };
  }

  /** @param {Series} ref @param {string | null} at */
  one(ref, at = ref.at) {
    return this.evaluation.one(ref.part, ref.field, at);
  }

  /** Where the form shows the words of a choice. @param {Series} series @param {string} key @returns {HTMLElement | null} */
  option({ part, field }, key) {
    const [named, column] = [`[name*="${this.root.tool.id}.${part}"]`, `[name$="#${field}"]`];
    const shown = `[data-value="${part}.${field}"] [data-choice="${key}"]`;
    const { root } = this;
    return (
      root.querySelector(`${shown}, ${named}[value="${key}"] + span`) ??
      root.querySelector(`${named}${column} option[value="${key}"]`) ??
      root.querySelector(`${named} option[value="${key}"]`)
    );
  }

  /** The words of a choice as the form shows them. @param {Series} series @param {string} key */
  choice(series, key) {
    return this.option(series, key)?.textContent;
  }

  /** @param {Series} ref @param {Reckoned} value */
  shown(ref, value) {
    return typeof value === "string"
      ? (this.choice(ref, value) ?? value)
      : written(value, this.field(ref), this.root.words);
  }

  /** What a value for itself is called: its row, or its field. @param {Series} ref */
  name(ref) {
    const row = ref.at && this.evaluation.parts.get(ref.part)?.along === "rows";
    return row ? this.place(ref.part, ref.at ?? "") : this.label(ref);
  }

  /** The choices of a series, in order, with their words and tones. @param {Series} series @returns {Step[]} */
  steps({ part, field }) {
    const { choices = [] } = this.evaluation.field(part, field) ?? {};
    const found = this.root.querySelectorAll(`[data-value="${part}.${field}"] [data-choice]`);
    const tones = new Map([...found].map((one) => [one.dataset.choice, one]));
    return choices.map((key) => ({
      key,
      words: wordsAt(tones.get(key) ?? this.option({ part, field, list: true, at: null }, key)),
      tone: /vm-tone--(\w+)/.exec(tones.get(key)?.className ?? "")?.[1],
    }));
  }
}

/** The rows or periods in use of a part, each with the value of every series. @type {(part: string, refs: Series[], source: Source) => Found[]} */
const along = (name, refs, source) => {
  const { evaluation } = source;
  const part = evaluation.parts.get(name);
  const used = evaluation.places(name).filter((at) => part && evaluation.inUse(part, at));
  return used.map((at) => ({
    label: () => source.place(name, at),
    values: refs.map((ref) => source.one(ref, ref.list ? at : ref.at)),
    refs,
  }));
};

/** The points of series: along rows or periods, all at one place, or each value for itself. @type {(numbered: boolean, refs: Series[], source: Source) => Found[]} */
const pointsOf = (numbered, refs, source) => {
  const listed = refs.find(({ list }) => list);
  if (listed) return along(listed.part, refs, source);
  if (numbered)
    return [{ label: () => ({ text: "" }), values: refs.map((ref) => source.one(ref)), refs }];
  return refs.map((ref) => ({
    label: () => source.name(ref),
    values: [source.one(ref)],
    refs: [ref],
  }));
};

/** @type {(found: Found) => boolean} */
const isFilled = ({ values }) =>
  values.some((value) => value !== null && typeof value !== "object");

/** How much of each number is left of the one before, in percent; empty where that is none. @type {(points: Found[]) => string[]} */
const ratesOf = (points) =>
  points.map(({ values: [value] }, n) => {
    const before = points[n - 1]?.values[0];
    if (typeof value !== "number" || typeof before !== "number" || before <= 0) return "";
    return number(value / before, { style: "percent", maximumFractionDigits: 1 });
  });

/** The day on which days are looked at. @type {(field: Shape | undefined, source: Source) => Today | undefined} */
const todayOf = (field, { evaluation: { today }, root: { words } }) =>
  field && fieldKind(field.type).holds === "day" && typeof today === "number"
    ? { value: today, text: `${words.today} – ${brief(today, field, words)}` }
    : undefined;

/** Return what a chart is drawn from. @type {(chart: Chart, source: Source, width: number) => Drawing} */
export const drawingOf = (chart, source, width) => {
  const { series, zones, ends, steps: values, outlines } = chart;
  const { numbered, stepped } = chartKind(chart.kind);
  const refs = series.map(parse);
  const found = pointsOf(numbered, refs, source).filter(isFilled);
  const steps = refs.map((ref) => source.steps(ref));
  const named = numbered || refs.some(({ list }) => list);
  const [field] = refs.map((ref) => source.field(ref));
  return {
    points: found.slice(0, MOST).map((point) => ({
      label: point.label(),
      values: point.values,
      steps: steps[refs.indexOf(point.refs[0])],
      tones: point.values.map((value, n) => {
        const choices = steps[refs.indexOf(point.refs[n])];
        return choices.find(({ key }) => key === value)?.tone;
      }),
      shown: point.values.map((value, n) => source.shown(point.refs[n], value)),
    })),
    all: found.length,
    names: named ? refs.map((ref) => source.label(ref)) : [{ text: "" }],
    zones,
    ends,
    outlines,
    fields: refs.map((ref) => source.field(ref)),
    steps: source.steps((values.length && source.by) || refs[0]),
    values,
    rates: stepped ? ratesOf(found) : [],
    today: todayOf(field, source),
    rtl: document.dir === "rtl",
    width,
    say: (value) => brief(value, field, source.root.words),
    short: (value) => limit(value, field),
  };
};

/** A limit on a scale: no decimals that say nothing. @type {(value: number, field: Shape) => string} */
const limit = (value, field) => number(value, { ...form(field.type), maximumFractionDigits: 2 });
