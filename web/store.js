// The store of one piece of work, in this browser only: a Yjs document (two tabs, later two files, merge without
// loss), kept by y-indexeddb, with tabs joined by BroadcastChannel. Keys are ids, never words or languages.
import * as Y from "yjs";
import { IndexeddbPersistence } from "y-indexeddb";

const NAME = "vademecum.work"; // one piece of work for now; its name is part of nobody's content
const SIGN = "vademecum.kept";
const TICKED = "ticked"; // field of an entry's values: "<id>#ticked"

const remember = () => {
  try {
    localStorage.setItem(SIGN, new Date().toISOString());
  } catch {
    // no localStorage here: the document itself is kept all the same
  }
};

const remembered = () => {
  try {
    const at = localStorage.getItem(SIGN);
    return at ? new Date(at) : undefined;
  } catch {
    return undefined;
  }
};

/** Join the tabs of this browser: each change goes to the others, and a new tab asks for what it missed. */
const joinTabs = (doc) => {
  const channel = new BroadcastChannel(NAME);
  doc.on("update", (update, origin) => {
    if (origin !== channel) channel.postMessage({ update });
  });
  channel.onmessage = ({ data }) => {
    if (data.update) Y.applyUpdate(doc, data.update, channel);
    if (data.ask) channel.postMessage({ update: Y.encodeStateAsUpdate(doc, data.ask) });
  };
  channel.postMessage({ ask: Y.encodeStateVector(doc) });
};

/** Wait until the browser has written what was given to it: a later transaction on the same stores ends after it. */
const written = (database) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(["updates", "custom"], "readwrite");
    transaction.objectStore("custom").put(Date.now(), "written");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** Tell whether this browser lets us keep anything; y-indexeddb itself waits forever where it does not. */
const probe = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(`${NAME}.probe`);
    request.onsuccess = () => {
      request.result.close();
      indexedDB.deleteDatabase(`${NAME}.probe`);
      resolve();
    };
    request.onerror = () => reject(request.error);
  });

/** Open the work kept in this browser; rejects where the browser keeps nothing. */
const open = async () => {
  await probe();
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(NAME, doc);
  await persistence.whenSynced;
  joinTabs(doc);
  const values = doc.getMap("values");
  const key = (id) => `${id}#${TICKED}`;

  return {
    keptAt: remembered(),

    /** Keep ticks (a Map of id → boolean); resolves once the browser has written them. */
    async tick(ticks) {
      doc.transact(() => {
        for (const [id, ticked] of ticks) values.set(key(id), ticked);
      });
      await written(persistence.db);
      remember();
    },

    /** Call ``see(id, ticked)`` for every tick kept, now and whenever one changes here or in another tab. */
    watch(see) {
      const tell = (name) => {
        if (name.endsWith(`#${TICKED}`)) see(name.slice(0, -TICKED.length - 1), values.get(name) === true);
      };
      for (const name of values.keys()) tell(name);
      values.observe((event) => event.keysChanged.forEach(tell));
    },
  };
};

globalThis.vademecumStore = open;
