// <vm-merge>: what differs between the open cluster and a file that was read, side by side, to choose from.
import { desk } from "../shared.js";
import { MOST } from "../work/limits.js";
import { compare, merge } from "../work/merge.js";
import { count, currentName, showEntry, showValue, word } from "./names.js";
import { Part, keep, tell } from "./part.js";
import { number } from "../words.js";

class Merge extends Part {
  #file;

  start() {
    document.addEventListener("vm-compare", ({ detail }) => this.#compare(detail));
    this.one("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#merge().catch((error) => this.fail(error));
    });
    this.addEventListener("click", ({ target }) => {
      const all = target.closest("[data-all]")?.dataset.all;
      if (all) for (const radio of this.querySelectorAll(`input[value="${all}"]:not(:disabled)`)) radio.checked = true;
    });
    this.start = () => {}; // once
  }

  #compare(file) {
    this.hidden = !file;
    this.#file = file;
    if (!file) return;
    const answers = new Set([...desk.work.entries(), ...file.work.entries()].map(([key]) => key)).size;
    if (answers > MOST.keys) return this.#refuse(answers);
    const differences = compare(desk.work, file.work, globalThis.vademecumStore).filter(({ kind }) => kind !== "same");
    const names = { mine: currentName(), theirs: file.name || word("clusters-unnamed") };
    const title = differences.length ? word("merge-title", names) : word("merge-nothing", names);
    this.one("[data-title]").textContent = title;
    this.one("form").hidden = !differences.length;
    for (const group of this.querySelectorAll("[data-kind]")) this.#group(group, differences);
    this.one("section").focus();
  }

  /** More than one cluster can hold: no file of it could be opened again. */
  #refuse(answers) {
    this.one("[data-title]").textContent = word("merge-crowded", { n: number(answers), most: number(MOST.keys) });
    this.one("form").hidden = true;
    this.one("section").focus();
  }

  #group(group, differences) {
    const own = differences.filter(({ kind }) => kind === group.dataset.kind);
    const counted = { differs: () => count("merge-differs", own.length), new: () => count("merge-new", own.length), seen: () => count("merge-seen", own.length) };
    group.hidden = !own.length;
    this.one("summary", group).textContent = counted[group.dataset.kind]();
    this.one("div", group).replaceChildren(...own.map((difference) => this.#pair(difference)));
  }

  #pair({ key, mine, theirs, both, choice }) {
    const pair = this.copy("pair");
    const values = { mine, theirs, both };
    const three = Boolean(both) && both !== mine && both !== theirs;
    showEntry(pair, key);
    for (const radio of pair.querySelectorAll("input")) {
      const side = radio.value;
      radio.name = `choose ${key}`; // no name of a field: nothing is kept before the merge
      radio.dataset.key = key;
      radio.checked = side === choice || (choice === "both" && !three && side === (both === theirs ? "theirs" : "mine"));
      if (side === "both" && !three) radio.closest("label").remove();
      else showValue(this.one(`[data-value="${side}"]`, pair), key, values[side]);
    }
    return pair;
  }

  async act(what) {
    if (what !== "cancel") return;
    this.#compare(undefined);
    tell("not-merged");
  }

  async #merge() {
    const { work: other, name, file } = this.#file;
    const choices = new Map([...this.querySelectorAll("input:checked")].map(({ dataset, value }) => [dataset.key, value]));
    const about = { name: name || word("clusters-unnamed"), file };
    const note = merge(desk.work, other, choices, { store: globalThis.vademecumStore, at: new Date().toISOString(), about });
    this.hidden = true;
    await keep();
    tell("merged", note);
  }
}

customElements.define("vm-merge", Merge);
