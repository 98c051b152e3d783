// Find elements of a page.

/**
 * Return the first element below ``root`` that a selector finds. It is there: a page without it is not the one that was
 * meant, and what is done with it throws.
 * @template {string} Selector @param {ParentNode} root @param {Selector} selector
 */
export const one = (root, selector) =>
  /** @type {Selected<Selector>} */ (root.querySelector(selector));

/**
 * Return the nearest element that a selector finds around the one where something happened.
 * @template {string} Selector @param {Event} event @param {Selector} selector
 */
export const around = ({ target }, selector) =>
  /** @type {Partial<Element> | null} */ (target)?.closest?.(selector);

/** Return a copy of the element that a template holds. @template {HTMLElement} Made @param {HTMLTemplateElement} template */
export const cloned = (template) =>
  /** @type {Made} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
