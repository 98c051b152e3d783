/*! The licences of the packages in this script stand beside it, in licences.txt. */
// The second script, loaded when this browser has kept something before, or on the first answer: Yjs and what hangs on
// it. It hands the clusters of this browser to the other scripts; they hold no copy of Yjs.
import { Clusters } from "./work/clusters.js";
import { layOver, readHistory, scratch } from "./work/history.js";
import { renewing } from "./work/renew.js";
import { applyRetired } from "./work/retired.js";

globalThis.vademecumStore = {
  openClusters: Clusters.open,
  applyRetired,
  layOver,
  readHistory,
  renew: renewing,
  scratch,
};
