// The functions and operators of formulas; each takes the run that it is part of, and the nodes of its arguments.
import { Problem, Stop, compare, isMissing, rounded, shownDate } from "./values.js";

/** @param {Formula} node @returns {node is Reference} */
export const isList = (node) => Array.isArray(node) && node[0] === "ref" && node[3] === "*";

/** The lists that a condition goes through row by row; not those inside its other values. @type {(condition: Formula) => Reference[]} */
export const lists = (condition) => {
  const node = /** @type {Formula[]} */ (condition);
  return (node[0] === "ref" ? [node] : node.slice(1)).filter(isList);
};

export const COMPARISONS = new Set(["=", "<>", "<", "<=", ">", ">="]);
/** @type {(numbers: number[]) => number} */
const total = (numbers) => numbers.reduce((sum, value) => sum + value, 0);
/** @type {<One>(values: One[], value: (values: One[]) => number) => number | null} */
const orNull = (values, value) => (values.length ? value(values) : null);
/** @type {(numbers: number[]) => number} */
const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b));
/** @type {(numbers: number[]) => number} */
const greatest = (numbers) => numbers.reduce((a, b) => Math.max(a, b));
/** @type {(run: Run, nodes: Formula[]) => number[]} */
export const every = (run, nodes) =>
  nodes.length === 1 ? run.numbers(nodes[0]) : nodes.map((node) => run.hard(node));
/** @type {(run: Run, node: Formula) => boolean} */
const isBlank = (run, node) => run.soft(node) === null;

/** What follows from the one row that was found; blank where there is none, or several. @type {(rows: number[], value: (n: number) => Reckoned) => Reckoned} */
const only = (rows, value) => (rows.length === 1 ? value(rows[0]) : null);

/** @param {Run} run @param {Formula} node @param {Formula} n @param {1 | -1} sign */
function ordered(run, node, n, sign) {
  const values = run.numbers(node).sort((a, b) => sign * (a - b));
  const k = Math.trunc(run.hard(n));
  return k >= 1 && k <= values.length ? values[k - 1] : null;
}

/** @param {Run} run @param {Formula} node @param {number} part */
function calendar(run, node, part) {
  const count = run.hard(node);
  return count >= 61 && count < 2958466 ? Number(shownDate(count)?.split("-")[part]) : null;
}

/** @param {number} x @param {number} y */
function divide(x, y) {
  return y === 0 ? null : x / y;
}

/** The number of a row or period among its own. @type {(run: Run) => number} */
const position = (run) => run.cells.places(run.part).indexOf(run.at) + 1;

/** The sum of values, blank without numbers. @type {FormulaFunction} */
const sum = (run, ...nodes) => orNull(run.numbers(...nodes), total);

/** @type {Record<string, FormulaFunction>} */
export const FUNCTIONS = {
  "+": (run, a, b) => run.both(a, b, (x, y) => x + y),
  "-": (run, a, b) => run.both(a, b, (x, y) => x - y),
  "*": (run, a, b) => run.both(a, b, (x, y) => x * y),
  "/": (run, a, b) => run.both(a, b, divide),
  neg: (run, a) => -run.hard(a),
  abs: (run, a) => Math.abs(run.hard(a)),
  round: (run, a, n) => {
    const x = run.hard(a);
    return rounded(x, n === undefined ? 0 : Math.trunc(run.hard(n)));
  },
  ceil: (run, a) => Math.ceil(rounded(run.hard(a), 9)),
  floor: (run, a) => Math.floor(rounded(run.hard(a), 9)),
  sqrt: (run, a) => {
    const x = run.hard(a);
    return x >= 0 ? Math.sqrt(x) : null;
  },
  year: (run, a) => calendar(run, a, 0),
  month: (run, a) => calendar(run, a, 1),
  sum,
  sum_from: sum,
  mean: (run, ...nodes) => orNull(run.numbers(...nodes), (values) => total(values) / values.length),
  median: (run, node) =>
    orNull(
      run.numbers(node).sort((a, b) => a - b),
      (values) => {
        const half = values.length >> 1;
        return values.length % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
      },
    ),
  min: (run, ...nodes) => orNull(every(run, nodes), least),
  max: (run, ...nodes) => orNull(every(run, nodes), greatest),
  count: (run, ...nodes) =>
    total(
      nodes
        .flatMap((node) => run.listed(node))
        .map((value) =>
          Array.isArray(value) ? value.length : Number(value !== null && value !== false),
        ),
    ),
  largest: (run, node, n) => ordered(run, node, n, -1),
  smallest: (run, node, n) => ordered(run, node, n, 1),
  rank: (run, a, node) => {
    const x = run.hard(a);
    return 1 + run.numbers(node).filter((value) => compare(">", value, x)).length;
  },
  sumproduct: (run, ...nodes) => {
    const columns = nodes.map((node) => run.listed(node));
    const rows = columns[0]
      .map((_, n) => columns.map((column) => column[n]))
      .filter((row) => !row.includes(null));
    return orNull(/** @type {number[][]} */ (rows), (whole) =>
      total(whole.map((row) => row.reduce((a, b) => a * b, 1))),
    );
  },
  most_frequent: (run, node, choices) => {
    const chosen = run.listed(node);
    let best = null;
    let most = 0;
    for (const [choice] of /** @type {[string][]} */ (choices)) {
      const count = chosen.filter((value) => value === choice).length;
      if (count > most) [best, most] = [choice, count];
    }
    return best;
  },
  count_if: (run, ...nodes) => run.matching(nodes).length,
  share_if: (run, ...nodes) => {
    const hits = run.matching(nodes).length;
    const columns = nodes
      .flatMap(lists)
      .filter((list) => list[4] !== "bool")
      .map((list) => run.whole(list));
    return divide(
      hits,
      columns[0].filter((_, n) => columns.every((column) => column[n] !== null)).length,
    );
  },
  sum_if: (run, node, ...nodes) => orNull(run.chosen(node, nodes), total),
  mean_if: (run, node, ...nodes) =>
    orNull(run.chosen(node, nodes), (values) => total(values) / values.length),
  place_if: (run, ...nodes) => only(run.matching(nodes), (n) => n + 1),
  pick: (run, node, ...nodes) => {
    const values = run.listed(node);
    return only(run.matching(nodes), (n) => values[n]);
  },
  and: (run, a, b) => run.hard(a) && run.hard(b),
  or: (run, a, b) => run.hard(a) || run.hard(b),
  not: (run, a) => !run.hard(a),
  if: (run, condition, yes, no) => {
    const holds = run.soft(condition);
    return isMissing(holds) ? holds : run.soft(holds ? yes : no);
  },
  band: (run, a, ...rest) => {
    const x = run.hard(a);
    for (let n = 0; n + 1 < rest.length; n += 2)
      if (compare("<", x, run.hard(rest[n + 1]))) return run.hard(rest[n]);
    return run.hard(rest.at(-1));
  },
  blank: isBlank,
  filled: (run, a) => !isBlank(run, a),
  default: (run, a, otherwise) => run.soft(a) ?? run.soft(otherwise),
  count_true: (run, ...nodes) =>
    nodes.flatMap((node) => run.listed(node)).filter((value) => value === true).length,
  value: (run, ref, choices) =>
    /** @type {[key: Plain, value: number][]} */ (choices).find(
      ([key]) => key === run.hard(ref),
    )?.[1] ?? null,
  has: (run, ref, choice) =>
    /** @type {string[]} */ (run.soft(ref) || []).includes(/** @type {string[]} */ (choice)[1]),
  words: (run, a) =>
    String(run.hard(a))
      .split(/[ \n]+/)
      .filter(Boolean).length,
  previous: (run, ref, first) => run.beside(/** @type {Reference} */ (ref), first, -1),
  next: (run, ref, last) => run.beside(/** @type {Reference} */ (ref), last, 1),
  cumulative: (run, ref) => {
    const [, part, field] = /** @type {Reference} */ (ref);
    const places = run.cells.places(part);
    const values = places
      .slice(0, places.indexOf(run.at) + 1)
      .map((at) => run.cells.one(part, field, at));
    const problem = values.find((value) => value instanceof Problem);
    if (problem) throw new Stop(problem);
    const known = values.filter((value) => value !== null);
    return orNull(/** @type {number[]} */ (known), total);
  },
  position,
  title: (run, ...titles) => /** @type {string[]} */ (titles)[position(run) - 1],
  group: (run, ...starts) => starts.filter((start) => Number(start) <= position(run)).length,
};
