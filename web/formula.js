// The values of a tool in the browser: the same language, the same results as macros/formula (its docstring is the rule).
// Pure: give it the JSON of a tool, answers by flat key and today's date; it gives values and fired checks.

import { Run } from "./formula/run.js";
import { Problem, days, read } from "./formula/values.js";

export { Problem, days, rounded, shownDate } from "./formula/values.js";

const SOURCE = "fr"; // the language in which the data write numbers as texts
const PLACE = /^r\d+$/;

/**
 * A formula in which the columns that are named after the own row are those of this row.
 * @type {(node: Formula, at: string | null) => Formula}
 */
const here = (node, at) => {
  if (!Array.isArray(node)) return node;
  if (node[0] !== "ref") return /** @type {Formula} */ (node.map((inner) => here(inner, at)));
  const [name, part, field, ...more] = /** @type {Reference} */ (node);
  return /** @type {Formula} */ ([name, part, field.replace("@", at ?? ""), ...more]);
};

/** All values of a tool for answers by flat key, computed when asked for; texts are numbers as a language writes them. */
export class Evaluation {
  /** @param {Tool} tool @param {Answers} answers @param {string | number | null} today a day, or its number */
  constructor(tool, answers, today, language = SOURCE) {
    this.language = language;
    this.tool = tool;
    this.answers = { ...tool.start, ...answers };
    this.today = typeof today === "string" ? days(today) : today;
    this.parts = new Map(tool.parts.map((part) => [part.key, part]));
    /** @type {Map<string, Reckoned>} */
    this.known = new Map();
    /** @type {Map<string, Reckoned[]>} */
    this.columns = new Map();
    /** @type {Fired[] | undefined} */
    this.alerts = undefined;
    this.waiting = new Set();
    this.rows = new Map(tool.parts.map((part) => [part.key, this.inOrder(part)]));
  }

  /** @param {ToolPart} part */
  inOrder(part) {
    if (part.along !== "rows") return [...part.rows, ...part.periods];
    const head = `${this.tool.id}.${part.key}.`;
    const named = new Set();
    for (const key of Object.keys(this.answers))
      if (key.startsWith(head)) named.add(key.slice(head.length).split("#")[0]);
    for (const row of part.rows) named.delete(row);
    const places = Array.from({ length: part.free || 0 }, (_, n) => `r${n + 1}`);
    // Named rows stand in the order in which they are given; numbered places, of examples, in that of their numbers.
    const numbered = [...named].every((row) => PLACE.test(row));
    return [...part.rows, ...new Set(numbered ? [...places, ...named] : [...named, ...places])];
  }

  /** The flat key of an answer. @param {string} part @param {string} name @param {string | null} [at] */
  key(part, name, at) {
    if (at === null || at === undefined) return `${this.tool.id}.${part}#${name}`;
    const [first, last] = this.parts.get(part)?.along === "periods" ? [name, at] : [at, name];
    return `${this.tool.id}.${part}.${first}#${last}`;
  }

  /** The rows or periods of a part; none for a form. @param {string} part */
  places(part) {
    return this.rows.get(part) || [];
  }

  /**
   * The row or period that a formula names: "r2" of a table of free rows is the second, whatever id people's row has.
   * @param {string} part @param {string} at
   */
  place(part, at) {
    const row = this.parts.get(part)?.free ? this.places(part)[Number(at.slice(1)) - 1] : at;
    return row ?? at;
  }

  /** @param {string} part @param {string} name @returns {ToolField | undefined} */
  field(part, name) {
    const fields = part === "result" ? this.tool.results : this.parts.get(part)?.fields;
    return fields?.find((field) => field.key === name);
  }

  /**
   * One value, entered or computed; results stand in the part "result".
   * @param {string} part @param {string} name @param {string | null} at @returns {Reckoned}
   */
  one(part, name, at = null) {
    const address = `${part} ${name} ${at ?? ""}`;
    const known = this.known.get(address);
    if (known !== undefined) return known;
    if (this.waiting.has(address)) return new Problem("circle");
    this.waiting.add(address);
    const value = this.reckoned(part, name, at);
    this.known.set(address, value);
    this.waiting.delete(address);
    return value;
  }

  /** What is known so far of a column, by the place of the row: Run fills it. @param {string} part @param {string} name */
  column(part, name) {
    const key = `${part} ${name}`;
    if (!this.columns.has(key)) this.columns.set(key, []);
    return /** @type {Reckoned[]} */ (this.columns.get(key));
  }

  /** @param {string} part @param {string} name @param {string | null} at */
  reckoned(part, name, at) {
    const field = this.field(part, name);
    if (!field) return null;
    if (field.value === undefined)
      return read(field, this.given(field, this.key(part, name, at)), this.language);
    const own = this.parts.get(part); // results have none
    if (own && at !== null && !this.inUse(own, at)) return null;
    return new Run(this, part, at).soft(field.own ? here(field.value, at) : field.value);
  }

  /**
   * What was entered under a key; ticks among several choices stand under a key each, "<key>.<choice>".
   * @param {ToolField} field @param {string} key @returns {Answer}
   */
  given(field, key) {
    const whole = this.answers[key];
    if (field.holds !== "choices" || Array.isArray(whole)) return whole;
    return field.choices?.filter((choice) => this.answers[`${key}.${choice}`] === true);
  }

  /** @param {ToolPart} part @param {string} at */
  inUse(part, at) {
    if (part.along !== "rows" || part.rows.includes(at)) return true;
    return part.fields.some(
      (field) =>
        field.value === undefined &&
        field.holds !== "tick" &&
        field.default === undefined &&
        this.one(part.key, field.key, at) !== null,
    );
  }

  /** The results by key. */
  results() {
    return Object.fromEntries(
      this.tool.results.map((field) => [field.key, this.one("result", field.key)]),
    );
  }

  /** The checks that have something to point out: [{key, severity, at}]. @returns {Fired[]} */
  fired() {
    this.alerts ??= this.seen();
    return this.alerts;
  }

  seen() {
    /** @type {Fired[]} */
    const fired = [];
    for (const check of this.tool.checks) {
      for (const at of check.part ? this.places(check.part) : [null]) {
        const when = check.own ? here(check.when, at) : check.when;
        const value = new Run(this, check.part || "result", at).soft(when);
        if (value === true) fired.push({ key: check.key, severity: check.severity, at });
      }
    }
    return fired;
  }
}
