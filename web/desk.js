// The desk: the one place through which a page reads and writes the work of the chosen cluster.
//
// The store (store.js, with Yjs) is heavy: it is fetched only when this browser has kept something before, or on the
// first answer. What is answered meanwhile waits here; when something fails it is tried again, and a draft in this tab
// holds it until the browser has written it.
import { readDraft, writeDraft } from "./draft.js";

const SIGN = "vademecum.kept"; // when this browser last kept something: an ISO date
const CURRENT = "vademecum.current"; // the cluster chosen in this browser
const FORMAT = 2; // of the data that this version of the site can write
const SOON = 1000; // milliseconds until something that failed is tried again; then twice as many, up to:
const LATER = 30_000;
const PATIENCE = 20_000; // milliseconds after which something that was asked for may never come

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

const failure = (name) => Object.assign(new Error(name), { name });

const load = (source) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(failure("connection"));
    };
    document.head.append(script);
  });

/** Wait for something, but not for ever: then people are told. A storage that opens too late is closed again. */
const timely = async (coming, name) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      coming.then((found) => found?.database.close(), () => {});
      reject(failure(name));
    }, PATIENCE);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
};

const askBeforeLeaving = (event) => event.preventDefault();

class Desk extends EventTarget {
  #given = new Map(); // key → { value, base, from, made, handed }: not known to be written yet
  #changes; // those of the page before, as long as the work has not made them
  #opening;
  #scheduled = false;
  #drafted = false;
  #failed = false;
  #delay = SOON;
  #retry;

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

  /** Fetch what the keys of tools stand for, once. */
  async meanings() {
    if (!globalThis.vademecumEntries) await this.script("entries");
    return globalThis.vademecumEntries;
  }

  /** The page is there: take up what a page of this tab left, and open what this browser holds, if anything. */
  async begin() {
    const { given, changes } = readDraft(remembered(CURRENT));
    for (const [key, { value, base, made }] of given) this.#given.set(key, { value, base, from: base, made, handed: false });
    this.#changes = changes;
    this.#drafted = given.length > 0;
    // It is shown at once: the store may take its time, or never answer.
    this.dispatchEvent(new CustomEvent("draft", { detail: new Map(given.map(([key, { value }]) => [key, value])) }));
    if (this.keptBefore || this.#drafted || (await this.#holdsSomething())) await this.keep();
  }

  /** The sign in localStorage can go missing, in a crash for instance, and the work be there. */
  async #holdsSomething() {
    try {
      return (await indexedDB.databases()).some(({ name }) => name.startsWith("vademecum."));
    } catch {
      return false;
    }
  }

  /** Open the store and the work of the chosen cluster, once. */
  open() {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined; // the next answer tries again
      this.#fail(error);
      throw error;
    });
    return this.#opening;
  }

  async #open() {
    if (!globalThis.vademecumStore) await timely(load(this.source), "connection");
    const { openClusters } = globalThis.vademecumStore;
    const current = { get: () => remembered(CURRENT), set: (id) => remember(CURRENT, id) };
    this.clusters ??= await timely(openClusters({ current, retired: this.retired, meanings: () => this.meanings() }), "slow");
    this.work = await timely(this.clusters.work(this.clusters.choose()), "slow");
    if (this.work.format <= FORMAT) {
      this.#recover();
      this.#hand(); // before anything is shown: what was entered meanwhile stays
    }
    this.work.watch((changes, local) => {
      const seen = [...changes].filter(([key]) => local || !this.#waits(key));
      this.dispatchEvent(new CustomEvent("change", { detail: new Map(seen) }));
      if (!local) this.dispatchEvent(new Event("elsewhere"));
    });
    this.dispatchEvent(new CustomEvent("open", { detail: new Map(this.work.pairs().filter(([key]) => !this.#waits(key))) }));
    return this;
  }

  #waits(key) {
    return this.#given.get(key)?.handed === false;
  }

  /** What people entered, and the order of their rows: what the work holds, over it what it has not got yet; a Map. */
  entries() {
    const found = new Map(this.work?.pairs());
    for (const [key, { value, handed }] of this.#given) if (!handed) found.set(key, value);
    for (const [key, value] of found) if (value === undefined) found.delete(key);
    return found;
  }

  /** Keep [[key, value], …]; ``bases`` as in Work.change. Never throws: the state tells. */
  change(changes, bases = new Map()) {
    for (const [key, value] of changes) {
      const base = bases.get(key);
      const before = this.#given.get(key);
      const from = before?.handed === false ? before.from : base;
      this.#given.set(key, { value, base: before ? before.base : base, from, made: before?.made, handed: false });
    }
    if (this.work && this.work.format <= FORMAT) this.#hand(); // at once: the browser gets it before the next event
    if (!this.work || this.#failed) this.#draft();
    if (!this.#failed && this.state !== "waiting") this.#tell("waiting");
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.keep();
    });
  }

  /** Wait until the browser has written everything; say so, or say what is in the way. Never throws. */
  async keep() {
    clearTimeout(this.#retry);
    try {
      await this.open();
      if (this.work.format > FORMAT) throw failure("newer");
      this.#hand();
      const given = new Map(this.#given);
      await timely(this.work.saved(), "slow");
      for (const [key, entry] of given) if (this.#given.get(key) === entry) this.#given.delete(key);
      if (!this.#given.size) this.#kept(given.size > 0);
    } catch (error) {
      this.#fail(error);
    }
  }

  #kept(anew) {
    this.#failed = false;
    this.#delay = SOON;
    removeEventListener("beforeunload", askBeforeLeaving);
    if (this.#drafted) this.#draft();
    const at = Date.parse(remembered(SIGN));
    const now = Date.now();
    if (anew || !at) remember(SIGN, new Date(now).toISOString());
    // A clock that was set back, or is wrong: what was kept is there now.
    this.keptAt = new Date(anew || !at ? now : Math.min(at, now));
    this.#tell("kept");
  }

  #fail(error) {
    const { name } = error;
    this.#failed = true;
    this.#draft();
    clearTimeout(this.#retry);
    if (name !== "newer") {
      this.#retry = setTimeout(() => this.keep(), this.#delay);
      this.#delay = Math.min(2 * this.#delay, LATER);
      if (this.#given.size) addEventListener("beforeunload", askBeforeLeaving);
    }
    this.#tell(name === "Error" ? "refused" : name);
  }

  #hand() {
    const waiting = [...this.#given].filter(([, entry]) => !entry.handed);
    if (!waiting.length) return;
    for (const [, entry] of waiting) entry.handed = true;
    const bases = waiting.filter(([, { from }]) => from !== undefined).map(([key, { from }]) => [key, from]);
    this.work.change(waiting.map(([key, { value }]) => [key, value]), new Map(bases));
  }

  /** Make what the page before had handed over; where that cannot be, its words are carried over like new ones. */
  #recover() {
    const made = this.#changes && this.work.recover(this.#changes);
    this.#changes = undefined;
    for (const entry of this.#given.values()) {
      if (made && entry.made) {
        if (entry.from !== undefined) entry.from = entry.made.value ?? "";
        entry.handed = entry.value === entry.made.value;
      }
      delete entry.made;
    }
  }

  #draft() {
    const given = [...this.#given].map(([key, { value, base, made, handed }]) => [key, { value, base, made: handed ? { value } : made }]);
    writeDraft(remembered(CURRENT), given, this.#changes ?? this.work?.unsaved);
    this.#drafted = this.#given.size > 0;
  }

  #tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  /** The page is left or hidden: write what waits. Nothing is read: a page put to sleep would bar the way to others. */
  async rest() {
    if (!this.#given.size) return;
    this.#draft();
    await this.keep();
  }

  /** The page is back from sleep or the browser's cache: take in what others wrote, and try again what failed. */
  async wake() {
    if (this.#given.size || this.#failed) await this.keep();
    try {
      await this.work?.database?.catchUp();
    } catch {
      await this.keep(); // the browser has closed its storage meanwhile: open it again
    }
  }
}

/** The desk of this page. */
export const desk = new Desk();
