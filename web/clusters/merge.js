// <vm-merge>: what differs between the open cluster and a file that was read, side by side, to choose from.
import { keep } from "../saving.js";
import { desk } from "../shared.js";
import { element } from "../elements.js";
import { around } from "../find.js";
import { MOST } from "../work/limits.js";
import { comparing, merging } from "../work/merge.js";
import { count, currentName, inPlace, showEntry, showValue, word } from "./names.js";
import { Part, tell } from "./part.js";
import { number } from "../words.js";

const AT_ONCE = 100; // pairs of a group that are drawn at once

class Merge extends Part {
  /** @type {OpenedFile | undefined} */ #file;
  #pairs = 0;
  /** @type {Map<string, Choice>} */ #undrawn = new Map(); // key → what is chosen for a pair that is not drawn

  start() {
    document.addEventListener("vm-compare", ({ detail }) =>
      this.#compare(detail).catch((error) => this.fail(error)),
    );
    this.one("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#merge().catch((error) => this.fail(error));
    });
    this.addEventListener("click", (event) => {
      const all = /** @type {Choice | undefined} */ (around(event, "[data-all]")?.dataset.all);
      if (!all) return;
      for (const radio of this.querySelectorAll(`input[value="${all}"]:not(:disabled)`))
        radio.checked = true;
      for (const key of this.#undrawn.keys()) this.#undrawn.set(key, all);
    });
    this.start = () => {}; // once
  }

  /** @param {OpenedFile | undefined} file */
  async #compare(file) {
    this.hidden = !file;
    this.#file = file;
    this.#undrawn.clear();
    if (!file) return;
    this.#wait(word("merge-comparing"));
    const answers = new Set([...desk.work.entries(), ...file.work.entries()].map(([key]) => key))
      .size;
    if (answers > MOST.keys) return this.#refuse(answers);
    const all = await this.paced(comparing(desk.work, file.work, globalThis.vademecumStore));
    if (file !== this.#file) return;
    const differences = inPlace(
      all.filter(({ kind }) => kind !== "same"),
      [desk.work, file.work],
    );
    const names = { mine: currentName(), theirs: file.name || word("clusters-unnamed") };
    const title = differences.length ? word("merge-title", names) : word("merge-nothing", names);
    this.one("[data-title]").textContent = title;
    this.one("form").hidden = !differences.length;
    for (const group of this.querySelectorAll("[data-kind]")) this.#group(group, differences);
    this.one("[data-sides]").hidden = differences.every(({ kind }) => kind === "new");
    this.one("section").focus();
  }

  /** @param {string} words */
  #wait(words) {
    this.one("[data-title]").textContent = words;
    this.one("form").hidden = true;
  }

  /** More than one cluster can hold: no file of it could be opened again. @param {number} answers */
  #refuse(answers) {
    this.one("[data-title]").textContent = word("merge-crowded", {
      n: number(answers),
      most: number(MOST.keys),
    });
    this.one("form").hidden = true;
    this.one("section").focus();
  }

  /** @param {HTMLElement} group @param {Difference[]} differences */
  #group(group, differences) {
    const own = differences.filter(({ kind }) => kind === group.dataset.kind);
    /** @type {Record<string, () => string>} */
    const counted = {
      differs: () => count("merge-differs", own.length),
      new: () => count("merge-new", own.length),
      seen: () => count("merge-seen", own.length),
    };
    group.hidden = !own.length;
    this.one("summary", group).textContent = counted[group.dataset.kind]();
    for (const { key, choice = "mine" } of own) this.#undrawn.set(key, choice);
    this.one("div", group).replaceChildren();
    this.#draw(this.one("div", group), own);
  }

  /**
   * Draw the next pairs of a group, and a button for the others.
   * @param {HTMLElement} place @param {Difference[]} differences
   */
  #draw(place, differences) {
    const [now, later] = [differences.slice(0, AT_ONCE), differences.slice(AT_ONCE)];
    place.append(...now.map((difference) => this.#pair(difference)));
    if (!later.length) return;
    const label = word("merge-more", { n: number(later.length) });
    const more = element("button", { type: "button", class: "vm-button vm-button--quiet" }, label);
    more.addEventListener("click", () => {
      more.remove();
      this.#draw(place, later);
      this.querySelector(`input[data-key="${CSS.escape(later[0].key)}"]:checked`)?.focus();
    });
    place.append(more);
  }

  /** @param {Difference} difference */
  #pair({ key, mine, theirs, both }) {
    const choice = this.#undrawn.get(key);
    this.#undrawn.delete(key);
    const pair = this.copy("pair");
    this.#pairs += 1;
    const values = { mine, theirs, both };
    const three = Boolean(both) && both !== mine && both !== theirs;
    const works = this.#file && [desk.work, this.#file.work];
    showEntry(pair, key, works);
    for (const radio of pair.querySelectorAll("input")) {
      const side = /** @type {Choice} */ (radio.value);
      radio.name = `pair-${this.#pairs}`; // that of no field: nothing is kept before the merge
      radio.dataset.key = key;
      radio.checked =
        side === choice ||
        (choice === "both" && !three && side === (both === theirs ? "theirs" : "mine"));
      if (side === "both" && !three) radio.closest("label")?.remove();
      else showValue(this.one(`[data-value="${side}"]`, pair), key, values[side], works);
    }
    return pair;
  }

  /** @param {string} what */
  async act(what) {
    if (what !== "cancel") return;
    this.#compare(undefined);
    tell("not-merged");
  }

  async #merge() {
    if (!this.#file) return;
    const { work: other, name, file } = this.#file;
    /** @type {[key: string, choice: Choice][]} */
    const drawn = [...this.querySelectorAll("input:checked")].map(({ dataset, value }) => [
      dataset.key,
      /** @type {Choice} */ (value),
    ]);
    const choices = new Map([...this.#undrawn, ...drawn]);
    const about = { name: name || word("clusters-unnamed"), file };
    this.#wait(word("merge-doing"));
    desk.tell("waiting"); // not « kept » while what came in is not written yet
    const note = await this.paced(
      merging(desk.work, other, choices, {
        store: globalThis.vademecumStore,
        at: new Date().toISOString(),
        about,
      }),
    );
    this.hidden = true;
    await keep();
    tell("merged", note);
  }
}

customElements.define("vm-merge", Merge);
