// <vm-answer>: one person answers a survey. Nothing is kept with a cluster: the tab remembers the answer while it is
// written, and a file holds it when it is done.
import { download } from "../download.js";
import { around, one } from "../find.js";
import { isShort } from "../shared.js";
import { answersOf, controlsOf, keyOf, put } from "../tool/answers.js";
import { enterAgain, touchedIn } from "../touched.js";
import { fill, say, wordsOf } from "../words.js";
import { LARGEST, isName, nameOf, writeAnswer } from "../work/answers.js";
import { clean } from "../work/limits.js";
import { newRow } from "../work/rows.js";
import { isObject } from "../work/values.js";
import { wordsFor } from "./words.js";

/** Whether something that the tab remembers is an answer. @param {unknown} what @returns {what is AnswerDraft} */
const isDraft = (what) =>
  isObject(what) && isObject(what.held) && isName(what.base) && Number.isInteger(what.edition);

const askBeforeLeaving = (/** @type {Event} */ event) => event.preventDefault();

class AnswerForm extends HTMLElement {
  /** @type {AnswerDraft} */ #draft = { base: newRow(), edition: 0, held: {} };
  /** @type {Survey} */ #survey;
  /** @type {(name: string) => any} */ #words;

  connectedCallback() {
    if (this.#survey) return;
    this.#survey = wordsOf(this);
    this.#words = wordsFor(this);
    this.#restore();
    this.addEventListener("input", () => {
      this.#remember();
      this.#long();
    });
    this.addEventListener("click", (event) => this.#pressed(event));
    one(this, "[data-do=save]").hidden = false;
  }

  get #place() {
    return `vademecum.answer.${this.#survey.id}`;
  }

  /** Show what this tab remembers of an answer that was begun, and below it what was entered before this script came. */
  #restore() {
    const early = touchedIn(controlsOf(this));
    try {
      const draft = JSON.parse(String(sessionStorage.getItem(this.#place)));
      if (isDraft(draft)) this.#draft = draft;
    } catch {
      // it is begun anew, then
    }
    for (const control of controlsOf(this)) put(control, this.#draft.held[keyOf(control)]);
    for (const [control, entered] of early) {
      const before = enterAgain(control, entered);
      if (control.type === "text" && before) put(control, `${before} ${entered}`); // free words, on one line
    }
    if (early.size) this.#remember();
    this.#long();
    one(this, "[data-do=next]").hidden = !this.#draft.saved;
  }

  #remember() {
    this.#draft.held = answersOf(this);
    this.#keep();
    addEventListener("beforeunload", askBeforeLeaving);
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#place, JSON.stringify(this.#draft));
    } catch {
      // the file will hold it
    }
  }

  /** @param {Event} event */
  #pressed(event) {
    const clear = around(event, "[data-vm-clear]")?.dataset.vmClear;
    if (clear) {
      for (const control of controlsOf(this)) if (control.name === clear) put(control);
      this.#remember();
    } else if (around(event, "[data-do=save]")) this.#save();
    else if (around(event, "[data-do=next]")) this.#next();
  }

  /** What was answered, as a file holds it. */
  #values() {
    /** @type {AnswerValues} */
    const found = {};
    for (const { key, holds } of this.#survey.fields) {
      const given = this.#draft.held[`${this.#survey.id}#${key}`];
      if (given === null || given === undefined) continue;
      const said = typeof given === "string" ? clean(given).trim() : /** @type {Value} */ (given);
      if (said !== "") found[key] = holds === "number" ? Number(said) : said;
    }
    return found;
  }

  /** Say below each text with more letters than are read where answers are opened; return the first of them. */
  #long() {
    const texts = controlsOf(this).filter((control) => /^text/.test(control.type)); // one line or several
    return texts.filter((control) => !isShort(control, LARGEST.text, "long"))[0];
  }

  /** @param {string} key @param {string} words */
  #ask(key, words) {
    say(one(this, "[data-told]"), words);
    controlsOf(this)
      .find((control) => keyOf(control).endsWith(`#${key}`))
      ?.focus();
  }

  /** Hand the answer over as a file; one that was changed since then is the next edition of the same. */
  #save() {
    this.#draft.held = answersOf(this);
    const [values, word] = [this.#values(), this.#words];
    const needed = this.#survey.fields.find(({ key, required }) => required && !(key in values));
    if (needed) return this.#ask(needed.key, fill(word("survey-needed"), { label: needed.label }));
    const long = this.#long();
    if (long) return long.focus();
    const saved = JSON.stringify(values);
    if (saved !== this.#draft.saved) this.#draft.edition += 1;
    const name = nameOf(this.#draft.base, this.#draft.edition);
    const file = `${word("survey-file")}-${name.slice(1, 7)}${name.slice(13)}.json`;
    download(file, writeAnswer(this.#survey.id, name, values), "application/json");
    this.#draft.saved = saved;
    this.#keep();
    removeEventListener("beforeunload", askBeforeLeaving);
    one(this, "[data-do=next]").hidden = false;
    say(one(this, "[data-told]"), fill(word("survey-saved"), { file }));
  }

  /** An empty form for somebody else, who is not to see what was answered. */
  #next() {
    this.#draft = { base: newRow(), edition: 0, held: {} };
    for (const control of controlsOf(this)) put(control);
    this.#keep();
    one(this, "[data-do=next]").hidden = true;
    say(one(this, "[data-told]"), "");
    controlsOf(this)[0].focus();
  }
}

customElements.define("vm-answer", AnswerForm);
