// The front of the desk: what a page reads there, and what it is told.
import { dayOf } from "./days.js";
import { FIRST } from "./draft.js";
import { load } from "./loading.js";

/** How keeping goes, and what is kept, once that is known. */
export class Front extends /** @type {new () => Hearable<DeskEvents> & AtDesk} */ (EventTarget) {
  /** How keeping goes: "empty", "waiting", "kept" or the name of a Trouble. @type {string} */
  state = "empty";

  /** What was kept and not yet shown when something else was entered in its place. @type {Map<string, Value>} */
  replaced = new Map();

  /** The cluster of this tab. @type {Own} */
  own = { id: FIRST };

  /** The day by which everything is read: that of the demonstration, or today. */
  get today() {
    return this.asOf ?? dayOf(new Date());
  }

  /** Load the script of ``name`` that stands beside the store; resolves when it has run. @param {string} name */
  script(name) {
    return load(this.source.replace("store.js", `${name}.js`));
  }

  /** Fetch what the keys of tools stand for, once. @returns {Promise<Meanings>} */
  async meanings() {
    if (!globalThis.vademecumEntries) await this.script("entries");
    return /** @type {Meanings} */ (globalThis.vademecumEntries);
  }

  /** Tell what is to be shown, by key. @param {"draft" | "open" | "change"} name @param {Map<string, Value | undefined>} detail */
  show(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Tell how keeping goes. @param {string} state */
  tell(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
