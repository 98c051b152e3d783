// The desk: the one place through which a page reads and writes the work of the chosen cluster.
//
// The store (store.js, with Yjs) is heavy: it is fetched only when this browser has kept something before, or on the
// first answer. What is answered meanwhile waits here, and is tried again when something fails.

const SIGN = "vademecum.kept"; // when this browser last kept something: an ISO date
const CURRENT = "vademecum.current"; // the cluster chosen in this browser

const remembered = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return undefined; // no localStorage here: only the store can tell
  }
};

const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // the work itself is kept all the same
  }
};

const load = (source) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(Object.assign(new Error("the script did not load"), { name: "connection" }));
    };
    document.head.append(script);
  });

class Desk extends EventTarget {
  #waiting = new Map(); // key → { value, base }: given, not yet written
  #opening;
  #scheduled = false;

  /** Whether this browser has kept something before, or may have. */
  get keptBefore() {
    return remembered(SIGN) !== null;
  }

  /** How keeping goes: "empty", "waiting", "kept" or the name of a Trouble. */
  state = "empty";

  /** When this browser last kept something. */
  keptAt = undefined;

  /** The clusters and the work of the chosen one, once open() has resolved. */
  clusters = undefined;
  work = undefined;

  /** Load the script of ``name`` that stands beside the store; resolves when it has run. */
  script(name) {
    return load(this.source.replace("store.js", `${name}.js`));
  }

  /** Open the store and the work of the chosen cluster, once. */
  open() {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined; // the next answer tries again
      this.#tell(error.name === "Error" ? "refused" : error.name);
      throw error;
    });
    return this.#opening;
  }

  async #open() {
    if (!globalThis.vademecumStore) await load(this.source);
    const { openClusters } = globalThis.vademecumStore;
    const current = { get: () => remembered(CURRENT), set: (id) => remember(CURRENT, id) };
    this.clusters ??= await openClusters({ current, retired: this.retired });
    this.work ??= await this.clusters.work(this.clusters.choose());
    this.work.watch((changes, local) => {
      const seen = [...changes].filter(([key]) => local || !this.#waiting.has(key));
      this.dispatchEvent(new CustomEvent("change", { detail: new Map(seen) }));
      if (!local) this.dispatchEvent(new Event("elsewhere"));
    });
    const at = remembered(SIGN);
    if (at) {
      this.keptAt = new Date(at);
      if (this.state === "empty") this.#tell("kept");
    }
    this.dispatchEvent(new CustomEvent("open", { detail: new Map(this.work.entries()) }));
    return this;
  }

  /** Keep [[key, value], …]; ``bases`` as in Work.change. Never throws: the state tells. */
  change(changes, bases = new Map()) {
    for (const [key, value] of changes) {
      const first = this.#waiting.get(key);
      this.#waiting.set(key, { value, base: first ? first.base : bases.get(key) });
    }
    if (this.state !== "waiting") this.#tell("waiting");
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.keep();
    });
  }

  /** Write what waits, and wait until the browser has it. */
  async keep() {
    try {
      await this.open();
      this.#hand();
      await this.work.saved();
      if (this.#waiting.size) return;
      this.keptAt = new Date();
      remember(SIGN, this.keptAt.toISOString());
      this.#tell("kept");
    } catch (error) {
      this.#tell(error.name === "Error" ? "refused" : error.name);
    }
  }

  #hand() {
    const given = [...this.#waiting];
    if (!given.length) return;
    const bases = given.filter(([, { base }]) => base !== undefined).map(([key, { base }]) => [key, base]);
    this.work.change(given.map(([key, { value }]) => [key, value]), new Map(bases));
    this.#waiting.clear();
  }

  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  /** The page is left, hidden, or back from the browser's cache: write what waits, take in what others wrote. */
  async wake() {
    if (!this.work) return;
    if (this.#waiting.size) await this.keep();
    await this.work.database?.catchUp();
  }
}

/** The desk of this page. */
export const desk = new Desk();
