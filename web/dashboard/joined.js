// Rows of tools that stand in a list for the whole cluster: next steps, risks, indicators, events. Pure.
import { numberOf, sensible } from "../days.js";
import { folded, statusOf } from "../register.js";
import { idOf, ORDER, rowsBelow } from "../work/rows.js";
import { typedOf } from "../work/values.js";

/** @typedef {Map<string, Value | undefined>} Held */

/** The table that a key stands in, « tool.part. », and its joins: under its own name, or as every tool's. @type {(key: string, content: Content) => { prefix: string, into: Join[] | undefined }} */
const tableOf = (key, { tools, joins = {} }) => {
  const [prefix, tool, part] = /^([^.#]+)\.([^.#]+)\./.exec(key) ?? [""];
  const name = [prefix.slice(0, -1), part].find((one) => Object.hasOwn(joins, one));
  return { prefix, into: name && Object.hasOwn(tools, tool) ? joins[name] : undefined };
};

/** What stands in tables that join, with the places of rows; what each joins. @type {(read: WorkRead, content: Content) => { held: Held, tables: Map<string, Join[]> }} */
const heldIn = ({ get, entries }, content) => {
  const held = new Map();
  const tables = new Map();
  for (const [key, value] of entries) {
    const { prefix, into } = tableOf(key, content);
    if (!into) continue;
    tables.set(prefix, into);
    held.set(key, value).set(`${idOf(key)}#${ORDER}`, get(`${idOf(key)}#${ORDER}`));
  }
  return { held, tables };
};

/** The rows of a table in their order, named ones first. @type {(held: Held, prefix: string, join: Join, tool: Linked) => Joined[]} */
const rowsOf = (held, prefix, join, tool) => {
  const { list, title, owner, date, note, status, done, rows = {}, only = {} } = join;
  const added = rowsBelow(held, prefix, new Set(Object.keys(rows))).map(([at]) => at);
  // a row that the tool names stands for something only once something is noted of it, or chosen
  const isNoted = (/** @type {string} */ at) =>
    !Object.hasOwn(rows, at) ||
    Object.keys(only).length > 0 ||
    [owner, date, note].some((column) => column && held.get(`${prefix}${at}#${column}`));
  const isIn = (/** @type {string} */ at) =>
    isNoted(at) &&
    !(done && held.get(`${prefix}${at}#${done}`)) &&
    Object.entries(only).every(([name, is]) => held.get(`${prefix}${at}#${name}`) === is);
  return [...Object.keys(rows), ...added].filter(isIn).map((at) => {
    const said = (/** @type {string | undefined} */ column) =>
      String((column && typedOf(held.get(`${prefix}${at}#${column}`))) ?? "").trim();
    const [label, lang] = [rows[at] ?? ""].flat();
    return {
      id: `${prefix}${at}`,
      list,
      title: said(title) || label,
      typed: Boolean(said(title)),
      lang,
      href: `${tool.href}#${prefix.slice(0, -1)}`,
      tool,
      owner: said(owner),
      date: said(date),
      note: said(note),
      given: status && said(status),
    };
  });
};

/** What two tools tell of stands once: it has the same name and day. @type {(rows: Joined[]) => Joined[]} */
const once = (rows) => {
  const seen = new Set();
  return rows.filter(({ title, date }) => {
    const before = seen.size;
    return seen.add(`${folded(title)} ${date}`).size > before;
  });
};

/** Days that are over leave a list of events. @type {(rows: Joined[], today: string) => Joined[]} */
const ahead = (rows, today) =>
  rows
    .map((row) => ({ row, day: sensible(row.date) ?? Number.MAX_SAFE_INTEGER }))
    .filter(({ day }) => day >= Number(numberOf(today)))
    .sort((a, b) => a.day - b.day)
    .map(({ row }) => row);

/** A next step of a tool as a row of the register, where who, when and how far are changed. @type {(row: Joined, today: string) => RegisterRow} */
const stepOf = ({ id, title, href, owner, date: due, given, tool }, today) => {
  const status = statusOf({ done: given === "done", due }, today);
  const { words, lang } = tool;
  const topic = { id: "", title: words, href, lang, phase: 0, questions: [], actions: [] };
  const row = { id: `${id}.next`, title, typed: true, href, words: title, owner, due, status };
  const remaining = given !== "done";
  return { ...row, given, topic, remaining, high: false, overdue: status === "late" };
};

/**
 * Return the next steps of tools as rows of the register, and the other lists in the order of the tools, events by day.
 * @type {(read: WorkRead, content: Content) => { steps: RegisterRow[], lists: Lists }}
 */
export const joinedOf = (read, content) => {
  const { held, tables } = heldIn(read, content);
  const rows = Object.entries(content.tools).flatMap(([id, tool]) =>
    [...tables]
      .filter(([prefix]) => prefix.startsWith(`${id}.`))
      .flatMap(([prefix, into]) => into.flatMap((join) => rowsOf(held, prefix, join, tool))),
  );
  const of = (/** @type {string} */ list) => rows.filter((row) => row.list === list && row.title);
  const [risks, indicators, events] = ["risks", "indicators", "events"].map((list) =>
    once(of(list)),
  );
  return {
    steps: of("actions").map((row) => stepOf(row, read.today)),
    lists: { risks, indicators, events: ahead(events, read.today) },
  };
};
