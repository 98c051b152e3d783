// Make elements from parts, never from markup: whatever people wrote stays text.

const SVG = "http://www.w3.org/2000/svg";

/** @template {Element} Made @param {Made} made @param {Attributes} attributes @param {Child[]} children */
const furnish = (made, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : String(value));
  }
  const all = /** @type {unknown[]} */ (children).flat(Infinity);
  const parts = all.filter((child) => child !== undefined && child !== "");
  made.append(.../** @type {(Node | string)[]} */ (parts));
  return made;
};

/**
 * Make an HTML element; attributes that are undefined or false are left out, children are nodes or texts.
 * @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {Attributes} attributes
 * @param {Child[]} children
 */
export const element = (name, attributes = {}, ...children) =>
  furnish(document.createElement(name), attributes, children);

/**
 * Make an SVG element in the same way.
 * @template {keyof SVGElementTagNameMap} Name @param {Name} name @param {Attributes} attributes
 * @param {Child[]} children
 */
export const drawn = (name, attributes = {}, ...children) =>
  furnish(document.createElementNS(SVG, name), attributes, children);

/**
 * What somebody typed: its direction follows its own first letter.
 * @type {(text: string, name?: keyof HTMLElementTagNameMap) => HTMLElement}
 */
export const written = (text, name = "span") => element(name, { dir: "auto" }, text);

/**
 * A link to an entry of the vade-mecum, marked where its words are in another language than the page.
 * @type {(entry: Linked, more?: Attributes) => HTMLElement}
 */
export const linked = ({ href, words, lang }, more = {}) =>
  element("a", { href, lang, dir: lang && "auto", ...more }, words);
