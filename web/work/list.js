// The list of the clusters that this browser holds, and its bin: a small document, so that two tabs can change it at once.
import { apart } from "../faults.js";

/** How many milliseconds a day has. */
export const DAY = 86_400_000;

const MUCH = { answers: 20, days: 14 }; // so many changed since the last file, or one and so many days: time for a file
const BIN_DAYS = 30;
// Seen besides: the day on which it was binned, and one for a clock that was wrong then.
const SPARE_DAYS = 2;
const SEEN = "#seen."; // and the number of a day

/** Return an id for a new cluster. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** The list, over a document whose map holds "<cluster>#name", "#created", "#deleted", "#filed" … */
export class List {
  #facts;

  /** @param {Doc} doc @param {() => number} now */
  constructor(doc, now) {
    this.doc = doc;
    this.now = now;
    this.#facts = doc.getMap("facts");
    this.#seeDay();
  }

  /**
   * Return what is noted about a cluster under a name.
   * @template {keyof Facts} Name @param {string} id @param {Name} name @returns {Facts[Name] | undefined}
   */
  fact(id, name) {
    return this.#facts.get(`${id}#${name}`);
  }

  /**
   * Return when something was done to a cluster, in milliseconds; NaN where it never was.
   * @param {string} id @param {"created" | "deleted"} name
   */
  when(id, name) {
    return this.fact(id, name) ?? Number.NaN;
  }

  /** Return what tells a cluster from those of other browsers, each of which has a first one. @param {string} id */
  mark(id) {
    return `${id}.${this.fact(id, "created")}`;
  }

  /**
   * Note something about a cluster.
   * @template {keyof Facts} Name @param {string} id @param {Name} name @param {Facts[Name]} value
   */
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
      .sort((a, b) => this.when(b, "deleted") - this.when(a, "deleted"));
  }

  #ids() {
    const keys = [...this.#facts.keys()].filter((key) => key.endsWith("#created"));
    return keys
      .map((key) => key.slice(0, -8))
      .sort((a, b) => this.when(a, "created") - this.when(b, "created"));
  }

  /** Add a cluster to the list, without a name until it is given one; return its id. @param {string} name */
  add(name, id = newId()) {
    this.doc.transact(() => {
      this.note(id, "name", name);
      this.note(id, "created", this.now());
      this.#unbin(id);
    });
    return id;
  }

  /** Return what is needed to bring a cluster back after its bin was emptied. @param {string} id @returns {About} */
  about(id) {
    return { name: this.fact(id, "name"), created: this.fact(id, "created") };
  }

  /**
   * Put a cluster into the list again that another tab has deleted; ``about`` is what about() said of it before.
   * @param {string} id @param {About | undefined} about
   */
  bringBack(id, about) {
    this.doc.transact(() => {
      if (this.fact(id, "created") === undefined) {
        this.note(id, "name", about?.name ?? "");
        this.note(id, "created", about?.created ?? this.now());
      }
      this.#unbin(id);
    });
  }

  /** Put a cluster into the bin. @param {string} id */
  bin(id) {
    this.doc.transact(() => {
      this.#unbin(id);
      this.note(id, "deleted", this.now());
    });
  }

  /** Take a cluster out of the bin. @param {string} id */
  restore(id) {
    this.doc.transact(() => this.#unbin(id));
  }

  /** @param {string} id */
  #unbin(id) {
    this.#facts.delete(`${id}#deleted`);
    for (const day of this.#daysSeen(id)) this.#facts.delete(day);
  }

  /** @param {string} id */
  #daysSeen(id) {
    return [...this.#facts.keys()].filter((key) => key.startsWith(id + SEEN));
  }

  /** Note on which days the bin was there to be seen; the day on which something went into it does not count. */
  #seeDay() {
    const today = Math.floor(this.now() / DAY);
    for (const id of this.binned) {
      const key = id + SEEN + today;
      if (Math.floor(this.when(id, "deleted") / DAY) !== today && !this.#facts.has(key))
        this.#facts.set(key, true);
    }
  }

  /**
   * Days that a cluster stays in the bin at least. Those count on which the site was used since, each once: what a
   * clock says of the time between two of them is never believed, for it may have been wrong at either.
   * @param {string} id
   */
  daysLeft(id) {
    return Math.min(BIN_DAYS, BIN_DAYS + SPARE_DAYS - this.#daysSeen(id).length);
  }

  /** Return the ids of those that have been in the bin for its days, by the days seen and by this clock. */
  get outdated() {
    return this.binned.filter((id) => {
      const passed = this.now() - this.when(id, "deleted");
      const early = passed >= 0 && passed < BIN_DAYS * DAY;
      return this.daysLeft(id) <= 0 && !early;
    });
  }

  /** Note that a cluster stands in a file as it was at ``mark``. @param {string} id @param {Uint8Array} mark */
  noteFile(id, mark, at = this.now()) {
    this.doc.transact(() => {
      this.note(id, "filed", at);
      this.note(id, "filed-mark", mark);
    });
  }

  /**
   * Tell how the last file of a work stands: { at, changed, days, due }. ``at`` is missing where there is none;
   * ``changed`` counts the answers that have changed since, ``due`` says that it is time for another one.
   * @param {Work} work
   */
  fileOf(work) {
    const [at, mark] = [this.fact(work.id, "filed"), this.fact(work.id, "filed-mark")];
    const changed = mark ? work.past.changedSince(mark).size : work.entries().length;
    const days = Math.max(
      0,
      Math.floor((this.now() - (at ?? this.when(work.id, "created"))) / DAY),
    );
    const due = changed >= MUCH.answers || (changed > 0 && days >= MUCH.days);
    return { at: at && new Date(at), changed, days, due };
  }

  /** Take all that is noted about a cluster away. @param {string} id */
  drop(id) {
    this.doc.transact(() => {
      for (const key of [...this.#facts.keys()])
        if (key.startsWith(`${id}#`)) this.#facts.delete(key);
    });
  }

  /**
   * Call ``see({ local })`` after every change of the list, here or in another tab.
   * @param {(change: { local: boolean }) => void} see
   */
  watch(see) {
    /** @type {(event: unknown, transaction: { local: boolean }) => void} */
    const hear = (_, { local }) => apart(() => see({ local }));
    this.#facts.observe(hear);
    return () => this.#facts.unobserve(hear);
  }
}
