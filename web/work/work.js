// One cluster's work: every value that people gave, under the key "<id of an entry>#<field>".
//
// Keys are ids, never words or languages. What is chosen, or written on one line (levels, dates, names, numbers), stands
// in one flat map and is never mixed with what another wrote; prose stands in a top-level text for each key. Nothing is
// nested: two tabs or files could create the same nested type twice, and one of them would be lost.
import * as Y from "yjs";
import { apart } from "../faults.js";
import { fromBase64, toBase64 } from "./base64.js";
import { namesIn, newDoc, waitsIn } from "./doc.js";
import { Past } from "./past.js";
import { isAside } from "./rows.js";
import { rebase, rewrite } from "./texts.js";
import { Trouble } from "./trouble.js";

/** Of the data in a document. A document of a later format is never written to. */
export const FORMAT = 2;

const LOCAL = "local"; // origin of what this page's user does

/** One cluster's work over a Yjs document; ``database`` is missing where nothing can be kept. */
export class Work {
  /** @type {Values<Value>} */
  #values;
  /** @type {Values} */
  #records;
  /** @type {Map<string, Y.Text>} */
  #texts = new Map(); // those that were ever written
  /** @type {Set<Watcher>} */
  #watchers = new Set();
  /** @type {Uint8Array | undefined} */
  #state; // the whole history as bytes
  #kept; // how far the browser is known to have written: a state vector

  fixed = false; // it is only to be read

  /** @param {string} id @param {Doc} doc @param {import("./database.js").Database} [database] missing where nothing can be kept */
  constructor(id, doc, database) {
    this.id = id;
    this.place = id; // what tells this copy from those of other browsers, where there is more than the id to tell it by
    this.doc = doc;
    this.database = database;
    this.#values = doc.getMap("values");
    this.#records = doc.getMap("records");
    this.#findTexts();
    this.past = new Past(doc, this.#texts);
    this.#kept = this.mark;
    doc.on("beforeTransaction", () => (this.#state = undefined));
    doc.on("afterTransaction", (transaction) => this.#tell(transaction));
  }

  #findTexts() {
    for (const name of namesIn(this.doc).values())
      if (name.includes("#") && !this.#texts.has(name))
        this.#texts.set(name, this.doc.getText(name));
  }

  /** The format of the data, higher than FORMAT when a later version of the site wrote them. */
  get format() {
    return Number(this.#values.get("#format") ?? FORMAT);
  }

  /**
   * Return what stands under a key: a value, a text, or undefined.
   * @param {string} key @returns {Value | undefined}
   */
  get(key) {
    return this.#values.get(key) ?? (this.#texts.get(key)?.toString() || undefined);
  }

  /** Return every key that holds something that people entered, with what it holds: [[key, value], …]. */
  entries() {
    return this.pairs().filter(([key]) => !isAside(key));
  }

  /** Return every key that holds something, also the order of rows: [[key, value], …]. */
  pairs() {
    const pairs = new Map();
    for (const [key, text] of this.#texts) if (text.length) pairs.set(key, text.toString());
    for (const [key, value] of this.#values.entries()) pairs.set(key, value);
    pairs.delete("#format");
    return [...pairs];
  }

  /** Tell whether a key holds a text (to be merged) rather than a value (to be chosen). @param {string} key */
  isText(key) {
    return !this.#values.has(key) && Boolean(this.#texts.get(key)?.length);
  }

  /** Return the prose under a key; an empty text where there is none. @param {string} key */
  prose(key) {
    return this.isText(key) ? String(this.get(key)) : "";
  }

  /**
   * Make changes, [[key, value], …], all or none. A value of undefined takes away what stands there.
   * ``bases`` names the keys whose value is prose, each with the text that its writer started from: what others wrote
   * in the meantime stays. All other values take the place of what stood there.
   * @param {Change[]} changes @param {Map<string, string | undefined>} bases
   */
  change(changes, bases = new Map(), origin = LOCAL) {
    this.#refuse();
    this.doc.transact(() => {
      for (const [key, value] of changes) {
        this.#set(key, value, bases.get(key));
      }
      if (!this.#values.has("#format")) this.#values.set("#format", FORMAT);
    }, origin);
  }

  #refuse() {
    if (this.fixed) throw new Trouble("unchanged");
    if (this.format > FORMAT) throw new Trouble("newer");
  }

  /** What is no text stays what it is, also in the place of prose. @param {string} key @param {Value | undefined} value @param {string} [base] */
  #set(key, value, base) {
    const prose = base !== undefined && (value === undefined || typeof value === "string");
    if (prose) this.#text(key, value ?? "", base);
    else if (this.#texts.get(key)?.length) this.#text(key, "");
    if (prose || value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
  }

  /** @param {string} key @param {string} now @param {string} [base] */
  #text(key, now, base) {
    const text = this.#texts.get(key) ?? this.doc.getText(key);
    this.#texts.set(key, text);
    rewrite(text, base === undefined ? now : rebase(base, now, text.toString()));
  }

  /** A mark of how far this work has come: a few bytes. */
  get mark() {
    return Y.encodeStateVector(this.doc);
  }

  /** Do several things as one change. @template T @param {() => T} what */
  together(what, origin = LOCAL) {
    return this.doc.transact(what, origin);
  }

  /**
   * Call ``see(changes, local)`` with a Map key → value after every change; return what stops that.
   * @param {Watcher} see
   */
  watch(see) {
    this.#watchers.add(see);
    return () => this.#watchers.delete(see);
  }

  /** @param {import("yjs").Transaction} transaction */
  #tell(transaction) {
    /** @type {Set<string>} */
    const keys = new Set();
    const named = namesIn(this.doc); // looked up once, not for each text
    for (const [type, names] of transaction.changed) {
      const name = named.get(type); // what stands inside of something else has none
      if (name === "values") for (const key of names) keys.add(String(key));
      else if (name && name !== "records") keys.add(name);
    }
    this.#findTexts(); // only now: it puts new objects in the place of those that the transaction names
    keys.delete("#format");
    if (!keys.size) return;
    const changes = new Map([...keys].map((key) => [key, this.get(key)]));
    for (const see of this.#watchers) apart(() => see(changes, transaction.origin === LOCAL));
  }

  /** What was noted about the work by a unique name: snapshots, merges. Records are written once. */
  get records() {
    return new Map(this.#records.entries());
  }

  /** Note something, or take a note away with undefined. @param {string} name @param {unknown} what */
  record(name, what) {
    this.#refuse();
    if (what === undefined) this.#records.delete(name);
    else this.#records.set(name, what);
  }

  /** Resolve once everything is written in this browser; reject with a Trouble. */
  async saved() {
    if (!this.database) throw new Trouble("refused");
    const { mark } = this;
    await this.database.saved();
    this.#kept = mark;
  }

  /** The changes that are not known to be written yet, as text. */
  get unsaved() {
    return toBase64(Y.encodeStateAsUpdate(this.doc, this.#kept));
  }

  /**
   * Make the unsaved changes of an earlier page, those that are missing; false where what they build on is gone.
   * @param {string} unsaved
   */
  recover(unsaved) {
    try {
      const changes = fromBase64(unsaved);
      const trial = newDoc();
      for (const update of [this.state(), changes]) Y.applyUpdate(trial, update);
      if (Object.values(waitsIn(trial)).some(Boolean)) return false;
      this.join(changes);
      return true;
    } catch {
      return false; // it is no history
    }
  }

  /** The whole history, for files and copies; written once until something changes. */
  state() {
    this.#state ??= Y.encodeStateAsUpdate(this.doc);
    return this.#state;
  }

  /** Take in another history: nothing of either is lost. @param {Uint8Array} state */
  join(state, origin = "join") {
    Y.applyUpdate(this.doc, state, origin);
  }

  /**
   * Take in the history of another work; its texts can be read at once, also inside ``together``.
   * @param {Work} other
   */
  joinWork(other) {
    for (const key of other.#texts.keys())
      if (!this.#texts.has(key)) this.#texts.set(key, this.doc.getText(key));
    this.join(other.state());
  }
}
