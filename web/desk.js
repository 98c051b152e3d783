// The desk: the one place through which a page reads and writes the work of the chosen cluster.
//
// The store (store.js, with Yjs) is heavy: it is fetched only when this browser has kept something before, or on the
// first answer. What is answered meanwhile waits here; when something fails it is tried again, and a draft in this tab
// holds it until the browser has written it.
import { FIRST, dropDraft, readDraft, writeDraft } from "./draft.js";
import { failure, holdsWork, load, timely } from "./loading.js";
import { browser, tab } from "./memory.js";
import { isKey } from "./work/limits.js";

const SIGN = "vademecum.kept"; // when this browser last kept something: an ISO date
const CURRENT = "vademecum.current"; // the cluster chosen last in this browser: that of new tabs
const OWN = "vademecum.own"; // the cluster of this tab, which it keeps whatever others choose
const FORMAT = 2; // of the data that this version of the site can write
const SOON = 1000; // milliseconds until something that failed is tried again; then twice as many, up to:
const LATER = 30_000;

const askBeforeLeaving = (event) => event.preventDefault();

class Desk extends EventTarget {
  #given = new Map(); // key → { value, base, from, made, handed, blind }: not known to be written yet
  #changes; // those of the page before, as long as the work has not made them
  #opening;
  #scheduled = false;
  #own; // the id of the cluster of this tab; FIRST until one was chosen
  #about; // its name, and when it was made, in case that another tab deletes it
  #drafted = false;
  #failed = false;
  #delay = SOON;
  #retry;

  /** Whether this browser has kept something before, or may have. */
  get keptBefore() {
    return browser.get(SIGN) !== null;
  }

  /** How keeping goes: "empty", "waiting", "kept" or the name of a Trouble. */
  state = "empty";

  /** When this browser last kept something. */
  keptAt = undefined;

  /** The name of the cluster of this tab, where it has one. */
  get name() {
    return this.#about?.name;
  }

  /** What became of the cluster elsewhere: "gone" from the list, "returned" to it, or "left" for the next one. */
  news = undefined;

  /** What was kept and not yet shown when something else was entered in its place: a Map key → value. */
  replaced = new Map();

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
    const early = readDraft(FIRST).given.length > 0;
    this.#own = tab.get(OWN) || (!early && browser.get(CURRENT)) || FIRST;
    const { given, changes, about } = readDraft(this.#own);
    for (const [key, { value, base, made, blind }] of given)
      this.#given.set(key, { value, base, from: base, made, blind, handed: false });
    this.#changes = changes;
    this.#about = about;
    this.#drafted = given.length > 0;
    // It is shown at once: the store may take its time, or never answer.
    this.dispatchEvent(
      new CustomEvent("draft", { detail: new Map(given.map(([key, { value }]) => [key, value])) }),
    );
    // Another tab has begun: its words are shown here too.
    addEventListener("storage", ({ key }) => key === SIGN && !this.work && this.keep());
    await this.#look();
  }

  /** Open what this browser holds, if anything: the sign can go missing, in a crash for instance, and the work be there. */
  async #look() {
    if (this.#given.size || this.keptBefore || (await holdsWork())) await this.keep();
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
    if (!this.clusters) {
      const current = { get: () => this.#own, set: (id) => this.choose(id) };
      this.clusters = await timely(
        openClusters({ current, retired: this.retired, meanings: () => this.meanings() }),
        "slow",
      );
      this.clusters.watch(({ local }) => this.#follow(local));
    }
    this.#find();
    this.#settle(await timely(this.clusters.work(this.clusters.choose()), "slow"));
    if (!this.clusters.all.includes(this.work.id)) this.#follow(false); // deleted while it was opened
    if (this.work.format <= FORMAT) {
      this.#recover();
      this.#compare();
      this.#hand(); // before anything is shown: what was entered meanwhile stays
    }
    this.work.watch((changes, local) => {
      const seen = [...changes].filter(([key]) => local || !this.#waits(key));
      this.dispatchEvent(new CustomEvent("change", { detail: new Map(seen) }));
      if (!local) this.dispatchEvent(new Event("elsewhere"));
    });
    this.dispatchEvent(
      new CustomEvent("open", {
        detail: new Map(this.work.pairs().filter(([key]) => !this.#waits(key))),
      }),
    );
    return this;
  }

  /** The cluster of this tab was deleted elsewhere: it comes back where words wait for it, else the tab goes to another. */
  #find() {
    const [{ clusters }, own] = [this, this.#own];
    if (own === FIRST || clusters.all.includes(own)) return;
    const opened = tab.get(OWN) === own; // by a page of this tab before, which showed its name
    if (opened && this.#given.size) return this.#bringBack();
    if (opened) this.news = "left";
    this.#own = browser.get(CURRENT) || FIRST;
  }

  /** From now on this tab has a cluster of its own, and what it drafts is marked with that. */
  #settle(work) {
    const before = this.#own;
    this.work = work;
    this.#own = work.id;
    tab.set(OWN, work.id);
    this.#about = this.clusters.about(work.id);
    if (before === work.id) return;
    if (this.#drafted) this.#draft();
    dropDraft(before);
  }

  /** The list has changed: another tab may have deleted the cluster of this one, or taken it out of the bin. */
  #follow(local) {
    if (!this.work) return;
    const listed = this.clusters.all.includes(this.work.id);
    if (listed) this.#about = this.clusters.about(this.work.id);
    if (listed && this.news === "gone") this.news = undefined;
    if (!listed && !local) {
      if (this.#given.size) this.#bringBack();
      else this.news = "gone";
    }
    this.#tell(this.state);
  }

  #bringBack() {
    this.clusters.bringBack(this.#own, this.#about);
    this.news = "returned";
  }

  /** Choose the cluster of this tab, and of new ones; the page is to be loaded anew then. */
  choose(id) {
    tab.set(OWN, id);
    browser.set(CURRENT, id);
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
    for (const [key, value] of changes.filter(([name]) => isKey(name))) {
      const base = bases.get(key);
      const before = this.#given.get(key);
      const from = before?.handed === false ? before.from : base;
      const blind = before?.blind ?? !this.work;
      this.#given.set(key, {
        value,
        base: before ? before.base : base,
        from,
        made: before?.made,
        blind,
        handed: false,
      });
    }
    if (this.news === "gone") this.#bringBack();
    if (this.work && this.work.format <= FORMAT)
      this.#hand(); // at once: the browser gets it before the next event
    else this.#draft();
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
    if (this.news === "gone" && !this.#given.size) return; // nothing is written where no list names it
    try {
      await this.open();
      if (this.work.format > FORMAT) throw failure("newer");
      this.#hand();
      const given = new Map(this.#given);
      await timely(Promise.all([this.work.saved(), this.clusters.database.saved()]), "slow");
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
    const at = Date.parse(browser.get(SIGN));
    const now = Date.now();
    if (anew || !at) browser.set(SIGN, new Date(now).toISOString());
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
    const bases = waiting
      .filter(([, { from }]) => from !== undefined)
      .map(([key, { from }]) => [key, from]);
    this.work.change(
      waiting.map(([key, { value }]) => [key, value]),
      new Map(bases),
    );
    if (this.#failed || this.#drafted) this.#draft(); // one that stayed behind would take the place of newer words
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

  /** Prose joins what was kept; what is chosen takes its place, and whoever chose had not seen it. */
  #compare() {
    for (const [key, { value, from, blind }] of this.#given) {
      const kept = blind && from === undefined ? this.work.get(key) : undefined;
      if (kept !== undefined && JSON.stringify(kept) !== JSON.stringify(value))
        this.replaced.set(key, kept);
    }
  }

  #draft() {
    const given = [...this.#given].map(([key, { value, base, made, blind, handed }]) => [
      key,
      { value, base, blind, made: handed ? { value } : made },
    ]);
    writeDraft(this.#own, {
      given,
      changes: this.#changes ?? this.work?.unsaved,
      about: this.#about,
    });
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
    if (!this.work) return this.#look();
    if (this.#given.size || this.#failed) await this.keep();
    try {
      await this.clusters.database.catchUp();
      if (this.news !== "gone") await this.work.database.catchUp();
    } catch {
      await this.keep(); // the browser has closed its storage meanwhile: open it again
    }
  }
}

/** The desk of this page. */
export const desk = new Desk();
