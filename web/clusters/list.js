// <vm-clusters>: the clusters of this browser, open, rename, duplicate, delete; a new one; the bin.
import { desk, isShort } from "../shared.js";
import { count, currentName, moment, nameOf, newName, plain, word } from "./names.js";
import { keep } from "../saving.js";
import { Part, openCluster, tell, toSay } from "./part.js";

/** @type {(name: string) => string} */
const tidy = (name) => name.replace(/\s+/g, " ").trim() || word("clusters-unnamed");

class List extends Part {
  #started = false;
  /** @type {Map<string, Date | undefined>} */ #at = new Map(); // id → when it was last saved, as far as it is known

  connectedCallback() {
    super.connectedCallback();
    desk.addEventListener("state", () => {
      if (!desk.work && !["empty", "waiting"].includes(desk.state))
        this.say(word("clusters-refused"));
    });
  }

  start() {
    if (this.#started) return;
    this.#started = true;
    desk.clusters.watch(() => this.#show());
    this.one("[data-new]").addEventListener("submit", (event) => {
      event.preventDefault();
      const input = this.one("[data-new] input");
      if (!isShort(input)) return input.focus();
      this.#create(input.value).catch((error) => this.fail(error));
    });
    this.one("[data-new] button").disabled = false;
    desk.clusters.empty().catch(() => {});
    desk.addEventListener("state", () => {
      const row = desk.state === "kept" && this.querySelector("li[aria-current]");
      if (row) this.#showKept(row, desk.work.id);
    });
    // The page waits for the list, and the list for its dates: nothing moves once it is seen.
    Promise.allSettled(
      desk.clusters.all.map(async (id) => this.#at.set(id, await desk.clusters.keptAt(id))),
    ).then(() => {
      this.#show();
      this.#sayWhatWasDone();
    });
  }

  #sayWhatWasDone() {
    const { what, id } = toSay();
    if (what === "opened") this.say(word("clusters-opened", { cluster: currentName() }));
    if (what === "binned" && id) this.#sayBinned(id, true);
  }

  #show() {
    const { all, binned } = desk.clusters;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const [id, what] = [focused?.closest("li[data-id]")?.dataset.id, focused?.dataset.do];
    if (this.querySelector("[data-list] form:not([hidden])")) return; // a name is being written
    this.one("[data-list]").replaceChildren(...all.map((one) => this.#row(one)));
    this.one("[data-bin]").hidden = !binned.length;
    this.one("[data-binned]").replaceChildren(...binned.map((one) => this.#goneRow(one)));
    if (id && what) this.#focus(id, what);
  }

  /** @param {string} id @param {string} what */
  #focus(id, what) {
    const row = this.querySelector(`li[data-id="${CSS.escape(id)}"]`);
    row?.querySelector(`[data-do="${what}"]:not([hidden])`)?.focus();
  }

  /** @param {HTMLElement} row @param {string} id */
  #named(row, id) {
    row.dataset.id = id;
    for (const place of row.querySelectorAll("[data-name], [data-of]"))
      place.textContent = nameOf(id);
    return row;
  }

  /** @param {string} id */
  #row(id) {
    const row = this.#named(this.copy("row"), id);
    const current = id === desk.work.id;
    if (current) row.setAttribute("aria-current", "true");
    this.one("[data-current]", row).hidden = !current;
    this.one('[data-do="open"]', row).hidden = current;
    this.#showKept(row, id);
    return row;
  }

  /** @param {HTMLElement} row @param {string} id */
  #showKept(row, id) {
    const put = (/** @type {Date | undefined} */ at) => {
      // That of the open one is written in a moment.
      const words = at
        ? word("clusters-kept", { time: moment(at) })
        : id === desk.work.id
          ? ""
          : word("clusters-kept-never");
      this.one("[data-kept]", row).textContent = words;
      this.#at.set(id, at);
    };
    if (this.#at.has(id)) put(this.#at.get(id));
    desk.clusters.keptAt(id).then(put, () => {}); // the keeper's line says what is wrong
  }

  /** @param {string} id */
  #goneRow(id) {
    const row = this.#named(this.copy("gone"), id);
    this.one("[data-days]", row).textContent = count(
      "clusters-days",
      Math.max(0, desk.clusters.daysLeft(id)),
    );
    return row;
  }

  /** @param {string} what @param {HTMLElement} button */
  async act(what, button) {
    const id = button.closest("[data-id]")?.dataset.id ?? "";
    if (what === "open") await openCluster(id, { what: "opened" });
    if (what === "rename") this.#rename(id, button.closest("li") ?? this);
    if (what === "duplicate") await this.#duplicate(id);
    if (what === "delete") await this.#delete(id);
    if (what === "restore") await this.#restore(id);
  }

  /** @param {string} name */
  async #create(name) {
    const id = desk.clusters.add(newName(tidy(name)));
    await openCluster(id, { what: "opened" });
  }

  /** @param {string} id @param {HTMLElement} row */
  #rename(id, row) {
    const [form, doing] = [this.one("form", row), this.one("[data-doing]", row)];
    const input = this.one("input", form);
    const close = () => {
      form.hidden = true;
      this.#show();
      this.#focus(id, "rename");
    };
    [form.hidden, doing.hidden, input.value] = [false, true, nameOf(id)];
    input.select();
    input.focus();
    this.one('[data-do="cancel"]', form).onclick = close;
    form.onkeydown = ({ key }) => {
      if (key === "Escape") close();
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      if (!isShort(input)) return input.focus();
      desk.clusters.note(id, "name", newName(tidy(input.value), id));
      close();
      this.say(word("clusters-renamed", { cluster: nameOf(id) }));
      tell("named");
      keep();
    };
  }

  /** @param {string} id */
  async #duplicate(id) {
    await keep();
    const name = newName(plain("clusters-copy-name", { cluster: nameOf(id) }));
    const copy = await desk.clusters.duplicate(id, name);
    this.#show();
    this.#focus(copy, "open");
    this.say(word("clusters-copied", { cluster: name }));
  }

  /** @param {string} id */
  async #delete(id) {
    const current = id === desk.work.id;
    desk.clusters.bin(id);
    if (current) return openCluster(desk.clusters.choose(), { what: "binned", id });
    await keep();
    this.#sayBinned(id, false);
  }

  /** @param {string} id @param {boolean} wasOpen */
  #sayBinned(id, wasOpen) {
    if (desk.clusters.fact(id, "deleted") === undefined) return;
    const back = async () => {
      desk.clusters.restore(id);
      if (wasOpen) await openCluster(id, { what: "opened" });
      else await this.#restore(id);
    };
    this.say(word("clusters-binned", { cluster: nameOf(id) }), back);
    this.one("[data-undo]").focus();
  }

  /** @param {string} id */
  async #restore(id) {
    desk.clusters.restore(id);
    await keep();
    this.say(word("clusters-restored", { cluster: nameOf(id) }));
    this.#show();
    this.#focus(id, id === desk.work.id ? "rename" : "open");
  }
}

customElements.define("vm-clusters", List);
