// The clusters that this browser holds: separate pieces of work, each in a database of its own; and the list of them,
// which is a small document of the same kind, so that two tabs can change it at once.
import { apart } from "../faults.js";
import { Database } from "./database.js";
import { newDoc } from "./doc.js";
import { isOld, renew } from "./renew.js";
import { applyRetired } from "./retired.js";
import { cleanStrays } from "./strays.js";
import { Trouble } from "./trouble.js";
import { FORMAT, Work } from "./work.js";

const LIST = "vademecum.clusters";
const FIRST = "work"; // the one that was there before there were several: its database keeps its name
const BIN_DAYS = 30;
// Seen besides: the day on which it was binned, and one for a clock that was wrong then.
const SPARE_DAYS = 2;
const SEEN = "#seen."; // and the number of a day
const DAY = 86_400_000;
const MUCH = { answers: 20, days: 14 }; // so many changed since the last file, or one and so many days: time for a file

const databaseOf = (id) => (id === FIRST ? "vademecum.work" : `vademecum.cluster.${id}`);

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const deleteDatabase = (id) =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(databaseOf(id));
    asked.onsuccess = resolve;
    asked.onerror = () => reject(new Trouble("broken", asked.error));
    asked.onblocked = resolve; // open in another tab: it goes when that closes
  });

/** The list of clusters, over a document whose map holds "<cluster>#name", "#created", "#deleted", "#filed" … */
export class Clusters {
  #facts;

  /**
   * Open the list; ``current`` remembers the chosen cluster ({ get(), set(id) }), ``retired`` what ids became,
   * ``meanings()`` fetches what the keys of tools stand for.
   */
  static async open({
    current,
    retired = {},
    meanings = async () => ({}),
    now = () => Date.now(),
  }) {
    const list = new Clusters();
    Object.assign(list, { current, retired, meanings, now });
    list.doc = newDoc();
    list.database = await Database.open(LIST, list.doc);
    list.#facts = list.doc.getMap("facts");
    list.#seeDay();
    return list;
  }

  /** Return what is noted about a cluster under a name. */
  fact(id, name) {
    return this.#facts.get(`${id}#${name}`);
  }

  /** Return what tells a cluster from those of other browsers, each of which has a first one. */
  mark(id) {
    return `${id}.${this.fact(id, "created")}`;
  }

  /** Note something about a cluster. */
  note(id, name, value) {
    this.#facts.set(`${id}#${name}`, value);
  }

  /** Return the ids of all clusters that are not in the bin, oldest first. */
  get all() {
    return this.#ids().filter((id) => this.fact(id, "deleted") === undefined);
  }

  /** Return the ids of those in the bin, the latest first. */
  get binned() {
    return this.#ids()
      .filter((id) => this.fact(id, "deleted") !== undefined)
      .sort((a, b) => this.fact(b, "deleted") - this.fact(a, "deleted"));
  }

  #ids() {
    const keys = [...this.#facts.keys()].filter((key) => key.endsWith("#created"));
    return keys
      .map((key) => key.slice(0, -8))
      .sort((a, b) => this.fact(a, "created") - this.fact(b, "created"));
  }

  /** Return the id of the cluster to work on: the chosen one, else the first, else a new one. */
  choose() {
    const chosen = this.current.get();
    if (chosen && this.all.includes(chosen)) return chosen;
    return this.all[0] ?? this.add("", this.fact(FIRST, "created") === undefined ? FIRST : newId());
  }

  /** Add a cluster to the list, without a name until it is given one; return its id. */
  add(name, id = newId()) {
    this.doc.transact(() => {
      this.note(id, "name", name);
      this.note(id, "created", this.now());
      this.#unbin(id);
    });
    return id;
  }

  /** Return what is needed to bring a cluster back after its bin was emptied. */
  about(id) {
    return { name: this.fact(id, "name"), created: this.fact(id, "created") };
  }

  /** Put a cluster into the list again that another tab has deleted; ``about`` is what about() said of it before. */
  bringBack(id, about) {
    this.doc.transact(() => {
      if (this.fact(id, "created") === undefined) {
        this.note(id, "name", about?.name ?? "");
        this.note(id, "created", about?.created ?? this.now());
      }
      this.#unbin(id);
    });
  }

  /** Open the work of a cluster; one of an earlier format becomes today's, retired ids pass on what they hold. */
  async work(id) {
    const doc = newDoc();
    const work = new Work(id, doc, await Database.open(databaseOf(id), doc));
    work.place = this.mark(id);
    if (work.format <= FORMAT) cleanStrays(doc);
    if (isOld(work)) renew(work, await this.meanings());
    if (work.format <= FORMAT) applyRetired(work, this.retired);
    return work;
  }

  /** Make a cluster from a history (a copy, a file); return its id once it is written. */
  async make(name, state) {
    const id = newId();
    const doc = newDoc();
    let database;
    try {
      database = await Database.open(databaseOf(id), doc);
      const work = new Work(id, doc, database);
      work.join(state);
      await work.saved();
      await database.close();
    } catch (error) {
      await database?.close();
      await deleteDatabase(id).catch(() => {});
      throw error;
    }
    this.add(name, id);
    await this.database.saved();
    return id;
  }

  /** Copy a cluster, its records and its history too, under another name; return the id of the copy. */
  async duplicate(id, name) {
    const work = await this.work(id);
    try {
      return await this.make(name, work.state());
    } finally {
      await work.database.close();
    }
  }

  /** When a cluster was last saved in this browser, if it ever was. */
  async keptAt(id) {
    const at = await Database.written(databaseOf(id));
    return at && new Date(at);
  }

  /** Note that a cluster stands in a file as it was at ``mark``. */
  noteFile(id, mark, at = this.now()) {
    this.doc.transact(() => {
      this.note(id, "filed", at);
      this.note(id, "filed-mark", mark);
    });
  }

  /**
   * Tell how the last file of a work stands: { at, changed, days, due }. ``at`` is missing where there is none;
   * ``changed`` counts the answers that have changed since, ``due`` says that it is time for another one.
   */
  fileOf(work) {
    const [at, mark] = [this.fact(work.id, "filed"), this.fact(work.id, "filed-mark")];
    const changed = mark ? work.past.changedSince(mark).size : work.entries().length;
    const days = Math.max(
      0,
      Math.floor((this.now() - (at ?? this.fact(work.id, "created"))) / DAY),
    );
    const due = changed >= MUCH.answers || (changed > 0 && days >= MUCH.days);
    return { at: at && new Date(at), changed, days, due };
  }

  /** Put a cluster into the bin. */
  bin(id) {
    this.doc.transact(() => {
      this.#unbin(id);
      this.note(id, "deleted", this.now());
    });
  }

  /** Take a cluster out of the bin. */
  restore(id) {
    this.doc.transact(() => this.#unbin(id));
  }

  #unbin(id) {
    this.#facts.delete(`${id}#deleted`);
    for (const day of this.#daysSeen(id)) this.#facts.delete(day);
  }

  #daysSeen(id) {
    return [...this.#facts.keys()].filter((key) => key.startsWith(id + SEEN));
  }

  /** Note on which days the bin was there to be seen; the day on which something went into it does not count. */
  #seeDay() {
    const today = Math.floor(this.now() / DAY);
    for (const id of this.binned) {
      const key = id + SEEN + today;
      if (Math.floor(this.fact(id, "deleted") / DAY) !== today && !this.#facts.has(key))
        this.#facts.set(key, true);
    }
  }

  /**
   * Days that a cluster stays in the bin at least. Those count on which the site was used since, each once: what a
   * clock says of the time between two of them is never believed, for it may have been wrong at either.
   */
  daysLeft(id) {
    return Math.min(BIN_DAYS, BIN_DAYS + SPARE_DAYS - this.#daysSeen(id).length);
  }

  /** Empty the bin of what has been there for its days, by the days seen and by this clock. */
  async empty() {
    for (const id of this.binned) {
      const passed = this.now() - this.fact(id, "deleted");
      const early = passed >= 0 && passed < BIN_DAYS * DAY;
      if (this.daysLeft(id) <= 0 && !early) await this.forget(id);
    }
  }

  /** Delete a cluster for good. */
  async forget(id) {
    await deleteDatabase(id);
    this.doc.transact(() => {
      for (const key of [...this.#facts.keys()])
        if (key.startsWith(`${id}#`)) this.#facts.delete(key);
    });
  }

  /** Call ``see({ local })`` after every change of the list, here or in another tab. */
  watch(see) {
    const hear = (_, { local }) => apart(() => see({ local }));
    this.#facts.observe(hear);
    return () => this.#facts.unobserve(hear);
  }
}
