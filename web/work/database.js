// A Yjs document kept in this browser: y-indexeddb writes it, tabs are joined by a BroadcastChannel, and whatever
// goes wrong with the storage is noticed. y-indexeddb itself waits forever where a browser refuses, and leaves a gap
// in the history when one write fails: what comes after the gap could never be read again.
import * as Y from "yjs";
import { IndexeddbPersistence, fetchUpdates, storeState } from "y-indexeddb";
import { Trouble, troubleOf } from "./trouble.js";

const STORES = ["updates", "custom"]; // as y-indexeddb calls them

const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Trouble("broken"));
  });

const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

const openRaw = (name) => {
  const asked = indexedDB.open(name);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("updates", { autoIncrement: true });
    asked.result.createObjectStore("custom");
  };
  return request(asked);
};

/** Read every update before y-indexeddb does: one that cannot be read is put aside, not thrown away. */
const inspect = async (name) => {
  const database = await openRaw(name);
  try {
    if (STORES.some((store) => !database.objectStoreNames.contains(store))) throw new Trouble("broken");
    const reading = database.transaction("updates").objectStore("updates");
    const [keys, updates] = await Promise.all([request(reading.getAllKeys()), request(reading.getAll())]);
    const trial = new Y.Doc();
    const unreadable = keys.filter((_, n) => {
      try {
        Y.applyUpdate(trial, updates[n]);
        return false;
      } catch {
        return true;
      }
    });
    if (!unreadable.length) return 0;
    const writing = database.transaction(STORES, "readwrite");
    for (const key of unreadable) {
      writing.objectStore("custom").put(updates[keys.indexOf(key)], `aside.${key}`);
      writing.objectStore("updates").delete(key);
    }
    await ended(writing);
    return unreadable.length;
  } finally {
    database.close();
  }
};

/** Rejects when a transaction of y-indexeddb is aborted while it opens: on a full disk it would wait forever. */
const aborted = async (persistence) => {
  const database = await persistence._db;
  await new Promise((_, reject) => {
    database.addEventListener("abort", (event) => reject(event.target.error ?? new Trouble("full")));
  });
};

/** One document, its storage and its tabs. */
export class Database {
  #persistence;
  #channel;
  #failure; // what the last write that failed said; the next write then stores the whole state

  /** Open ``name`` and read what it holds into ``doc``; rejects with a Trouble where nothing can be kept. */
  static async open(name, doc) {
    const database = new Database();
    database.name = name;
    database.doc = doc;
    await database.#connect();
    database.#join();
    return database;
  }

  /** When the database of a name was last written to, in milliseconds; undefined where it never was. */
  static async written(name) {
    const database = await openRaw(name);
    try {
      return await request(database.transaction("custom").objectStore("custom").get("written"));
    } catch (error) {
      throw troubleOf(error);
    } finally {
      database.close();
    }
  }

  /** How many pieces of the history could not be read and were put aside. */
  aside = 0;

  async #connect() {
    try {
      this.aside += await inspect(this.name);
      this.#persistence = new IndexeddbPersistence(this.name, this.doc);
      await Promise.race([this.#persistence.whenSynced, aborted(this.#persistence)]);
    } catch (error) {
      throw troubleOf(error);
    }
    const { db } = this.#persistence;
    // Aborted transactions of y-indexeddb bubble up to here; it does not look at them itself.
    db.addEventListener("abort", (event) => (this.#failure = event.target.error ?? new Trouble("full")));
    db.addEventListener("close", () => (this.#failure = new Trouble("lost")));
  }

  /** Each change goes to the other tabs, and a new tab asks for what it missed. */
  #join() {
    this.#channel = new BroadcastChannel(this.name);
    this.doc.on("update", (update, origin) => {
      if (origin !== this.#channel) this.#channel.postMessage({ update });
    });
    this.#channel.onmessage = ({ data }) => {
      if (data.update) Y.applyUpdate(this.doc, data.update, this.#channel);
      if (data.ask) this.#channel.postMessage({ update: Y.encodeStateAsUpdate(this.doc, data.ask) });
    };
    this.#ask();
  }

  #ask() {
    this.#channel.postMessage({ ask: Y.encodeStateVector(this.doc) });
  }

  /** Take in what other tabs wrote while this one slept or stood in the browser's page cache. */
  async catchUp() {
    this.#ask();
    if (this.#failure) return;
    try {
      await fetchUpdates(this.#persistence);
    } catch (error) {
      this.#failure = error;
    }
  }

  /** Resolve once the browser has written all that was given to it so far; reject with a Trouble if it has not. */
  async saved() {
    try {
      if (this.#failure) await this.#mend();
      // A later transaction on the same stores ends after the earlier ones.
      const transaction = this.#persistence.db.transaction(STORES, "readwrite");
      transaction.objectStore("custom").put(Date.now(), "written");
      await ended(transaction);
      if (this.#failure) throw this.#failure;
    } catch (error) {
      this.#failure ??= error;
      throw troubleOf(this.#failure);
    }
  }

  /** After a failure the whole state is written, so that no gap stays in the history. */
  async #mend() {
    const lost = troubleOf(this.#failure).name === "lost";
    this.#failure = undefined;
    if (lost) {
      await this.#persistence.destroy();
      await this.#connect();
    }
    await storeState(this.#persistence, true);
  }

  /** Close the storage and leave the other tabs. */
  async close() {
    this.#channel.close();
    await this.#persistence.destroy();
  }
}
