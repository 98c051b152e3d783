// What was entered and is not known to be written yet, kept for this tab: it outlives a reload, a crash of the page
// and the way to another page, where the store then takes it in.

const NAME = "vademecum.draft";

/** Keep [[key, { value, base }], …], entered for ``cluster``; nothing takes the draft away. */
export const writeDraft = (cluster, given) => {
  try {
    if (given.length) sessionStorage.setItem(NAME, JSON.stringify({ cluster, given }));
    else sessionStorage.removeItem(NAME);
  } catch {
    // no room or no sessionStorage: the page itself still holds everything
  }
};

/** Return what a page of this tab left for ``cluster``: [[key, { value, base }], …]. */
export const readDraft = (cluster) => {
  try {
    const draft = JSON.parse(sessionStorage.getItem(NAME));
    return draft?.cluster === cluster ? draft.given : [];
  } catch {
    return [];
  }
};
