// Where a browser keeps updates: an IndexedDB in the form of y-indexeddb, asked in promises.
import { Trouble, troubleOf } from "./trouble.js";

const STORES = ["updates", "custom"]; // as y-indexeddb calls them
const ASIDE = "aside."; // in front of the key of an update that cannot be read

/** @type {<T>(asked: IDBRequest<T> & { onblocked?: unknown }) => Promise<T>} */
const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Trouble("broken"));
  });

/** @type {(transaction: IDBTransaction) => Promise<void>} */
export const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Trouble("lost"));
  });

/** @type {(name: string, version?: number) => Promise<IDBDatabase>} */
const openAs = (name, version) => {
  const asked = indexedDB.open(name, version);
  asked.onupgradeneeded = () => {
    const { result } = asked;
    if (!result.objectStoreNames.contains("updates"))
      result.createObjectStore("updates", { autoIncrement: true });
    if (!result.objectStoreNames.contains("custom")) result.createObjectStore("custom");
  };
  return request(asked);
};

/** @type {(database: IDBDatabase) => boolean} */
const isWhole = (database) => STORES.every((store) => database.objectStoreNames.contains(store));

/**
 * Open a database of ours; one that was left without its stores gets them.
 * @type {(name: string) => Promise<IDBDatabase>}
 */
export const openStorage = async (name) => {
  const database = await openAs(name);
  database.onversionchange = () => database.close();
  if (isWhole(database)) return database;
  const { version } = database;
  database.close();
  return openAs(name, version + 1);
};

/** Begin to write: the two stores of one transaction. @type {(database: IDBDatabase) => IDBObjectStore[]} */
export const writing = (database) => {
  const transaction = database.transaction(STORES, "readwrite");
  return STORES.map((store) => transaction.objectStore(store));
};

/**
 * Return the updates that were written after the one with a key, all without one: [[key, update], …].
 * @type {(database: IDBDatabase, seen?: IDBValidKey) => Promise<Kept[]>}
 */
export const readAfter = async (database, seen) => {
  const reading = database.transaction("updates");
  const updates = reading.objectStore("updates");
  const since = seen === undefined ? undefined : IDBKeyRange.lowerBound(seen, true);
  const both = Promise.all([request(updates.getAllKeys(since)), request(updates.getAll(since))]);
  reading.commit?.();
  const [keys, pieces] = await both;
  return keys.map((key, n) => [key, pieces[n]]);
};

/**
 * Put updates that cannot be read aside, under their keys: they are not thrown away.
 * @type {(database: IDBDatabase, unreadable: Kept[]) => Promise<void>}
 */
export const putAside = async (database, unreadable) => {
  if (!unreadable.length) return;
  const [updates, custom] = writing(database);
  for (const [key, update] of unreadable) {
    custom.put(update, ASIDE + key);
    updates.delete(key);
  }
  updates.transaction.commit?.();
  await ended(updates.transaction);
};

/**
 * When the database of a name was last written to, in milliseconds; undefined where it never was.
 * @type {(name: string) => Promise<number | undefined>}
 */
export const writtenAt = async (name) => {
  const database = await openStorage(name);
  try {
    const reading = database.transaction("custom");
    const at = request(reading.objectStore("custom").get("written"));
    reading.commit?.();
    return await at;
  } catch (error) {
    throw troubleOf(error);
  } finally {
    database.close();
  }
};

/**
 * Delete the database of a name; one that is open in another tab goes when that closes.
 * @type {(name: string) => Promise<void>}
 */
export const deleteStorage = (name) =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = asked.onblocked = () => resolve();
    asked.onerror = () => reject(new Trouble("broken", asked.error));
  });
