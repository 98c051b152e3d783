// <vm-plan>: under each section of the business plan, how long it is so far and what is still missing.
import { one } from "./find.js";
import { desk } from "./shared.js";
import { fill, number, plural, say, wordsOf } from "./words.js";

const WORDS_A_PAGE = 450; // rule of thumb for a printed A4 page, said so on the page

/** @type {(text: string) => number} */
const wordsIn = (text) => text.trim().split(/\s+/u).filter(Boolean).length;

class Plan extends /** @type {new () => PlanElement} */ (HTMLElement) {
  connectedCallback() {
    this.words = wordsOf(this);
    for (const name of ["open", "change"]) desk.addEventListener(name, () => this.#show());
    if (desk.work) this.#show();
  }

  #show() {
    for (const section of this.querySelectorAll("[data-questions]")) {
      say(one(section, ".vm-length"), this.#length(section));
      say(one(section, ".vm-gaps"), this.#gaps(section));
    }
  }

  /** @param {HTMLElement} section */
  #length({ id, dataset: { min, max } }) {
    const written = wordsIn(String(desk.work.get(`${id}#text`) ?? ""));
    if (!written) return "";
    const pages = number(written / WORDS_A_PAGE, {
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
    });
    const said = [plural(this.words.length, written, { pages })];
    if (max && written > Number(max) * WORDS_A_PAGE) said.push(this.words.long);
    else if (min && written < Number(min) * WORDS_A_PAGE) said.push(this.words.short);
    return said.join(" ");
  }

  /** @param {HTMLElement} section */
  #gaps(section) {
    const points = [...section.querySelectorAll(".vm-elements li")].filter(
      ({ id }) => !desk.work.get(`${id}#ticked`),
    ).length;
    const questions = section.dataset.questions
      .split(" ")
      .filter((id) => id && !desk.work.get(`${id}#answer`)).length;
    const missing = [];
    if (!desk.work.get(`${section.id}#text`)) missing.push(this.words.unwritten);
    if (points) missing.push(plural(this.words.points, points));
    if (questions) missing.push(plural(this.words.questions, questions));
    if (!missing.length) return this.words.complete;
    const all = missing.reduce((one, other) => fill(this.words.and, { one, other }));
    return fill(this.words.missing, { missing: all });
  }
}

customElements.define("vm-plan", Plan);
