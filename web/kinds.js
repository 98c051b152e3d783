// What each type of field and kind of chart is: the tables of macros/model/kinds.py, which the build hands over.
import tables from "./kinds.json" with { type: "json" };

/** @type {Record<string, FieldKind>} */
const FIELDS = tables.fields;

/** @type {Record<string, ChartKind>} */
const CHARTS = tables.charts;

/** @param {string} type */
export const fieldKind = (type) => FIELDS[type];

/** @param {string} kind */
export const chartKind = (kind) => CHARTS[kind];
