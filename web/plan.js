// <vm-plan>: the contents say how far each section of the business plan is; under each stands how long it is and what is
// missing; beside it what was answered to the questions that feed it, to be taken over with a press.
import { around, one } from "./find.js";
import { desk } from "./shared.js";
import { fill, number, plural, say, wordsOf } from "./words.js";
import { WORDS_A_PAGE, stateOf, textOf } from "./plan/state.js";
import { holds, take, untake } from "./plan/taking.js";

/** What is asked of a section. @type {(section: HTMLElement) => SectionShape} */
const shapeOf = (section) => ({
  id: section.id,
  min: section.dataset.min,
  max: section.dataset.max,
  points: [...section.querySelectorAll(".vm-elements li")].map(({ id }) => id),
  questions: section.dataset.questions.split(" ").filter(Boolean),
});

class Plan extends /** @type {new () => PlanElement} */ (HTMLElement) {
  /** @type {WeakMap<Element, string>} */ #added = new WeakMap(); // entries of answers → what was added of them

  connectedCallback() {
    this.words = wordsOf(this);
    for (const name of ["open", "change"]) desk.addEventListener(name, () => this.#show());
    this.addEventListener("click", (event) => this.#pressed(event));
    if (desk.work) this.#show();
  }

  #show() {
    const values = desk.entries();
    const all = [...this.querySelectorAll("[data-questions]")].map((section) => {
      const found = stateOf(shapeOf(section), values);
      say(one(section, ".vm-length"), this.#length(found));
      say(one(section, ".vm-gaps"), this.#gaps(found));
      this.#contents(section.id, found);
      for (const entry of section.querySelectorAll("[data-question]"))
        this.#answer(section, entry, values);
      return found;
    });
    this.#total(all);
  }

  /** @param {SectionState[]} all */
  #total(all) {
    const line = this.querySelector("[data-vm-total]");
    if (!line) return;
    const done = all.filter(({ state }) => state === "done").length;
    const words = all.reduce((sum, section) => sum + section.words, 0);
    say(line, plural(this.words.total, words, { done: number(done), all: number(all.length) }));
  }

  /** Say in the contents how far a section is; what is not begun is said so by the page. @param {string} id @param {SectionState} found */
  #contents(id, { state, words, least, most }) {
    const place = this.querySelector(`.vm-contents a[href="#${CSS.escape(id)}"]`);
    if (!place) return;
    const [said, long] = [one(place, ".vm-contents-state"), one(place, ".vm-contents-more")];
    said.dataset.begins ??= said.textContent;
    long.dataset.begins ??= long.textContent;
    said.dataset.far = state;
    say(said, state === "empty" ? said.dataset.begins : this.words[state]);
    const written = plural(this.words.written, words);
    const range = { min: number(least ?? 0), max: number(most ?? 0) };
    const advised = least === most ? range.min : fill(this.words.range, range);
    const both = least ? fill(this.words.advised, { words: written, advised }) : written;
    say(long, words ? both : long.dataset.begins);
  }

  /** @param {SectionState} found */
  #length({ words, least, most }) {
    if (!words) return "";
    const places = { maximumFractionDigits: 1, minimumFractionDigits: 1 };
    const pages = number(words / WORDS_A_PAGE, places);
    const said = [plural(this.words.length, words, { pages })];
    if (most && words > most) said.push(this.words.long);
    else if (least && words < least) said.push(this.words.short);
    return said.join(" ");
  }

  /** @param {SectionState} found */
  #gaps({ words, open }) {
    const missing = [];
    if (!words) missing.push(this.words.unwritten);
    if (open.points) missing.push(plural(this.words.points, open.points));
    if (open.questions) missing.push(plural(this.words.questions, open.questions));
    if (!missing.length) return this.words.complete;
    const all = missing.reduce((one, other) => fill(this.words.and, { one, other }));
    return fill(this.words.missing, { missing: all });
  }

  /** Show an answer, and whether it can be taken over. @param {HTMLElement} section @param {HTMLElement} entry @param {Map<string, Value>} values */
  #answer(section, entry, values) {
    const answer = textOf(values, `${entry.dataset.question}#answer`).trim();
    const place = one(entry, ".vm-plan-answer");
    say(place, answer || this.words.unanswered);
    place.classList.toggle("vm-plan-answer--given", Boolean(answer));
    const text = textOf(values, `${section.id}#text`);
    const [button, back] = [one(entry, "[data-vm-take]"), one(entry, "[data-vm-untake]")];
    const taken = Boolean(answer) && holds(text, answer);
    button.hidden = !answer;
    button.setAttribute("aria-disabled", String(taken));
    say(button, taken ? this.words.taken : this.words.take);
    const added = this.#added.get(entry);
    back.hidden = !added || !text.includes(added);
  }

  /** @param {Event} event */
  #pressed(event) {
    const [button, back] = [around(event, "[data-vm-take]"), around(event, "[data-vm-untake]")];
    const entry = around(event, "[data-question]");
    const section = around(event, "[data-questions]");
    if (!entry || !section || !(button ?? back)) return;
    if (button?.getAttribute("aria-disabled") === "true") return;
    const field = one(section, "textarea");
    if (button) this.#added.set(entry, take(field, one(entry, ".vm-plan-answer").textContent));
    else untake(field, this.#added.get(entry) ?? "");
    this.#show();
    one(entry, "[data-vm-take]").focus({ preventScroll: true }); // the other one is gone
    say(one(section, "[role=status]"), button ? this.words.took : this.words.untook);
  }
}

customElements.define("vm-plan", Plan);
