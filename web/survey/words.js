// What the scripts of surveys say, as survey-words.html hands it to them.
import { one } from "../find.js";

/** Return the function that gives a word by its name; undefined where there is none. @type {(element: Element) => (name: string) => any} */
export const wordsFor = (element) => {
  const words = JSON.parse(one(element, "[data-words]").textContent);
  return (name) => words[name];
};
