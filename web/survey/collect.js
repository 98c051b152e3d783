// <vm-survey>: answer files are opened, several at once; how many answers there are, and what people wrote, from five on.
import { element, written } from "../elements.js";
import { around, one } from "../find.js";
import { desk } from "../shared.js";
import { language, plural, say, wordsOf } from "../words.js";
import { LARGEST, answersIn, changesOf, readAnswerFile, taken } from "../work/answers.js";
import { Trouble } from "../work/trouble.js";
import { wordsFor } from "./words.js";

const FEW = 5; // answers below which nothing of them is shown

class Collection extends HTMLElement {
  /** @type {Survey} */ #survey;
  /** @type {(name: string) => any} */ #words;
  /** @type {Change[]} */ #back = []; // what brings back what was there before
  #shown = "";

  connectedCallback() {
    if (this.#survey) return;
    this.#survey = wordsOf(this);
    this.#words = wordsFor(this);
    const input = one(this, "input");
    input.addEventListener("change", () => {
      this.#open([...(input.files ?? [])]).finally(() => (input.value = ""));
    });
    this.addEventListener("click", (event) => this.#pressed(event));
    this.#tool?.addEventListener("vm-reckoned", () => this.#show());
    this.#do("open").hidden = false;
    this.#show();
  }

  /** The tool whose answers these are. */
  get #tool() {
    return /** @type {ToolElement | null} */ (this.closest("vm-tool"));
  }

  /** @param {string} name */
  #do(name) {
    return one(this, `button[data-do=${name}]`);
  }

  /** @param {string} words */
  #say(words) {
    say(one(this, "[data-told]"), words);
  }

  /** Whether one's own answers are shown, which can be added to. */
  get #own() {
    return !desk.asOf && !this.closest(".vm-instrument--example");
  }

  /** @param {Event} event */
  #pressed(event) {
    const what = around(event, "button[data-do]")?.dataset.do;
    if (!what) return;
    const word = this.#words;
    if (!this.#own) return this.#say(word("survey-unkept"));
    if (what === "open") one(this, "input").click();
    if (what === "undo") this.#change(this.#back, "", word("survey-undone"));
    if (what === "remove") this.#remove();
  }

  /** Change what is kept; ``words`` say it, ``undone`` that it is taken back. @param {Change[]} changes @param {string} [button] @param {string} [words] */
  #change(changes, button = "undo", words = "") {
    const known = desk.entries();
    this.#back = changes.map(([key]) => [key, known.get(key)]);
    desk.change(changes);
    this.#do("undo").hidden = !button;
    this.#say(words);
  }

  #remove() {
    const word = this.#words;
    const known = answersIn(desk.entries(), this.#survey);
    const changes = changesOf(this.#survey, { fresh: [], gone: [...known.keys()] }, known);
    this.#change(changes, "undo", word("survey-removed"));
    this.#do("undo").focus();
  }

  /** @param {File[]} files */
  async #open(files) {
    if (files.length > LARGEST.answers) return this.#say(this.#words("survey-too-many"));
    await desk.open().catch(() => {}); // where nothing can be kept, the keeper says so
    /** @type {[file: string, why: string][]} */
    const refused = [];
    /** @type {GivenAnswer[]} */
    const given = [];
    for (const file of files) {
      try {
        given.push(await readAnswerFile(file, this.#survey));
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        refused.push([file.name, this.#why(error.name)]);
      }
    }
    this.#take(given);
    this.#refuse(refused);
  }

  /** @param {string} name */
  #why(name) {
    const word = this.#words;
    return word(`survey-${name}`) ?? word(`files-${name}`) ?? name;
  }

  /** @param {GivenAnswer[]} given */
  #take(given) {
    const word = this.#words;
    const known = answersIn(desk.entries(), this.#survey);
    const found = taken(known, given);
    if (known.size + found.fresh.length > LARGEST.answers)
      return this.#say(word("survey-too-many"));
    const { fresh, mended, there, clash } = found;
    const counts = { fresh: fresh.length - mended, mended, there, clash };
    const told = Object.entries(counts)
      .filter(([, n]) => n)
      .map(([name, n]) => plural(word(`survey-${name}`), n));
    const words = [fresh.length ? "" : word("survey-unchanged"), ...told];
    const said = words.filter(Boolean).join(" ");
    if (!fresh.length) return this.#say(said); // what was opened before can still be undone
    this.#change(changesOf(this.#survey, found, known), "undo", said);
  }

  /** Which files are none, and why. @param {[file: string, why: string][]} refused */
  #refuse(refused) {
    const list = one(this, "[data-refused]");
    list.hidden = !refused.length;
    const lines = refused.map(([file, why]) => element("li", {}, written(file), ` – ${why}`));
    const word = this.#words;
    const head = plural(word("survey-refused"), refused.length);
    list.replaceChildren(element("li", {}, element("strong", {}, head)), ...lines);
  }

  /** Show how many answers the tool reckons with, and what people wrote. */
  #show() {
    const answers = this.#tool?.evaluation?.answers ?? {};
    const found = answersIn(Object.entries(answers), this.#survey);
    const now = JSON.stringify([...found]);
    if (now === this.#shown) return;
    this.#shown = now;
    const word = this.#words;
    say(one(this, "[data-count]"), plural(word("survey-count"), found.size));
    this.#do("remove").hidden = !found.size;
    const voices = found.size < FEW ? [] : this.#voices([...found.values()]);
    const place = one(this, "[data-voices]");
    place.hidden = !voices.length;
    for (const old of place.querySelectorAll("details")) old.remove();
    place.append(...voices);
  }

  /** What people wrote, question by question, each in alphabetical order. @param {AnswerValues[]} answers */
  #voices(answers) {
    const { compare } = new Intl.Collator(language());
    return this.#survey.fields
      .filter(({ holds }) => holds === "words")
      .map(({ key, label }) => ({ label, texts: answers.map((one) => one[key]).filter(Boolean) }))
      .filter(({ texts }) => texts.length)
      .map(({ label, texts }) => {
        const lines = texts
          .map(String)
          .sort(compare)
          .map((text) => element("li", {}, written(text)));
        const head = element("summary", {}, `${label} (${texts.length})`);
        return element("details", { class: "vm-more" }, head, element("ul", {}, lines));
      });
  }
}

customElements.define("vm-survey", Collection);
