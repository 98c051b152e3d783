// Make elements from parts, never from markup: whatever people wrote stays text.

const SVG = "http://www.w3.org/2000/svg";

const furnish = (made, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ""));
  return made;
};

/** Make an HTML element; attributes that are undefined or false are left out, children are nodes or texts. */
export const element = (name, attributes = {}, ...children) =>
  furnish(document.createElement(name), attributes, children);

/** Make an SVG element in the same way. */
export const drawn = (name, attributes = {}, ...children) =>
  furnish(document.createElementNS(SVG, name), attributes, children);

/** What somebody typed: its direction follows its own first letter. */
export const written = (text, name = "span") => element(name, { dir: "auto" }, text);

/** A link to an entry of the vade-mecum, marked where its words are in another language than the page. */
export const linked = ({ href, words, lang }, more = {}) =>
  element("a", { href, lang, dir: lang && "auto", ...more }, words);
