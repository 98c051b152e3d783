// What this browser, or this tab of it, remembers besides the work: short texts. A browser may refuse either.

/** @param {() => Storage} storage */
const memory = (storage) => ({
  /** Return a text; null where there is none, undefined where the browser does not tell. @param {string} name */
  get(name) {
    try {
      return storage().getItem(name);
    } catch {
      return undefined;
    }
  },

  /**
   * Remember a text, or forget it with undefined; where that cannot be, the page itself still holds everything.
   * @param {string} name @param {string} [value]
   */
  set(name, value) {
    try {
      if (value === undefined) storage().removeItem(name);
      else storage().setItem(name, value);
    } catch {
      // no room, or refused
    }
  },
});

/** Of all tabs of this browser. */
export const browser = memory(() => localStorage);

/** Of this tab alone: it outlives a reload, and a tab that is duplicated takes it along. */
export const tab = memory(() => sessionStorage);
