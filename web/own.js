// The cluster of this tab, which it keeps whatever others choose; new tabs take the one chosen last.
import { FIRST } from "./draft.js";
import { browser, tab } from "./memory.js";

const CURRENT = "vademecum.current"; // the cluster chosen last in this browser: that of new tabs
const OWN = "vademecum.own"; // the cluster of this tab

/** Return its id as the tab begins; words typed ``early``, before any was known, go to the first. @type {(early: boolean) => string} */
export const ownId = (early) => tab.get(OWN) || (!early && browser.get(CURRENT)) || FIRST;

/** Choose another one, also for new tabs. @type {(id: string) => void} */
export const choose = (id) => {
  tab.set(OWN, id);
  browser.set(CURRENT, id);
};

/** Put it into the list again. @type {(own: Own, clusters: Clusters) => void} */
export const bringBack = (own, clusters) => {
  clusters.bringBack(own.id, own.about);
  own.news = "returned";
};

/**
 * It was deleted elsewhere: it comes back where words wait for it, else the tab goes to another.
 * @type {(own: Own, clusters: Clusters, waiting: number) => void}
 */
export const find = (own, clusters, waiting) => {
  if (own.id === FIRST || clusters.all.includes(own.id)) return;
  const opened = tab.get(OWN) === own.id; // by a page of this tab before, which showed its name
  if (opened && waiting) return bringBack(own, clusters);
  if (opened) own.news = "left";
  own.id = browser.get(CURRENT) || FIRST;
};

/** From now on the tab has this one. @type {(own: Own, clusters: Clusters, id: string) => void} */
export const settle = (own, clusters, id) => {
  own.id = id;
  tab.set(OWN, id);
  own.about = clusters.about(id);
};

/**
 * The list has changed: another tab may have deleted the cluster of this one, or taken it out of the bin.
 * @type {(own: Own, clusters: Clusters, local: boolean, waiting: number) => void}
 */
export const follow = (own, clusters, local, waiting) => {
  const listed = clusters.all.includes(own.id);
  if (listed) {
    own.about = clusters.about(own.id);
    if (own.news === "gone") own.news = undefined;
  } else if (!local) {
    if (waiting) bringBack(own, clusters);
    else own.news = "gone";
  }
};
