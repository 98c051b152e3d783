// <vm-files>: the open cluster saved as a file; a file read, then opened as a new cluster or merged into the open one.
import { saveFile } from "../saving.js";
import { isOpen } from "../score.js";
import { desk } from "../shared.js";
import { readFile } from "../work/files.js";
import { count, currentName, hasWord, isQuestion, moment, newName, word } from "./names.js";
import { Part, openCluster, tell } from "./part.js";

/** @type {(work: Work) => boolean} */
const isEmpty = (work) => !work.entries().length && !work.records.size;

class Files extends Part {
  /** @type {OpenedFile | undefined} */ #opened; // the file that was read
  reads = true;
  #started = false;
  /** @type {object | undefined} */ #reading; // what is being read: another file may be chosen meanwhile

  start() {
    if (this.#started) return;
    this.#started = true;
    const input = this.one("input");
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) this.#read(file).finally(() => (input.value = "")); // the same file can be chosen again
    });
    for (const control of this.querySelectorAll(desk.asOf ? "[data-do=save]" : "button, input"))
      control.removeAttribute("disabled");
    desk.work.watch(() => this.#showLast());
    desk.clusters.watch(() => this.#showLast());
    document.addEventListener("vm-merged", () => this.#close());
    document.addEventListener("vm-not-merged", () => {
      this.one("[data-choices]").hidden = false;
      this.one('[data-do="compare"]').focus();
    });
    this.#showLast();
  }

  #showLast() {
    const { at, changed, due } = desk.clusters.fileOf(desk.work);
    this.one("[data-last]").textContent = at
      ? word("files-last", { time: moment(at) })
      : word("files-last-none");
    const hint = this.one("[data-due]");
    hint.hidden = !due;
    if (due)
      hint.textContent = at ? count("files-due", changed) : count("files-due-first", changed);
  }

  /** @param {string} what */
  async act(what) {
    if (what === "save") await this.#save();
    if (what === "choose") this.one("input").click();
    if (what === "new") await this.#openNew();
    if (what === "compare") {
      this.one("[data-choices]").hidden = true; // the comparison has buttons of its own
      tell("compare", this.#opened);
    }
    if (what === "cancel") {
      this.#close();
      this.one('[data-do="choose"]').focus();
    }
  }

  async #save() {
    this.say(word("files-saved", { file: await saveFile() }));
  }

  /** @param {File} file */
  async #read(file) {
    this.#close();
    this.say(word("files-reading"));
    const reading = (this.#reading = {});
    try {
      const { renew, ...store } = globalThis.vademecumStore;
      const tools = await desk.meanings();
      const own = { ...store, renew: (/** @type {Work} */ work) => renew(work, tools, desk.work) };
      const opened = await readFile(file, own, (steps) => this.paced(steps));
      if (reading !== this.#reading) return;
      store.applyRetired(opened.work, desk.retired ?? {});
      this.#opened = { ...opened, file: file.name };
      this.say("");
      this.#show(this.#opened);
    } catch (error) {
      const key = `files-${/** @type {Error} */ (error).name}`;
      if (!hasWord(key)) throw error;
      this.say(`${word(key)} ${word("files-unchanged")}`);
    }
  }

  /** @param {OpenedFile} opened */
  #show(opened) {
    const { name, written, work, history, edited, skipped } = opened;
    const section = this.one("[data-found]");
    const entries = work.entries();
    const rated = entries.filter(([key, value]) => isQuestion(key) && !isOpen({ counted: value }));
    const counts = [
      count("files-found-rated", rated.length),
      count("files-found-answers", entries.length),
    ];
    const when = written && word("files-written", { time: moment(written) });
    this.one("[data-title]").textContent = word("files-found", {
      cluster: name || word("clusters-unnamed"),
    });
    this.one("[data-about]").textContent = [...counts, when].filter(Boolean).join(" · ");
    const remarks = [];
    if (history !== "used") remarks.push(word(`files-history-${history}`));
    if (edited) remarks.push(count("files-edited", edited));
    if (skipped) remarks.push(count("files-skipped", skipped));
    const list = this.one("[data-remarks]");
    list.hidden = !remarks.length;
    list.replaceChildren(
      ...remarks.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    this.#offer();
    section.hidden = false;
    section.focus();
  }

  /** Where nothing has been entered yet, there is nothing to merge with. */
  #offer() {
    const [compare, open] = [this.one('[data-do="compare"]'), this.one('[data-do="new"]')];
    compare.textContent = word("files-compare", { cluster: currentName() });
    compare.hidden = isEmpty(desk.work);
    open.textContent = compare.hidden ? word("clusters-open") : word("files-open-new");
    open.classList.toggle("vm-button--quiet", !compare.hidden);
    this.one("[data-choices]").hidden = false;
  }

  /** A new cluster; it takes the place of an open one in which nothing has been entered. */
  async #openNew() {
    if (!this.#opened) return;
    const { name, work, written } = this.#opened;
    const { clusters } = desk;
    const left = isEmpty(desk.work) ? desk.work.id : undefined;
    try {
      const id = await clusters.make(newName(name || word("clusters-unnamed"), left), work.state());
      clusters.noteFile(id, work.mark, written?.getTime());
      if (left) clusters.drop(left);
      await openCluster(id, { what: "opened" });
    } catch {
      this.say(word("files-unsaved"));
    }
  }

  #close() {
    this.one("[data-found]").hidden = true;
    this.#opened = undefined;
    tell("compare", undefined);
  }
}

customElements.define("vm-files", Files);
