// <vm-files>: the open cluster saved as a file; a file read, then opened as a new cluster or merged into the open one.
import { saveFile } from "../saving.js";
import { desk } from "../shared.js";
import { readFile } from "../work/files.js";
import { count, currentName, hasWord, moment, newName, word } from "./names.js";
import { Part, openCluster, tell } from "./part.js";

class Files extends Part {
  /** @type {OpenedFile | undefined} */ #found; // the file that was read
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
    document.addEventListener("vm-not-merged", () => this.one('[data-do="compare"]').focus());
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
    if (what === "compare") tell("compare", this.#found);
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
      const found = await readFile(file, own, (steps) => this.paced(steps));
      if (reading !== this.#reading) return;
      store.applyRetired(found.work, desk.retired ?? {});
      this.#found = { ...found, file: file.name };
      this.say("");
      this.#show(this.#found);
    } catch (error) {
      const key = `files-${/** @type {Error} */ (error).name}`;
      if (!hasWord(key)) throw error;
      this.say(`${word(key)} ${word("files-unchanged")}`);
    }
  }

  /** @param {OpenedFile} found */
  #show(found) {
    const { name, written, work, history, edited, skipped } = found;
    const section = this.one("[data-found]");
    const answers = count("files-found-answers", work.entries().length);
    const when = written && word("files-written", { time: moment(written) });
    this.one("[data-title]").textContent = word("files-found", {
      cluster: name || word("clusters-unnamed"),
    });
    this.one("[data-about]").textContent = [answers, when].filter(Boolean).join(" · ");
    const remarks = [];
    if (history !== "used") remarks.push(word(`files-history-${history}`));
    if (edited) remarks.push(count("files-edited", edited));
    if (skipped) remarks.push(count("files-skipped", skipped));
    const list = this.one("[data-remarks]");
    list.hidden = !remarks.length;
    list.replaceChildren(
      ...remarks.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    this.one('[data-do="compare"]').textContent = word("files-compare", { cluster: currentName() });
    section.hidden = false;
    section.focus();
  }

  async #openNew() {
    if (!this.#found) return;
    const { name, work, written } = this.#found;
    try {
      const id = await desk.clusters.make(newName(name || word("clusters-unnamed")), work.state());
      desk.clusters.noteFile(id, work.mark, written?.getTime());
      await openCluster(id, { what: "opened" });
    } catch {
      this.say(word("files-unsaved"));
    }
  }

  #close() {
    this.one("[data-found]").hidden = true;
    this.#found = undefined;
    tell("compare", undefined);
  }
}

customElements.define("vm-files", Files);
