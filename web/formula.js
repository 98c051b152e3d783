// The values of a tool in the browser: the same language, the same results as macros/formula (its docstring is the rule).
// Pure: give it the JSON of a tool, answers by flat key and today's date; it gives values and fired checks.

import { COMPARISONS, FUNCTIONS, isList, lists } from "./formula/functions.js";
import { Problem, Stop, TOO_LARGE, compare, days, read } from "./formula/values.js";

export { Problem, days, rounded, shownDate } from "./formula/values.js";

const SOURCE = "fr"; // the language in which the data write numbers as texts
const PLACE = /^r\d+$/;

/** All values of a tool for answers by flat key, computed when asked for; texts are numbers as a language writes them. */
export class Evaluation {
  constructor(tool, answers, today, language = SOURCE) {
    this.language = language;
    this.tool = tool;
    this.answers = { ...tool.start, ...answers };
    this.today = typeof today === "string" ? days(today) : today;
    this.parts = new Map(tool.parts.map((part) => [part.key, part]));
    this.known = new Map();
    this.waiting = new Set();
    this.rows = new Map(tool.parts.map((part) => [part.key, this.inOrder(part)]));
  }

  inOrder(part) {
    if (part.along !== "rows") return [...part.rows, ...part.periods];
    const head = `${this.tool.id}.${part.key}.`;
    const found = new Set();
    for (const key of Object.keys(this.answers))
      if (key.startsWith(head)) found.add(key.slice(head.length).split("#")[0]);
    for (const row of part.rows) found.delete(row);
    const places = Array.from({ length: part.free || 0 }, (_, n) => `r${n + 1}`);
    // Named rows stand in the order in which they are given; numbered places, of examples, in that of their numbers.
    const numbered = [...found].every((row) => PLACE.test(row));
    return [...part.rows, ...new Set(numbered ? [...places, ...found] : [...found, ...places])];
  }

  /** The flat key of an answer. */
  key(part, name, at) {
    if (at === null || at === undefined) return `${this.tool.id}.${part}#${name}`;
    const [first, last] = this.parts.get(part).along === "periods" ? [name, at] : [at, name];
    return `${this.tool.id}.${part}.${first}#${last}`;
  }

  /** The rows or periods of a part; none for a form. */
  places(part) {
    return this.rows.get(part) || [];
  }

  field(part, name) {
    const fields = part === "result" ? this.tool.results : this.parts.get(part).fields;
    return fields.find((field) => field.key === name);
  }

  /** One value, entered or computed; results stand in the part "result". */
  one(part, name, at = null) {
    const address = `${part} ${name} ${at ?? ""}`;
    if (!this.known.has(address)) {
      if (this.waiting.has(address)) return new Problem("circle");
      this.waiting.add(address);
      this.known.set(address, this.found(part, name, at));
      this.waiting.delete(address);
    }
    return this.known.get(address);
  }

  found(part, name, at) {
    const field = this.field(part, name);
    if (!field) return null;
    if (field.value === undefined)
      return read(field, this.given(field, this.key(part, name, at)), this.language);
    if (part !== "result" && at !== null && !this.inUse(this.parts.get(part), at)) return null;
    return new Run(this, part, at).soft(field.value);
  }

  /** What was entered under a key; ticks among several choices stand under a key each, "<key>.<choice>". */
  given(field, key) {
    const whole = this.answers[key];
    if (field.holds !== "choices" || Array.isArray(whole)) return whole;
    return field.choices.filter((choice) => this.answers[`${key}.${choice}`] === true);
  }

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

  /** The checks that have something to point out: [{key, severity, at}]. */
  fired() {
    const found = [];
    for (const check of this.tool.checks) {
      for (const at of check.part ? this.places(check.part) : [null]) {
        const value = new Run(this, check.part || "result", at).soft(check.when);
        if (value === true) found.push({ key: check.key, severity: check.severity, at });
      }
    }
    return found;
  }
}

class Run {
  constructor(cells, part, at) {
    this.cells = cells;
    this.part = part;
    this.at = at;
    this.index = 0;
  }

  soft(node) {
    try {
      return this.hard(node);
    } catch (stop) {
      if (stop instanceof Stop) return stop.value;
      throw stop;
    }
  }

  hard(node) {
    const value = this.raw(node);
    if (value === null || value === undefined || value instanceof Problem)
      throw new Stop(value ?? null);
    return value;
  }

  raw(node) {
    if (!Array.isArray(node)) return node;
    const [name, ...args] = node;
    if (name === "today") return this.cells.today;
    if (name === ":") return args[0];
    if (name === "ref") {
      const [part, field, at] = args;
      return this.cells.one(part, field, at ?? (this.cells.places(part).length ? this.at : null));
    }
    if (COMPARISONS.has(name)) {
      const left = this.hard(args[0]);
      return compare(name, left, this.hard(args[1]));
    }
    const value = FUNCTIONS[name](this, ...args);
    if (typeof value === "number" && !Number.isFinite(value)) throw new Stop(TOO_LARGE);
    return value;
  }

  whole(node) {
    return this.cells.places(node[1]).map((at) => this.cells.one(node[1], node[2], at));
  }

  listed(node) {
    const found = isList(node) ? this.whole(node) : [this.soft(node)];
    for (const value of found) if (value instanceof Problem) throw new Stop(value);
    return found;
  }

  numbers(...nodes) {
    return nodes.flatMap((node) => this.listed(node)).filter((value) => value !== null);
  }

  matching(nodes) {
    for (const list of nodes.flatMap(lists)) if (list[4] === "number") this.listed(list);
    for (const [name, ...args] of nodes) {
      if (COMPARISONS.has(name)) for (const arg of args) if (!isList(arg)) this.hard(arg);
    }
    const count = this.cells.places(nodes.flatMap(lists)[0][1]).length;
    return Array.from({ length: count }, (_, n) => n).filter((n) =>
      nodes.every((node) => this.holds(node, n)),
    );
  }

  item(node, n) {
    if (!isList(node)) return this.hard(node);
    return this.cells.one(node[1], node[2], this.cells.places(node[1])[n]);
  }

  holds(node, n) {
    const [name, ...args] = node;
    if (name === "ref") return this.item(node, n) === true;
    if (name === "filled" || name === "blank")
      return (this.item(args[0], n) !== null) === (name === "filled");
    const [a, b] = args.map((arg) => this.item(arg, n));
    return (
      ![a, b].some((value) => value === null || value instanceof Problem) && compare(name, a, b)
    );
  }

  chosen(node, conditions) {
    const values = this.listed(node);
    return this.matching(conditions)
      .map((n) => values[n])
      .filter((value) => value !== null);
  }

  beside(ref, other, step) {
    const places = this.cells.places(ref[1]);
    const n = places.indexOf(this.at) + step;
    if (n >= 0 && n < places.length) return this.cells.one(ref[1], ref[2], places[n]);
    return other === undefined ? null : this.hard(other);
  }
}
