// A Yjs document kept in this browser: in the form of y-indexeddb, which reads it; tabs are joined by a
// BroadcastChannel. Writing is done here, and whatever goes wrong is noticed: y-indexeddb itself waits forever where a
// browser refuses, leaves a page's last words to chance when it closes, and leaves a gap in the history when one write
// fails: what comes after the gap could never be read again.
import * as Y from "yjs";
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE } from "y-indexeddb";
import { Trouble, troubleOf } from "./trouble.js";

const STORES = ["updates", "custom"]; // as y-indexeddb calls them
const ASIDE = "aside."; // in front of the key of an update that cannot be read
const NOTHING = 2; // bytes of an update without changes

const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Trouble("broken"));
  });

const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Trouble("lost"));
  });

const openAs = (name, version) => {
  const asked = indexedDB.open(name, version);
  asked.onupgradeneeded = () => {
    const { result } = asked;
    if (!result.objectStoreNames.contains("updates")) result.createObjectStore("updates", { autoIncrement: true });
    if (!result.objectStoreNames.contains("custom")) result.createObjectStore("custom");
  };
  return request(asked);
};

const isWhole = (database) => STORES.every((store) => database.objectStoreNames.contains(store));

/** Open a database of ours; one that was left without its stores gets them. */
const openRaw = async (name) => {
  const database = await openAs(name);
  database.onversionchange = () => database.close();
  if (isWhole(database)) return database;
  const { version } = database;
  database.close();
  return openAs(name, version + 1);
};

/**
 * For the time of opening, silence what y-indexeddb throws at nobody when the browser lacks room for the note that it
 * makes then: what is the matter is said by ``aborted`` and at the next writing. Returns what ends the silence.
 */
const quiet = () => {
  const words = /QuotaExceeded|Abort|TransactionInactive|InvalidState/;
  const hear = (event) => words.test(`${event.reason?.name} ${event.reason}`) && event.preventDefault();
  globalThis.addEventListener?.("unhandledrejection", hear);
  return () => setTimeout(() => globalThis.removeEventListener?.("unhandledrejection", hear), 1000);
};

/** Read every update before y-indexeddb does: one that cannot be read is put aside, not thrown away. */
const inspect = async (name) => {
  const database = await openRaw(name);
  try {
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
      writing.objectStore("custom").put(updates[keys.indexOf(key)], ASIDE + key);
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
  #missed = false; // whether something changed that no write holds
  #mending;
  #last; // the last write
  #pieces = 0; // written since the whole was
  #ears = [];

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

  /** Whether a part of the work cannot be read: it is not thrown away, and another copy of the work mends it. */
  get damaged() {
    return this.aside > 0 || this.doc.store.pendingStructs !== null;
  }

  async #connect() {
    const loud = quiet();
    try {
      this.aside += await inspect(this.name);
      this.#persistence = new IndexeddbPersistence(this.name, this.doc);
      this.doc.off("update", this.#persistence._storeUpdate); // #write does that
      await Promise.race([this.#persistence.whenSynced, aborted(this.#persistence)]);
      this.#pieces = (await request(this.#stores("readonly")[0].count())) - 1;
    } catch (error) {
      throw troubleOf(error);
    } finally {
      loud();
    }
    this.#persistence.db.addEventListener("close", () => (this.#failure = new Trouble("lost")));
  }

  #stores(mode) {
    const transaction = this.#persistence.db.transaction(STORES, mode);
    return STORES.map((store) => transaction.objectStore(store));
  }

  /** Each change is written, goes to the other tabs, and a new tab asks for what it missed. */
  #join() {
    this.#channel = new BroadcastChannel(this.name);
    const write = (update, origin) => origin !== this.#persistence && this.#write(update);
    const pass = (update, origin) => origin !== this.#channel && this.#channel.postMessage({ update });
    this.#ears = [write, pass];
    for (const ear of this.#ears) this.doc.on("update", ear);
    this.#channel.onmessage = ({ data }) => {
      if (data.update) Y.applyUpdate(this.doc, data.update, this.#channel);
      if (!data.ask) return;
      const update = Y.encodeStateAsUpdate(this.doc, data.ask);
      if (update.length > NOTHING) this.#channel.postMessage({ update });
    };
    this.#ask();
  }

  #ask() {
    this.#channel.postMessage({ ask: Y.encodeStateVector(this.doc) });
  }

  /** Hand an update to the browser within the event that made it, so that it is safe when the page closes next. */
  #write(update) {
    this.#missed = true;
    if (this.#failure) return; // the whole is written next
    try {
      const [updates, custom] = this.#stores("readwrite");
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
      const since = IDBKeyRange.lowerBound(this.#persistence._dbref);
      for (const update of await request(this.#stores("readonly")[0].getAll(since))) Y.applyUpdate(this.doc, update, this.#persistence);
    } catch (error) {
      this.#failure ??= error;
    }
    if (this.#failure) throw troubleOf(this.#failure);
  }

  /** Resolve once the browser has written all that was given to it so far; reject with a Trouble if it has not. */
  async saved() {
    await this.#last;
    if (this.#failure || this.#pieces >= PREFERRED_TRIM_SIZE) {
      this.#mending ??= this.#mend().finally(() => (this.#mending = undefined));
      await this.#mending;
    }
  }

  /** After a failure, and when there are many pieces, the whole is written, so that no gap stays in the history. */
  async #mend() {
    try {
      if (this.#failure && troubleOf(this.#failure).name === "lost") {
        await this.#persistence.destroy();
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

  async #writeWhole() {
    const [updates, custom] = this.#stores("readwrite");
    const done = ended(updates.transaction);
    done.catch(() => {}); // the requests below tell as well
    for (const update of await request(updates.getAll())) Y.applyUpdate(this.doc, update, this.#persistence);
    const key = await request(updates.add(Y.encodeStateAsUpdate(this.doc)));
    updates.delete(IDBKeyRange.upperBound(key, true));
    custom.put(Date.now(), "written");
    await done;
    this.#pieces = 1;
  }

  /** Close the storage and leave the other tabs. */
  async close() {
    for (const ear of this.#ears) this.doc.off("update", ear);
    this.#channel.close();
    await this.#last;
    await this.#persistence.destroy();
  }
}
