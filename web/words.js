// Words, numbers and dates in the language of the page. The words themselves come from the page: a JSON block.

const lang = () => `${document.documentElement.lang}-u-nu-latn`; // Western digits, as on the rest of the Arabic pages

/** Return the words that a component hands to its script. */
export const wordsOf = (element) => JSON.parse(element.querySelector("script[type='application/json']").textContent);

/** Fill the {names} of a text. */
export const fill = (text, values = {}) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/** Choose the plural form for ``n`` and fill it; ``forms`` is { one, two, few, many, other }. */
export const plural = (forms, n, values = {}) =>
  fill(forms[new Intl.PluralRules(lang()).select(n)] ?? forms.other, { n: number(n), ...values });

/** Write a number; ``options`` as Intl.NumberFormat takes them. */
export const number = (n, options) => new Intl.NumberFormat(lang(), options).format(n);

/** Write a date or a moment; ``form`` as Intl.DateTimeFormat takes it. */
export const date = (at, form = { dateStyle: "medium" }) => new Intl.DateTimeFormat(lang(), form).format(at);

/** Put words into an element only when they change, so that they are announced once. */
export const say = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};
