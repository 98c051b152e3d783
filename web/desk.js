// The desk: the one place through which a page reads and writes the work of the chosen cluster.
//
// The store (store.js, with Yjs) is heavy: it is fetched only when this browser has kept something before, or on the
// first answer. What is answered meanwhile waits here; when something fails it is tried again, and a draft in this tab
// holds it until the browser has written it.
import { Demonstration, isAsked } from "./demonstration.js";
import { FIRST, dropDraft, readDraft, writeDraft } from "./draft.js";
import { Front } from "./front.js";
import { add, compare, hand, left, recover, takenUp } from "./given.js";
import { failure, holdsWork, load, timely } from "./loading.js";
import { bringBack, choose, find, follow, ownId, settle } from "./own.js";
import { hearKept, keptBefore, signKept } from "./sign.js";
import { isKey } from "./work/limits.js";

const FORMAT = 2; // of the data that this version of the site can write
const SOON = 1000; // milliseconds until something that failed is tried again; then twice as many, up to:
const LATER = 30_000;

const askBeforeLeaving = (/** @type {Event} */ event) => event.preventDefault();

class Desk extends Front {
  /** @type {Given} */ #given = new Map();
  /** @type {string | undefined} */ #changes; // those of the page before, as long as the work has not made them
  /** @type {Promise<Desk> | undefined} */ #opening;
  #scheduled = false;
  #drafted = false;
  #failed = false;
  #delay = SOON;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #retry;

  /** The page is there: take up what a page of this tab left, and open what this browser holds, if anything. */
  async begin() {
    const id = ownId(readDraft(FIRST).given.length > 0);
    const { given, changes, about } = readDraft(id);
    this.own = { id, about };
    this.#given = takenUp(given);
    this.#changes = changes;
    this.#drafted = given.length > 0;
    // It is shown at once: the store may take its time, or never answer.
    this.show("draft", new Map(given.map(([key, { value }]) => [key, value])));
    // Another tab has begun: its words are shown here too.
    hearKept(() => this.work || this.keep());
    await this.#look();
  }

  /** Open what this browser holds, if anything: the sign can go missing, in a crash for instance, and the work be there. */
  async #look() {
    if (this.#given.size || keptBefore() || (await holdsWork())) await this.keep();
  }

  /** Open the store and the work of the chosen cluster, once. @returns {Promise<Desk>} */
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
    this.clusters ??= await this.#openList();
    find(this.own, this.clusters, this.#given.size);
    this.#settle(await timely(this.clusters.work(this.clusters.choose()), "slow"));
    if (!this.clusters.all.includes(this.work.id)) this.#follow(false); // deleted while it was opened
    if (this.work.format <= FORMAT) {
      recover(this.#given, this.work, this.#changes);
      this.#changes = undefined;
      compare(this.#given, this.work, this.replaced);
      this.#hand(); // before anything is shown: what was entered meanwhile stays
    }
    this.work.watch((changes, local) => this.#pass("change", changes, local));
    this.#pass("open", this.work.pairs(), false);
    return this;
  }

  /**
   * Show what the work holds, but for what waits to take its place.
   * @param {"open" | "change"} name @param {Iterable<Change>} changes @param {boolean} local
   */
  #pass(name, changes, local) {
    const seen = [...changes].filter(([key]) => local || this.#given.get(key)?.handed !== false);
    this.show(name, new Map(seen));
  }

  async #openList() {
    const current = { get: () => this.own.id, set: (/** @type {string} */ id) => this.choose(id) };
    const options = { current, retired: this.retired, meanings: () => this.meanings() };
    const clusters = await timely(vademecumStore.openClusters(options), "slow");
    clusters.watch(({ local }) => this.#follow(local));
    return clusters;
  }

  /** From now on this tab has a cluster of its own, and what it drafts is marked with that. @param {Work} work */
  #settle(work) {
    const before = this.own.id;
    this.work = work;
    settle(this.own, this.clusters, work.id);
    if (before === work.id) return;
    if (this.#drafted) this.#draft();
    dropDraft(before);
  }

  /** The list has changed, in this tab or in another one. @param {boolean} local */
  #follow(local) {
    if (!this.work) return;
    follow(this.own, this.clusters, local, this.#given.size);
    this.tell(this.state);
  }

  /** Choose the cluster of this tab, and of new ones; the page is to be loaded anew then. */
  choose = choose;

  /**
   * What people entered, and the order of their rows: what the work holds, over it what it has not got yet; a Map.
   * @returns {Map<string, Value>}
   */
  entries() {
    const pairs = new Map(this.work?.pairs());
    for (const [key, { value, handed }] of this.#given) if (!handed) pairs.set(key, value);
    for (const [key, value] of pairs) if (value === undefined) pairs.delete(key);
    return pairs;
  }

  /**
   * Keep [[key, value], …]; ``bases`` as in Work.change. Never throws: the state tells.
   * @param {Change[]} changes @param {Map<string, string>} bases
   */
  change(changes, bases = new Map()) {
    for (const [key, value] of changes)
      if (isKey(key)) add(this.#given, [key, value], bases.get(key), !this.work);
    if (this.own.news === "gone") bringBack(this.own, this.clusters);
    if (this.work && this.work.format <= FORMAT)
      this.#hand(); // at once: the browser gets it before the next event
    else this.#draft();
    if (!this.#failed && this.state !== "waiting") this.tell("waiting");
    this.#keepSoon();
  }

  #keepSoon() {
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
    if (this.own.news === "gone" && !this.#given.size) return; // nothing is written where no list names it
    try {
      await this.open();
      if (this.work.format > FORMAT) throw failure("newer");
      this.#hand();
      const given = new Map(this.#given);
      await timely(Promise.all([this.work.saved(), this.clusters.database.saved()]), "slow");
      for (const [key, entry] of given) if (this.#given.get(key) === entry) this.#given.delete(key);
      if (!this.#given.size) this.#kept(given.size > 0);
    } catch (error) {
      this.#fail(/** @type {Error} */ (error));
    }
  }

  /** @param {boolean} anew */
  #kept(anew) {
    this.#failed = false;
    this.#delay = SOON;
    removeEventListener("beforeunload", askBeforeLeaving);
    if (this.#drafted) this.#draft();
    this.keptAt = signKept(anew);
    this.tell("kept");
  }

  /** @param {Error} error */
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
    this.tell(name === "Error" ? "refused" : name);
  }

  #hand() {
    const handed = hand(this.#given, this.work);
    if (handed && (this.#failed || this.#drafted)) this.#draft(); // one that stayed behind would take the place of newer words
  }

  #draft() {
    writeDraft(this.own.id, {
      given: left(this.#given),
      changes: this.#changes ?? this.work?.unsaved,
      about: this.own.about,
    });
    this.#drafted = this.#given.size > 0;
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
      if (this.own.news !== "gone") await this.work.database?.catchUp();
    } catch {
      await this.keep(); // the browser has closed its storage meanwhile: open it again
    }
  }
}

/** The desk of this page. */
export const desk = /** @type {Desk} */ (isAsked() ? new Demonstration() : new Desk());
