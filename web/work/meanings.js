// What the keys of tools stand for. The words and kinds come from assets/entries.js, which the build makes from the data:
// { <tool>: { title, parts: { <part>: { title, along, free, rows, fields, periods } } } }, where a field is { label, holds,
// long, percent, year, choices } and ``free`` says that rows can be added.

/** @template T @param {Record<string, T> | undefined} object @param {string} key */
const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);

/**
 * Read a key "<tool>.<part>#<field>", "<tool>.<part>.<row>#<field>", "<tool>.<part>.<line>#<period>", each perhaps with
 * ".<choice>" at its end. Return { tool, part, field, prefix, at, free, period, choice }, or undefined where it is none.
 * @type {(tools: Meanings, key: string) => Meaning | undefined}
 */
export const meaningOf = (tools, key) => {
  const [id, last] = key.split("#");
  const [name, partName, at, ...deeper] = id.split(".");
  const tool = own(tools, name);
  const part = own(tool?.parts, partName);
  if (!tool || !part || !last || deeper.length || (at === undefined) !== !part.along)
    return undefined;
  const [column, choice] = last.split(".");
  const field = own(part.fields, part.along === "periods" ? at : column);
  const free = part.along === "rows" && Boolean(part.free) && !own(part.rows, at);
  return {
    tool,
    part,
    field,
    prefix: `${name}.${partName}.`,
    at: at ?? "",
    free,
    period: part.along === "periods" ? column : undefined,
    choice,
  };
};
