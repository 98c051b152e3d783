// One cluster's work: every value that people gave, under the key "<id of an entry>#<field>".
//
// Keys are ids, never words or languages. What is chosen, or written on one line (levels, dates, names, numbers), stands
// in one flat map and is never mixed with what another wrote; prose stands in a top-level text for each key. Nothing is
// nested: two tabs or files could create the same nested type twice, and one of them would be lost.
import * as Y from "yjs";
import { apart } from "../faults.js";
import { fromBase64, toBase64 } from "./base64.js";
import { difference } from "./difference.js";
import { newDoc } from "./doc.js";
import { idOf, inRow, isAside } from "./rows.js";
import { below } from "./texts.js";
import { Trouble } from "./trouble.js";

/** Of the data in a document. A document of a later format is never written to. */
export const FORMAT = 2;

/** The name of the note that a writer made a work of an earlier format one of today's. */
export const renewalOf = (writer) => `renewed.${writer}`;

const LOCAL = "local"; // origin of what this page's user does

/** Carry the change ``base`` → ``now`` over to ``current``, which others may have changed; nobody's words go. */
const rebase = (base, now, current) => {
  if (current === base || current === now) return now;
  if (now === base || !current) return now === base ? current : now;
  if (!base) return below(current, now);
  const [start, end, nowEnd] = difference(base, now);
  const [otherStart, otherEnd, otherNowEnd] = difference(base, current);
  const [mine, theirs] = [now.slice(start, nowEnd), current.slice(otherStart, otherNowEnd)];
  if (otherEnd <= start)
    return (
      base.slice(0, otherStart) + theirs + base.slice(otherEnd, start) + mine + base.slice(end)
    );
  if (end <= otherStart)
    return (
      base.slice(0, start) + mine + base.slice(end, otherStart) + theirs + base.slice(otherEnd)
    );
  // Both changed the same words: each one's stand, one after the other.
  return (
    base.slice(0, Math.min(start, otherStart)) + theirs + mine + base.slice(Math.max(end, otherEnd))
  );
};

/** Change a text in as few places as the difference needs, so that others' edits beside it stay. */
const rewrite = (text, now) => {
  const [start, end, newEnd] = difference(text.toString(), now);
  if (end > start) text.delete(start, end - start);
  if (newEnd > start) text.insert(start, now.slice(start, newEnd));
};

/** One cluster's work over a Yjs document; ``database`` is missing where nothing can be kept. */
export class Work {
  #values;
  #records;
  #texts = new Map(); // key → Y.Text, those that were ever written
  #watchers = new Set();
  #state; // the whole history as bytes
  #kept; // how far the browser is known to have written: a state vector

  constructor(id, doc, database) {
    this.id = id;
    this.place = id; // what tells this copy from those of other browsers, where there is more than the id to tell it by
    this.doc = doc;
    this.database = database;
    this.#values = doc.getMap("values");
    this.#records = doc.getMap("records");
    this.#findTexts();
    this.#kept = this.mark;
    doc.on("beforeTransaction", () => (this.#state = undefined));
    doc.on("afterTransaction", (transaction) => this.#tell(transaction));
  }

  #findTexts() {
    for (const name of this.doc.share.keys()) {
      if (name.includes("#") && !this.#texts.has(name))
        this.#texts.set(name, this.doc.getText(name));
    }
  }

  /** The format of the data, higher than FORMAT when a later version of the site wrote them. */
  get format() {
    return this.#values.get("#format") ?? FORMAT;
  }

  /** Return what stands under a key: a value, a text, or undefined. */
  get(key) {
    return this.#values.get(key) ?? (this.#texts.get(key)?.toString() || undefined);
  }

  /** Return every key that holds something that people entered, with what it holds: [[key, value], …]. */
  entries() {
    return this.pairs().filter(([key]) => !isAside(key));
  }

  /** Return every key that holds something, also the order of rows: [[key, value], …]. */
  pairs() {
    const found = new Map();
    for (const [key, text] of this.#texts) if (text.length) found.set(key, text.toString());
    for (const [key, value] of this.#values.entries()) found.set(key, value);
    found.delete("#format");
    return [...found];
  }

  /** Tell whether a key holds a text (to be merged) rather than a value (to be chosen). */
  isText(key) {
    return !this.#values.has(key) && Boolean(this.#texts.get(key)?.length);
  }

  /**
   * Make changes, [[key, value], …], all or none. A value of undefined takes away what stands there.
   * ``bases`` names the keys whose value is prose, each with the text that its writer started from: what others wrote
   * in the meantime stays. All other values take the place of what stood there.
   */
  change(changes, bases = new Map(), origin = LOCAL) {
    if (this.format > FORMAT) throw new Trouble("newer");
    this.doc.transact(() => {
      for (const [key, value] of changes) {
        if (bases.has(key)) {
          this.#text(key, value ?? "", bases.get(key));
          this.#values.delete(key);
          continue;
        }
        if (this.#texts.get(key)?.length) this.#text(key, "");
        if (value === undefined) this.#values.delete(key);
        else this.#values.set(key, value);
      }
      if (!this.#values.has("#format")) this.#values.set("#format", FORMAT);
    }, origin);
  }

  #text(key, now, base) {
    if (!this.#texts.has(key)) this.#texts.set(key, this.doc.getText(key));
    const text = this.#texts.get(key);
    rewrite(text, base === undefined ? now : rebase(base, now, text.toString()));
  }

  /** The changes under a key, also those that have gone since. */
  *#items(key) {
    for (let item = this.#values._map.get(key); item; item = item.left) yield item;
    for (let item = this.#texts.get(key)?._start; item; item = item.right) yield item;
  }

  #knows({ id, length }) {
    return id.clock + length <= Y.getState(this.doc.store, id.client);
  }

  /** What is noted of a change that renew() made; undefined for everyone else's. */
  #renewal({ id }) {
    return this.#records.get(renewalOf(id.client));
  }

  /** Tell whether this work has known what ``other`` holds under a key: the value, or a part of the text. */
  hasSeen(other, key) {
    const known = (item) => item.id.clock < Y.getState(this.doc.store, item.id.client);
    const value = other.#values._map.get(key);
    if (value && !value.deleted) return known(value);
    const items = [...other.#items(key)].filter(({ parentSub }) => parentSub === null);
    // A text that was moved here goes on from none that stood here before.
    const moved = items.some((item) => !item.deleted && other.#renewal(item));
    return items.some((item) => known(item) && !(moved && item.deleted));
  }

  /**
   * Tell whether ``other`` holds under a key what renew() made or moved there, and this work has known all that it was
   * made from, wherever that stood.
   */
  hasSeenBefore(other, key) {
    const passed = new Set(); // writers of renewals
    for (let at = key; ; ) {
      const items = [...other.#items(at)].filter(({ id }) => !passed.has(id.client));
      const fresh = items.filter((item) => !this.#knows(item));
      if (!fresh.length) return passed.size > 0 && items.length > 0;
      if (!fresh.every((item) => other.#renewal(item))) return false;
      const { from } = other.#renewal(fresh[0]);
      for (const { id } of fresh) passed.add(id.client);
      if (from && Object.hasOwn(from, idOf(at))) at = inRow(at, from[idOf(at)]);
    }
  }

  /** Return every key under which anything was ever written, also what has gone since. */
  get everWritten() {
    return new Set([...this.#values._map.keys(), ...this.#texts.keys()]);
  }

  /** Return a name for the first change under a key, the same in every copy of the history; undefined where none is. */
  firstChange(key) {
    const items = [...this.#items(key)];
    // A value's changes go backwards in time; of a text's, the first is the one that was written into nothing.
    const first = this.#values._map.has(key)
      ? items.filter(({ parentSub }) => parentSub === key).at(-1)
      : items.find(({ origin, rightOrigin }) => !origin && !rightOrigin);
    const item = first ?? items[0];
    return item && `${item.id.client}:${item.id.clock}`;
  }

  /** A mark of how far this work has come: a few bytes. */
  get mark() {
    return Y.encodeStateVector(this.doc);
  }

  /** Return the keys that got another value, or more text, since a mark was taken. */
  changedSince(mark) {
    const then = Y.decodeStateVector(mark);
    const later = (item) => item.id.clock + item.length > (then.get(item.id.client) ?? 0);
    const changed = [...this.#values._map]
      .filter(([key, item]) => key !== "#format" && !isAside(key) && later(item))
      .map(([key]) => key);
    for (const [key, text] of this.#texts) {
      for (let item = text._start; item; item = item.right) {
        if (!later(item)) continue;
        changed.push(key);
        break;
      }
    }
    return new Set(changed);
  }

  /** Do several things as one change. */
  together(what, origin = LOCAL) {
    return this.doc.transact(what, origin);
  }

  /** Call ``see(changes, local)`` with a Map key → value after every change; return what stops that. */
  watch(see) {
    this.#watchers.add(see);
    return () => this.#watchers.delete(see);
  }

  #tell(transaction) {
    const keys = new Set();
    const named = new Map([...this.doc.share].map(([name, type]) => [type, name])); // looked up once, not for each text
    for (const [type, names] of transaction.changed) {
      if (type === this.#values) for (const key of names) keys.add(key);
      else if (type !== this.#records && type._item === null) keys.add(named.get(type));
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

  /** Note something, or take a note away with undefined. */
  record(name, what) {
    if (this.format > FORMAT) throw new Trouble("newer");
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

  /** Make the unsaved changes of an earlier page, those that are missing; false where what they build on is gone. */
  recover(unsaved) {
    try {
      const changes = fromBase64(unsaved);
      const trial = newDoc();
      for (const update of [this.state(), changes]) Y.applyUpdate(trial, update);
      if (trial.store.pendingStructs || trial.store.pendingDs) return false;
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

  /** Take in another history: nothing of either is lost. */
  join(state, origin = "join") {
    Y.applyUpdate(this.doc, state, origin);
  }

  /** Take in the history of another work; its texts can be read at once, also inside ``together``. */
  joinWork(other) {
    for (const key of other.#texts.keys())
      if (!this.#texts.has(key)) this.#texts.set(key, this.doc.getText(key));
    this.join(other.state());
  }
}
