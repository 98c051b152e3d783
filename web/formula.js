// The values of a tool in the browser: the same language, the same results as macros/formula (its docstring is the rule).
// Pure: give it the JSON of a tool, answers by flat key and today's date; it gives values and fired checks.

const DAY = 86400000
const DAY_ZERO = Date.UTC(1899, 11, 30)
const NUMERIC = new Set(["num", "money", "pct", "date"])

/** A named error: "not-a-number", "too-large" or "circle". */
export class Problem {
  constructor(name) {
    this.name = name
  }
}

class Stop {
  constructor(value) {
    this.value = value
  }
}

const NOT_A_NUMBER = new Problem("not-a-number")
const TOO_LARGE = new Problem("too-large")

/** Days since 1899-12-30 of a day written YYYY-MM-DD, or null. */
export function days(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return null
  const time = Date.UTC(+match[1], match[2] - 1, +match[3])
  return new Date(time).toISOString().slice(0, 10) === text ? Math.round((time - DAY_ZERO) / DAY) : null
}

/** YYYY-MM-DD of days since 1899-12-30. */
export function shownDate(count) {
  return new Date(DAY_ZERO + Math.trunc(count) * DAY).toISOString().slice(0, 10)
}

/** What formulas see of an input: number, true or false, choice, choices, text, null or Problem. */
export function read(field, raw) {
  if (field.type === "bool") return raw === true || raw === "true" || raw === "☑"
  if (field.type === "multi") {
    const given = Array.isArray(raw) ? raw : []
    const kept = (field.choices || []).filter((choice) => given.includes(choice))
    return kept.length ? kept : null
  }
  if (raw === null || raw === undefined || (typeof raw === "string" && !raw.trim())) return null
  if (NUMERIC.has(field.type)) return readNumber(field, raw)
  return typeof raw === "string" && (field.type !== "choice" || field.choices.includes(raw)) ? raw.trim() : null
}

function readNumber(field, raw) {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : NOT_A_NUMBER
  let text = String(raw).replace(/\s+/g, "")
  if (field.type === "date") return days(text) ?? NOT_A_NUMBER
  const share = field.type === "pct" && text.endsWith("%")
  if (share) text = text.slice(0, -1)
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return NOT_A_NUMBER
  return Number(text.replace(",", ".")) / (share ? 100 : 1)
}

function compare(sign, a, b) {
  if (typeof a === "string" || typeof b === "string") {
    return (String(a).toLowerCase() === String(b).toLowerCase()) === (sign === "=")
  }
  if (Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))) return sign === "=" || sign === "<=" || sign === ">="
  return sign === "<>" || (a < b ? sign === "<" || sign === "<=" : sign === ">" || sign === ">=")
}

function shifted(x, places) {
  const [digits, exponent] = String(x).split("e")
  return Number(`${digits}e${Number(exponent || 0) + places}`)
}

/** Round half away from zero, in decimal, as people do. */
export function rounded(x, decimals = 0) {
  const size = Math.round(shifted(Math.abs(Number(x.toPrecision(15))), decimals))
  return Math.sign(x) * shifted(size, -decimals)
}

/** All values of a tool for answers by flat key, computed when asked for. */
export class Evaluation {
  constructor(tool, answers, today) {
    this.tool = tool
    this.answers = { ...tool.start, ...answers }
    this.today = typeof today === "string" ? days(today) : today
    this.parts = new Map(tool.parts.map((part) => [part.key, part]))
    this.known = new Map()
    this.waiting = new Set()
    this.rows = new Map(tool.parts.map((part) => [part.key, this.inOrder(part)]))
  }

  inOrder(part) {
    const free = Array.from({ length: part.free || 0 }, (_, n) => `r${n + 1}`)
    const rows = [...part.rows, ...free, ...part.periods]
    if (part.kind !== "table") return rows
    const head = `${this.tool.id}.${part.key}.`
    for (const key of Object.keys(this.answers)) {
      if (!key.startsWith(head)) continue
      const row = key.slice(head.length).split("#")[0]
      if (!rows.includes(row)) rows.push(row)
    }
    return rows
  }

  /** The flat key of an answer. */
  key(part, name, at) {
    if (at === null || at === undefined) return `${this.tool.id}.${part}#${name}`
    const [first, last] = this.parts.get(part).kind === "matrix" ? [name, at] : [at, name]
    return `${this.tool.id}.${part}.${first}#${last}`
  }

  /** The rows or periods of a part; none for a form. */
  places(part) {
    return this.rows.get(part) || []
  }

  field(part, name) {
    const fields = part === "result" ? this.tool.results : this.parts.get(part).fields
    return fields.find((field) => field.key === name)
  }

  /** One value, entered or computed; results stand in the part "result". */
  one(part, name, at = null) {
    const address = JSON.stringify([part, name, at])
    if (!this.known.has(address)) {
      if (this.waiting.has(address)) return new Problem("circle")
      this.waiting.add(address)
      this.known.set(address, this.found(part, name, at))
      this.waiting.delete(address)
    }
    return this.known.get(address)
  }

  found(part, name, at) {
    const field = this.field(part, name)
    if (!field) return null
    if (field.value === undefined) return read(field, this.given(field, this.key(part, name, at)))
    if (part !== "result" && at !== null && !this.inUse(this.parts.get(part), at)) return null
    return new Run(this, part, at).soft(field.value)
  }

  /** What was entered under a key; ticks among several choices stand under a key each, "<key>.<choice>". */
  given(field, key) {
    const whole = this.answers[key]
    if (field.type !== "multi" || Array.isArray(whole)) return whole
    return field.choices.filter((choice) => this.answers[`${key}.${choice}`] === true)
  }

  inUse(part, at) {
    if (part.kind !== "table" || part.rows.includes(at)) return true
    return part.fields.some(
      (field) =>
        field.value === undefined &&
        field.type !== "bool" &&
        field.default === undefined &&
        this.one(part.key, field.key, at) !== null,
    )
  }

  /** The results by key. */
  results() {
    return Object.fromEntries(this.tool.results.map((field) => [field.key, this.one("result", field.key)]))
  }

  /** The checks that have something to point out: [{key, severity, at}]. */
  fired() {
    const found = []
    for (const check of this.tool.checks) {
      for (const at of check.part ? this.places(check.part) : [null]) {
        const value = new Run(this, check.part || "result", at).soft(check.when)
        if (value === true) found.push({ key: check.key, severity: check.severity, at })
      }
    }
    return found
  }
}

const isList = (node) => Array.isArray(node) && node[0] === "ref" && node[3] === "*"

// The lists that a condition goes through row by row; not those inside its other values.
const lists = (condition) => (condition[0] === "ref" ? [condition] : condition.slice(1)).filter(isList)

class Run {
  constructor(cells, part, at) {
    this.cells = cells
    this.part = part
    this.at = at
    this.index = 0
  }

  soft(node) {
    try {
      return this.hard(node)
    } catch (stop) {
      if (stop instanceof Stop) return stop.value
      throw stop
    }
  }

  hard(node) {
    const value = this.raw(node)
    if (value === null || value === undefined || value instanceof Problem) throw new Stop(value ?? null)
    return value
  }

  raw(node) {
    if (!Array.isArray(node)) return node
    const [name, ...args] = node
    if (name === "today") return this.cells.today
    if (name === ":") return args[0]
    if (name === "ref") {
      const [part, field, at] = args
      return this.cells.one(part, field, at ?? (this.cells.places(part).length ? this.at : null))
    }
    if (COMPARISONS.has(name)) {
      const left = this.hard(args[0])
      return compare(name, left, this.hard(args[1]))
    }
    const value = FUNCTIONS[name](this, ...args)
    if (typeof value === "number" && !Number.isFinite(value)) throw new Stop(TOO_LARGE)
    return value
  }

  whole(node) {
    return this.cells.places(node[1]).map((at) => this.cells.one(node[1], node[2], at))
  }

  listed(node) {
    const found = isList(node) ? this.whole(node) : [this.soft(node)]
    for (const value of found) if (value instanceof Problem) throw new Stop(value)
    return found
  }

  numbers(...nodes) {
    return nodes.flatMap((node) => this.listed(node)).filter((value) => value !== null)
  }

  matching(nodes) {
    for (const list of nodes.flatMap(lists)) if (list[4] === "number") this.listed(list)
    for (const [name, ...args] of nodes) {
      if (COMPARISONS.has(name)) for (const arg of args) if (!isList(arg)) this.hard(arg)
    }
    const count = this.cells.places(nodes.flatMap(lists)[0][1]).length
    return Array.from({ length: count }, (_, n) => n).filter((n) => nodes.every((node) => this.holds(node, n)))
  }

  item(node, n) {
    if (!isList(node)) return this.hard(node)
    return this.cells.one(node[1], node[2], this.cells.places(node[1])[n])
  }

  holds(node, n) {
    const [name, ...args] = node
    if (name === "ref") return this.item(node, n) === true
    if (name === "filled" || name === "blank") return (this.item(args[0], n) !== null) === (name === "filled")
    const [a, b] = args.map((arg) => this.item(arg, n))
    return ![a, b].some((value) => value === null || value instanceof Problem) && compare(name, a, b)
  }

  chosen(node, conditions) {
    const values = this.listed(node)
    return this.matching(conditions)
      .map((n) => values[n])
      .filter((value) => value !== null)
  }

  beside(ref, other, step) {
    const places = this.cells.places(ref[1])
    const n = places.indexOf(this.at) + step
    if (n >= 0 && n < places.length) return this.cells.one(ref[1], ref[2], places[n])
    return other === undefined ? null : this.hard(other)
  }
}

const COMPARISONS = new Set(["=", "<>", "<", "<=", ">", ">="])
const total = (found) => found.reduce((sum, value) => sum + value, 0)
const orNull = (found, value) => (found.length ? value(found) : null)
const least = (found) => found.reduce((a, b) => Math.min(a, b))
const greatest = (found) => found.reduce((a, b) => Math.max(a, b))
const every = (run, nodes) => (nodes.length === 1 ? run.numbers(nodes[0]) : nodes.map((node) => run.hard(node)))
const isBlank = (run, node) => run.soft(node) === null

function ordered(run, node, n, sign) {
  const found = run.numbers(node).sort((a, b) => sign * (a - b))
  const k = Math.trunc(run.hard(n))
  return k >= 1 && k <= found.length ? found[k - 1] : null
}

function calendar(run, node, part) {
  const count = run.hard(node)
  return count >= 61 && count < 2958466 ? Number(shownDate(count).split("-")[part]) : null
}

function divide(x, y) {
  return y === 0 ? null : x / y
}

const FUNCTIONS = {
  "+": (run, a, b) => run.hard(a) + run.hard(b),
  "-": (run, a, b) => run.hard(a) - run.hard(b),
  "*": (run, a, b) => run.hard(a) * run.hard(b),
  "/": (run, a, b) => divide(run.hard(a), run.hard(b)),
  neg: (run, a) => -run.hard(a),
  abs: (run, a) => Math.abs(run.hard(a)),
  round: (run, a, n) => {
    const x = run.hard(a)
    return rounded(x, n === undefined ? 0 : Math.trunc(run.hard(n)))
  },
  ceil: (run, a) => Math.ceil(rounded(run.hard(a), 9)),
  floor: (run, a) => Math.floor(rounded(run.hard(a), 9)),
  sqrt: (run, a) => {
    const x = run.hard(a)
    return x >= 0 ? Math.sqrt(x) : null
  },
  year: (run, a) => calendar(run, a, 0),
  month: (run, a) => calendar(run, a, 1),
  sum: (run, ...nodes) => orNull(run.numbers(...nodes), total),
  mean: (run, ...nodes) => orNull(run.numbers(...nodes), (found) => total(found) / found.length),
  median: (run, node) =>
    orNull(
      run.numbers(node).sort((a, b) => a - b),
      (found) => {
        const half = found.length >> 1
        return found.length % 2 ? found[half] : (found[half - 1] + found[half]) / 2
      },
    ),
  min: (run, ...nodes) => orNull(every(run, nodes), least),
  max: (run, ...nodes) => orNull(every(run, nodes), greatest),
  count: (run, ...nodes) =>
    total(
      nodes
        .flatMap((node) => run.listed(node))
        .map((value) => (Array.isArray(value) ? value.length : Number(value !== null && value !== false))),
    ),
  largest: (run, node, n) => ordered(run, node, n, -1),
  smallest: (run, node, n) => ordered(run, node, n, 1),
  rank: (run, a, node) => {
    const x = run.hard(a)
    return 1 + run.numbers(node).filter((value) => compare(">", value, x)).length
  },
  sumproduct: (run, ...nodes) => {
    const columns = nodes.map((node) => run.listed(node))
    const rows = columns[0].map((_, n) => columns.map((column) => column[n])).filter((row) => !row.includes(null))
    return orNull(rows, (found) => total(found.map((row) => row.reduce((a, b) => a * b, 1))))
  },
  most_frequent: (run, node, choices) => {
    const found = run.listed(node)
    let best = null
    let most = 0
    for (const [choice] of choices) {
      const count = found.filter((value) => value === choice).length
      if (count > most) [best, most] = [choice, count]
    }
    return best
  },
  count_if: (run, ...nodes) => run.matching(nodes).length,
  share_if: (run, ...nodes) => {
    const hits = run.matching(nodes).length
    const columns = nodes
      .flatMap(lists)
      .filter((list) => list[4] !== "bool")
      .map((list) => run.whole(list))
    return divide(hits, columns[0].filter((_, n) => columns.every((column) => column[n] !== null)).length)
  },
  sum_if: (run, node, ...nodes) => orNull(run.chosen(node, nodes), total),
  mean_if: (run, node, ...nodes) => orNull(run.chosen(node, nodes), (found) => total(found) / found.length),
  and: (run, a, b) => run.hard(a) && run.hard(b),
  or: (run, a, b) => run.hard(a) || run.hard(b),
  not: (run, a) => !run.hard(a),
  if: (run, condition, yes, no) => run.hard(run.hard(condition) ? yes : no),
  band: (run, a, ...rest) => {
    const x = run.hard(a)
    for (let n = 0; n + 1 < rest.length; n += 2) if (compare("<", x, run.hard(rest[n + 1]))) return run.hard(rest[n])
    return run.hard(rest.at(-1))
  },
  blank: isBlank,
  filled: (run, a) => !isBlank(run, a),
  default: (run, a, otherwise) => run.soft(a) ?? run.hard(otherwise),
  count_true: (run, ...nodes) => nodes.flatMap((node) => run.listed(node)).filter((value) => value === true).length,
  value: (run, ref, choices) => choices.find(([key]) => key === run.hard(ref))?.[1] ?? null,
  has: (run, ref, choice) => (run.soft(ref) || []).includes(choice[1]),
  words: (run, a) => String(run.hard(a)).split(/\s+/).filter(Boolean).length,
  previous: (run, ref, first) => run.beside(ref, first, -1),
  next: (run, ref, last) => run.beside(ref, last, 1),
  cumulative: (run, ref) => {
    const places = run.cells.places(ref[1])
    const values = places.slice(0, places.indexOf(run.at) + 1).map((at) => run.cells.one(ref[1], ref[2], at))
    const problem = values.find((value) => value instanceof Problem)
    if (problem) throw new Stop(problem)
    return orNull(
      values.filter((value) => value !== null),
      total,
    )
  },
  position: (run) => run.cells.places(run.part).indexOf(run.at) + 1,
  group: (run, ...starts) => starts.filter((start) => start <= FUNCTIONS.position(run)).length,
}
