// What a page waits for: scripts, and a storage that may never answer.

const PATIENCE = 20_000; // milliseconds after which something that was asked for may never come

/** @type {(name: string) => Error} */
const failure = (name) => Object.assign(new Error(name), { name });

/** Load a script; resolves when it has run, rejects with "connection". @type {(source: string) => Promise<void>} */
export const load = (source) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(failure("connection"));
    };
    document.head.append(script);
  });

/**
 * Wait for something, but not for ever: then people are told. A storage that opens too late is closed again.
 * @template T @param {Promise<T>} coming @param {string} name @returns {Promise<T>}
 */
export const timely = async (coming, name) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      coming.then(
        (found) => /** @type {Closable | undefined} */ (found)?.database?.close(),
        () => {},
      );
      reject(failure(name));
    }, PATIENCE);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** @type {(name: string) => Promise<boolean>} */
const holds = (name) =>
  new Promise((resolve) => {
    const asked = indexedDB.open(name);
    asked.onupgradeneeded = () => asked.transaction?.abort(); // it was not there, and is not made
    asked.onsuccess = () => {
      asked.result.close();
      resolve(true);
    };
    asked.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
  });

/** Tell whether a browser whose memory says nothing holds work all the same. @type {() => Promise<boolean>} */
export const holdsWork = async () => {
  try {
    // Firefox before 126 has no list of its databases.
    if (!indexedDB.databases)
      return (await holds("vademecum.clusters")) || (await holds("vademecum.work"));
    return (await indexedDB.databases()).some(({ name }) => name?.startsWith("vademecum."));
  } catch {
    return false; // refused: the first answer says so
  }
};

export { failure };
