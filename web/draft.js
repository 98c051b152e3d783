// What was entered and is not known to be written yet, kept for this tab: it outlives a reload, a crash of the page
// and the way to another page, where the store then takes it in. Each cluster has a draft of its own, which waits until
// that cluster is open again: words never go to another one.
//
// What the store had already got may be written in part, nobody knows how far. So the draft holds the store's own
// ``changes`` too, which can be made twice without doubling a word; ``made`` is the value that they lead to.
import { tab } from "./memory.js";
import { isKey } from "./work/limits.js";

const NAME = "vademecum.draft"; // and the cluster: "vademecum.draft.<id>"

/** What stands for the cluster where none was ever chosen: its words go to the first one. */
export const FIRST = "";

/** @type {(cluster: string) => string} */
const nameOf = (cluster) => `${NAME}.${cluster}`;

/** @type {(name: string) => (Partial<Draft> & { cluster?: string }) | null} */
const parsed = (name) => {
  try {
    return JSON.parse(String(tab.get(name)));
  } catch {
    return null; // nothing of ours
  }
};

/** A page of an earlier version kept one draft, with its cluster inside. */
const takeOver = () => {
  const old = parsed(NAME);
  if (!old) return;
  if (!parsed(nameOf(old.cluster ?? FIRST)))
    tab.set(nameOf(old.cluster ?? FIRST), String(tab.get(NAME)));
  tab.set(NAME);
};

/** @type {(one: unknown) => boolean} */
const isGiven = (one) =>
  Array.isArray(one) && isKey(one[0]) && typeof one[1] === "object" && one[1] !== null;

/**
 * Keep { given: [[key, { value, base, made }], …], changes, about } for a cluster; nothing given takes the draft away.
 * @type {(cluster: string, draft: Draft) => void}
 */
export const writeDraft = (cluster, draft) =>
  tab.set(nameOf(cluster), draft.given.length ? JSON.stringify(draft) : undefined);

/** Take the draft of a cluster away. @type {(cluster: string) => void} */
export const dropDraft = (cluster) => tab.set(nameOf(cluster));

/**
 * Return what a page of this tab left for a cluster, in the same form; whatever stands there, it never throws.
 * @type {(cluster: string) => Draft}
 */
export const readDraft = (cluster) => {
  takeOver();
  const draft = parsed(nameOf(cluster));
  const given = Array.isArray(draft?.given) ? draft.given.filter(isGiven) : [];
  return { given, changes: draft?.changes, about: draft?.about };
};
