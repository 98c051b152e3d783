// The demonstration in the place of one's own work, in this tab alone: a cluster that the site has filled in, to be read.
// It has no storage, no list of clusters and no draft. What opens it (demonstrate.js) comes when it is asked for.
import { one } from "./find.js";
import { Front } from "./front.js";
import { load } from "./loading.js";
import { tab } from "./memory.js";

const ASKED = "vademecum.demonstration"; // early.js knows both
const ASKING = "?demonstration";

/** Whether this tab shows it: a link asks for it, or did on a page before, and nobody has closed it since. */
export const isAsked = () => globalThis.location?.search === ASKING || Boolean(tab.get(ASKED));

/** The tab remembers what a link asked for, so that the address need not. */
const remember = () => {
  if (location.search !== ASKING) return;
  tab.set(ASKED, "1");
  history.replaceState(null, "", location.pathname + location.hash);
};

/** A desk on which nothing is changed and nothing kept. */
export class Demonstration extends Front {
  /** @type {Promise<void> | undefined} */ #opening;

  constructor() {
    super();
    remember();
  }

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
