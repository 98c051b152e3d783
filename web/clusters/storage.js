// <vm-storage>: how much room the work takes, and lasting storage, asked for on a click and never before.
import { number } from "../words.js";
import { word } from "./names.js";
import { Part } from "./part.js";

/** @type {(bytes: number) => string} */
const size = (bytes) => {
  const [unit, by] =
    bytes < 1e6 ? ["kilobyte", 1e3] : bytes < 1e9 ? ["megabyte", 1e6] : ["gigabyte", 1e9];
  return number(bytes / by, { style: "unit", unit, maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
};

class Storage extends Part {
  start() {
    this.#show().catch(() => {}); // some browsers do not tell
  }

  async #show() {
    if (await navigator.storage?.persisted()) this.#answer(true);
    const { usage = 0, quota } = (await navigator.storage?.estimate()) ?? {};
    if (!quota) return;
    const space = this.one("[data-space]");
    space.textContent = word("storage-space", { used: size(usage), quota: size(quota) });
    space.hidden = false;
  }

  /** @param {boolean} yes */
  #answer(yes) {
    this.say(yes ? word("storage-yes") : word("storage-no"));
    this.one('[data-do="ask"]').hidden = yes;
    this.one("#asking").hidden = yes;
  }

  /** @param {string} what */
  async act(what) {
    if (what !== "ask") return;
    try {
      this.#answer(await navigator.storage.persist());
    } catch {
      this.say(word("storage-unknown"));
    }
  }
}

customElements.define("vm-storage", Storage);
