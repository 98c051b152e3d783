// What was entered and is not known to be written yet, kept for this tab: it outlives a reload, a crash of the page
// and the way to another page, where the store then takes it in.
//
// What the store had already got may be written in part, nobody knows how far. So the draft holds the store's own
// ``changes`` too, which can be made twice without doubling a word; ``made`` is the value that they lead to.

const NAME = "vademecum.draft";

/** Keep [[key, { value, base, made }], …], entered for ``cluster``, and changes; nothing takes the draft away. */
export const writeDraft = (cluster, given, changes) => {
  try {
    if (given.length) sessionStorage.setItem(NAME, JSON.stringify({ cluster, given, changes }));
    else sessionStorage.removeItem(NAME);
  } catch {
    // no room or no sessionStorage: the page itself still holds everything
  }
};

/** Return what a page of this tab left for ``cluster``: { given: [[key, { value, base, made }], …], changes }. */
export const readDraft = (cluster) => {
  try {
    const draft = JSON.parse(sessionStorage.getItem(NAME));
    if (draft?.cluster === cluster) return draft;
  } catch {
    // no sessionStorage, or nothing of ours in it
  }
  return { given: [] };
};
