// Blocks → a Word file, in the parts that macros/documents/word/minutes.py made: its styles, its foot. Each paragraph runs
// as its first letter does, whatever people wrote. Pure.
import { clean } from "../work/limits.js";
import { archive } from "./zip.js";

const RTL = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LTR = /^[^\p{L}]*\p{L}/u;
/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML holds it. @type {(text: string) => string} */
const xml = (text) =>
  clean(text)
    .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/** @type {(text: string) => string} */
const lines = (text) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join("<w:br/>");

/** @type {(text: string, rtl: boolean, look: { style: string, bold?: boolean }) => string} */
const paragraph = (text, rtl, { style, bold }) => {
  const own = RTL.test(text) || (rtl && !LTR.test(text));
  const direction = own ? "<w:bidi/>" : rtl ? '<w:bidi w:val="0"/>' : "";
  const look = `${bold ? "<w:b/><w:bCs/>" : ""}${own ? "<w:rtl/>" : ""}`;
  const run = text && `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${lines(text)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${direction}</w:pPr>${run}</w:p>`;
};

/** @type {(cells: string[], widths: number[], rtl: boolean, head: boolean) => string} */
const row = (cells, widths, rtl, head) => {
  const style = head ? "VademecumHead" : "VademecumCell";
  const written = cells.map((text, n) => {
    const width = `<w:tcPr><w:tcW w:w="${widths[n]}" w:type="dxa"/></w:tcPr>`;
    return `<w:tc>${width}${paragraph(text, rtl, { style })}</w:tc>`;
  });
  const look = `<w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>`;
  return `<w:tr>${look}${written.join("")}</w:tr>`;
};

/** @type {(block: Extract<Block, { table: string }>, rtl: boolean) => string} */
const table = ({ table: title, widths, head, rows }, rtl) => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const look =
    `<w:tblPr><w:tblStyle w:val="VademecumTable"/>${rtl ? "<w:bidiVisual/>" : ""}` +
    `<w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="${head ? "04A0" : "0480"}"/><w:tblCaption w:val="${xml(title)}"/></w:tblPr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const written = [
    ...(head ? [row(head, widths, rtl, true)] : []),
    ...rows.map((cells) => row(cells, widths, rtl, false)),
  ];
  const gap = paragraph("", rtl, { style: "VademecumGap" }); // two tables in a row would be one
  return `<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${written.join("")}</w:tbl>${gap}`;
};

/**
 * Return the bytes of a Word file: ``parts`` by name as XML, blocks for its body, its title, whether it runs from right
 * to left.
 * @type {(parts: Record<string, string>, blocks: Block[], about: { title: string, rtl: boolean }) =>
 *   Uint8Array<ArrayBuffer>}
 */
export const wordFile = (parts, blocks, { title, rtl }) => {
  const body = blocks
    .map((block) => ("table" in block ? table(block, rtl) : paragraph(block.text, rtl, block)))
    .join("");
  const document = parts["word/document.xml"].replace("<w:body>", () => `<w:body>${body}`);
  const core = parts["docProps/core.xml"].replace("{title}", () => xml(title).replace(/\s+/g, " "));
  return archive({ ...parts, "word/document.xml": document, "docProps/core.xml": core });
};
