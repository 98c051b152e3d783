// The demonstration in the place of one's own work, in this tab alone: a cluster that the site has filled in, to be read.
// It has no storage, no list of clusters and no draft. What opens it (demonstrate.js) comes when it is asked for.
import { one } from "./find.js";
import { Front } from "./front.js";
import { load } from "./loading.js";
import { tab } from "./memory.js";

const ASKED = "vademecum.demonstration"; // early.js knows it too, and the « ? » that asks

/** Whether this tab shows it: a link asked for it, here or on a page before, and nobody has closed it since. */
export const isAsked = () => {
  const asked = globalThis.location?.search === "?demonstration";
  if (asked) {
    tab.set(ASKED, "1");
    history.replaceState(null, "", location.pathname + location.hash);
  }
  return asked || Boolean(tab.get(ASKED));
};

/** A desk on which nothing is changed and nothing kept. */
export class Demonstration extends Front {
  /** @type {Promise<void> | undefined} */ #opening;

  begin() {
    document.documentElement.classList.add("vm-demonstration");
    one(document, "[data-vm-leave]").onclick = () => {
      tab.set(ASKED);
      location.reload();
    };
    return this.open();
  }

  open() {
    this.#opening ??= this.#open().catch(() => this.tell("undemonstrated"));
    return this.#opening;
  }

  async #open() {
    await load(this.source);
    await this.script("demonstrate");
    await globalThis.vademecumDemonstrate(this);
  }

  /** What there is to read; a Map. */
  entries() {
    return new Map(this.work?.pairs());
  }

  change() {
    this.tell("unchanged");
  }

  async keep() {}
  async rest() {}
  async wake() {}
}
