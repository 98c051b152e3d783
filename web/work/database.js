// A Yjs document kept in this browser in the form of y-indexeddb, so that y-indexeddb can read it; tabs are joined by a
// BroadcastChannel. Every transaction is asked for in one go and committed at once: WebKit keeps a page that is left
// with its open transactions, and those bar the next page from the database. y-indexeddb itself opens with a writing
// transaction of several steps, waits forever where a browser refuses, and leaves a gap in the history when one write
// fails: what comes after the gap could never be read again.
import * as Y from "yjs";
import { newDoc, waitsIn } from "./doc.js";
import { ended, openStorage, putAside, readAfter, writing } from "./storage.js";
import { Trouble, troubleOf } from "./trouble.js";

const NOTHING = 2; // bytes of an update without changes
const MANY = 500; // pieces of the history after which the whole is written in their place, as y-indexeddb does

/**
 * Tell whether an update applies to a document of this history.
 * @type {(trial: Doc, update: Uint8Array) => boolean}
 */
const applies = (trial, update) => {
  try {
    Y.applyUpdate(trial, update);
    return true;
  } catch {
    return false;
  }
};

/** One document, its storage and its tabs. */
export class Database {
  /** @type {IDBDatabase} */
  #storage;
  /** @type {IDBValidKey | undefined} */
  #seen; // the key of the last update that was read
  /** @type {BroadcastChannel} */
  #channel;
  /** @type {unknown} */
  #failure; // what the last write that failed said; the next write then stores the whole state
  #missed = false; // whether something changed that no write holds
  /** @type {Promise<void> | undefined} */
  #mending;
  /** @type {Promise<unknown> | undefined} */
  #last; // the last write
  #pieces = 0; // written since the whole was
  /** @type {((update: Uint8Array, origin: unknown) => void)[]} */
  #ears = [];

  /** @param {string} name @param {Doc} doc */
  constructor(name, doc) {
    this.name = name;
    this.doc = doc;
  }

  /**
   * Open ``name`` and read what it holds into ``doc``; rejects with a Trouble where nothing can be kept.
   * @param {string} name @param {Doc} doc
   */
  static async open(name, doc) {
    const database = new Database(name, doc);
    await database.#connect();
    database.#join();
    return database;
  }

  /** How many pieces of the history could not be read and were put aside. */
  aside = 0;

  /** Whether a part of the work cannot be read: it is not thrown away, and another copy of the work mends it. */
  get damaged() {
    return this.aside > 0 || waitsIn(this.doc).changes;
  }

  async #connect() {
    try {
      this.#storage = await openStorage(this.name);
      this.#storage.addEventListener("close", () => (this.#failure = new Trouble("lost")));
      const pieces = await readAfter(this.#storage, this.#seen);
      const trial = newDoc();
      const unreadable = pieces.filter(([, update]) => !applies(trial, update));
      await putAside(this.#storage, unreadable);
      this.aside += unreadable.length;
      this.#take(pieces.filter((piece) => !unreadable.includes(piece)));
      this.#pieces = pieces.length - unreadable.length;
    } catch (error) {
      this.#storage?.close();
      throw troubleOf(error);
    }
  }

  /** @param {Kept[]} pieces */
  #take(pieces) {
    const apply = () => {
      for (const [, update] of pieces) Y.applyUpdate(this.doc, update, this);
    };
    this.doc.transact(apply, this);
    this.#seen = pieces.at(-1)?.[0] ?? this.#seen;
  }

  /** Each change is written, goes to the other tabs, and a new tab asks for what it missed. */
  #join() {
    this.#channel = new BroadcastChannel(this.name);
    this.#ears = [
      (update, origin) => origin !== this && this.#write(update),
      (update, origin) => origin !== this.#channel && this.#tell({ update }),
    ];
    for (const ear of this.#ears) this.doc.on("update", ear);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#ask();
  }

  /** @param {TabMessage} data */
  #hear({ update: theirs, ask }) {
    if (theirs) Y.applyUpdate(this.doc, theirs, this.#channel);
    if (!ask) return;
    const update = Y.encodeStateAsUpdate(this.doc, ask);
    if (update.length > NOTHING) this.#tell({ update });
  }

  /** @param {TabMessage} message */
  #tell(message) {
    this.#channel.postMessage(message);
  }

  #ask() {
    this.#tell({ ask: Y.encodeStateVector(this.doc) });
  }

  /**
   * Hand an update to the browser within the event that made it, so that it is safe when the page closes next.
   * @param {Uint8Array} update
   */
  #write(update) {
    this.#missed = true;
    if (this.#failure) return; // the whole is written next
    try {
      const [updates, custom] = writing(this.#storage);
      updates.add(update);
      custom.put(Date.now(), "written");
      this.#last = ended(updates.transaction).catch((error) => (this.#failure ??= error));
      updates.transaction.commit?.();
      this.#missed = false;
      this.#pieces += 1;
    } catch (error) {
      this.#failure = error;
    }
  }

  /** Take in what other tabs wrote while this one slept or stood in the browser's page cache. */
  async catchUp() {
    this.#ask();
    try {
      this.#take(await readAfter(this.#storage, this.#seen));
    } catch (error) {
      this.#failure ??= error;
    }
    if (this.#failure) throw troubleOf(this.#failure);
  }

  /** Resolve once the browser has written all that was given to it so far; reject with a Trouble if it has not. */
  async saved() {
    await this.#last;
    if (this.#failure || this.#pieces >= MANY) {
      this.#mending ??= this.#mend().finally(() => (this.#mending = undefined));
      await this.#mending;
    }
  }

  /** After a failure, and when there are many pieces, the whole is written, so that no gap stays in the history. */
  async #mend() {
    try {
      if (this.#failure && troubleOf(this.#failure).name === "lost") {
        this.#storage.close();
        this.#seen = undefined;
        await this.#connect();
      }
      do {
        this.#missed = false;
        await this.#writeWhole();
      } while (this.#missed);
      this.#failure = undefined;
    } catch (error) {
      this.#failure = error;
      throw troubleOf(error);
    }
  }

  /** What others write meanwhile gets a later key than those that were read, and stays. */
  async #writeWhole() {
    this.#take(await readAfter(this.#storage, this.#seen));
    const [updates, custom] = writing(this.#storage);
    const done = ended(updates.transaction);
    updates.add(Y.encodeStateAsUpdate(this.doc));
    if (this.#seen !== undefined) updates.delete(IDBKeyRange.upperBound(this.#seen));
    custom.put(Date.now(), "written");
    updates.transaction.commit?.();
    await done;
    this.#pieces = 1;
  }

  /** Close the storage and leave the other tabs. */
  async close() {
    for (const ear of this.#ears) this.doc.off("update", ear);
    this.#channel.close();
    await this.#last;
    this.#storage.close();
  }
}
