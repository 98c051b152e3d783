// One formula at one place: its tree, worked off.
import { COMPARISONS, FUNCTIONS, isList, lists } from "./functions.js";
import { Problem, Stop, TOO_LARGE, compare, isMissing } from "./values.js";

/** The work on a formula of a part, in one of its rows or periods. */
export class Run {
  /** @param {Evaluation} cells @param {string} part @param {string | null} at */
  constructor(cells, part, at) {
    this.cells = cells;
    this.part = part;
    this.at = at;
    this.index = 0;
  }

  /** @param {Formula} node @returns {Reckoned} */
  soft(node) {
    try {
      return this.raw(node) ?? null; // what is thrown takes long, and most of a large plan is blank
    } catch (stop) {
      if (stop instanceof Stop) return stop.value;
      throw stop;
    }
  }

  /** @template {Plain | string[]} [Value=number] @param {Formula} node @returns {Value} */
  hard(node) {
    const value = this.raw(node);
    if (value === null || value === undefined || value instanceof Problem)
      throw new Stop(value ?? null);
    return /** @type {Value} */ (value);
  }

  /** @param {Formula} node @returns {Reckoned | undefined} */
  raw(node) {
    if (!Array.isArray(node)) return node;
    const [name, ...args] = /** @type {[string, ...Formula[]]} */ (node);
    if (name === "today") return this.cells.today;
    if (name === ":") return /** @type {string} */ (args[0]);
    if (name === "ref") {
      const [part, field, at] = /** @type {[part: string, field: string, at?: string]} */ (args);
      const own = this.cells.places(part).length ? this.at : null;
      return this.cells.one(part, field, at ? this.cells.place(part, at) : own);
    }
    if (COMPARISONS.has(name)) {
      return this.both(args[0], args[1], (a, b) => compare(name, a, b));
    }
    const value = FUNCTIONS[name](this, ...args);
    if (typeof value === "number" && !Number.isFinite(value)) throw new Stop(TOO_LARGE);
    return value;
  }

  /**
   * What follows from two values; where one is missing, that it is.
   * @param {Formula} a @param {Formula} b @param {(a: any, b: any) => Reckoned} follows
   */
  both(a, b, follows) {
    const left = this.soft(a);
    if (isMissing(left)) return left;
    const right = this.soft(b);
    return isMissing(right) ? right : follows(left, right);
  }

  /**
   * A value of a list by its place in it. Formulas in rows go through the same lists again and again.
   * @type {(list: Reference) => (n: number) => Reckoned}
   */
  values([, part, field]) {
    const [column, places] = [this.cells.column(part, field), this.cells.places(part)];
    return (n) => {
      const known = column[n];
      if (known !== undefined) return known;
      const value = this.cells.one(part, field, places[n]);
      if (!(value instanceof Problem)) column[n] = value; // what is a circle from here may be none from elsewhere
      return value;
    };
  }

  /** @param {Reference} list */
  whole(list) {
    const value = this.values(list);
    return this.cells.places(list[1]).map((_, n) => value(n));
  }

  /** @param {Formula} node @returns {Reckoned[]} */
  listed(node) {
    const values = isList(node) ? this.whole(node) : [this.soft(node)];
    for (const value of values) if (value instanceof Problem) throw new Stop(value);
    return values;
  }

  /** @param {Formula[]} nodes @returns {number[]} */
  numbers(...nodes) {
    const values = nodes.flatMap((node) => this.listed(node));
    return /** @type {number[]} */ (values.filter((value) => value !== null));
  }

  /** @param {Formula[]} nodes */
  matching(nodes) {
    for (const list of nodes.flatMap(lists)) if (list[4] === "number") this.listed(list);
    for (const [name, ...args] of /** @type {[string, ...Formula[]][]} */ (nodes)) {
      if (COMPARISONS.has(name)) for (const arg of args) if (!isList(arg)) this.hard(arg);
    }
    const count = this.cells.places(nodes.flatMap(lists)[0][1]).length;
    const tests = nodes.map((node) => this.test(node));
    return Array.from({ length: count }, (_, n) => n).filter((n) => tests.every((test) => test(n)));
  }

  /** What a condition compares in a row: an item of a list, or always the same. @param {Formula} node @returns {(n: number) => Reckoned} */
  items(node) {
    if (isList(node)) return this.values(/** @type {Reference} */ (node));
    /** @type {Reckoned | undefined} */
    let same;
    return () => (same ??= this.hard(node));
  }

  /** Whether a condition holds in a row. @param {Formula} node @returns {(n: number) => boolean} */
  test(node) {
    const [name, ...args] = /** @type {[string, ...Formula[]]} */ (node);
    const [a, b] = (name === "ref" ? [node] : args).map((arg) => this.items(arg));
    if (name === "ref") return (n) => a(n) === true;
    if (name === "filled" || name === "blank")
      return (n) => (a(n) !== null) === (name === "filled");
    return (n) => {
      const [left, right] = [a(n), b(n)];
      return !isMissing(left) && !isMissing(right) && compare(name, left, right);
    };
  }

  /** @param {Formula} node @param {Formula[]} conditions @returns {number[]} */
  chosen(node, conditions) {
    const values = /** @type {(number | null)[]} */ (this.listed(node));
    return this.matching(conditions)
      .map((n) => values[n])
      .filter((value) => value !== null);
  }

  /** @param {Reference} ref @param {Formula | undefined} other @param {number} step @returns {Reckoned} */
  beside(ref, other, step) {
    const places = this.cells.places(ref[1]);
    const n = places.indexOf(this.at) + step;
    if (n >= 0 && n < places.length) return this.cells.one(ref[1], ref[2], places[n]);
    return other === undefined ? null : this.hard(other);
  }
}
