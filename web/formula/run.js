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

  /** @param {Reference} list */
  whole(list) {
    return this.cells.places(list[1]).map((at) => this.cells.one(list[1], list[2], at));
  }

  /** @param {Formula} node @returns {Reckoned[]} */
  listed(node) {
    const found = isList(node) ? this.whole(node) : [this.soft(node)];
    for (const value of found) if (value instanceof Problem) throw new Stop(value);
    return found;
  }

  /** @param {Formula[]} nodes @returns {number[]} */
  numbers(...nodes) {
    const found = nodes.flatMap((node) => this.listed(node));
    return /** @type {number[]} */ (found.filter((value) => value !== null));
  }

  /** @param {Formula[]} nodes */
  matching(nodes) {
    for (const list of nodes.flatMap(lists)) if (list[4] === "number") this.listed(list);
    for (const [name, ...args] of /** @type {[string, ...Formula[]][]} */ (nodes)) {
      if (COMPARISONS.has(name)) for (const arg of args) if (!isList(arg)) this.hard(arg);
    }
    const count = this.cells.places(nodes.flatMap(lists)[0][1]).length;
    return Array.from({ length: count }, (_, n) => n).filter((n) =>
      nodes.every((node) => this.holds(node, n)),
    );
  }

  /** @param {Formula} node @param {number} n @returns {Reckoned} */
  item(node, n) {
    if (!isList(node)) return this.hard(node);
    return this.cells.one(node[1], node[2], this.cells.places(node[1])[n]);
  }

  /** @param {Formula} node @param {number} n */
  holds(node, n) {
    const [name, ...args] = /** @type {[string, ...Formula[]]} */ (node);
    if (name === "ref") return this.item(node, n) === true;
    if (name === "filled" || name === "blank")
      return (this.item(args[0], n) !== null) === (name === "filled");
    const [a, b] = args.map((arg) => this.item(arg, n));
    return (
      ![a, b].some((value) => value === null || value instanceof Problem) && compare(name, a, b)
    );
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
