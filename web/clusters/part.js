// What the parts of the page of clusters share.
import { around, cloned, one } from "../find.js";
import { keep } from "../saving.js";
import { desk } from "../shared.js";
import { say } from "../words.js";

const MOMENT = 100; // milliseconds for which a page may stand still
const NEXT = "vademecum.said"; // what is to be said after the page has loaded again

/** A part of the page: its elements, its buttons, what it says. */
export class Part extends /** @type {new () => HTMLElement & PartOfClusters} */ (HTMLElement) {
  reads = false; // it serves one who only reads, too

  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = around(event, "[data-do]");
      if (button) this.act(button.dataset.do, button).catch((error) => this.fail(error));
    });
    const start = () => (this.reads || !desk.asOf) && this.start();
    desk.addEventListener("open", start);
    if (desk.work) start();
  }

  /**
   * Return the first element below this one.
   * @template {string} Selector @param {Selector} selector @param {ParentNode} root
   */
  one(selector, root = this) {
    return one(root, selector);
  }

  /** Return a copy of what a template holds. @param {string} name */
  copy(name) {
    return cloned(one(this, `template[data-${name}]`));
  }

  /**
   * Go through the steps of long work without holding up the page; where they take long, a bar tells how far they are.
   * @template T @param {Steps<T>} steps @returns {Promise<T>}
   */
  async paced(steps) {
    const bar = this.one("progress");
    let rested = performance.now();
    try {
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
        if (performance.now() - rested < MOMENT) continue;
        Object.assign(bar, { hidden: false, value });
        await new Promise((drawn) => setTimeout(drawn, 0));
        rested = performance.now();
      }
    } finally {
      bar.hidden = true;
    }
  }

  /**
   * Say what came of it; ``undo`` is what a button beside it does, ``label`` its words.
   * @param {string} words @param {() => Promise<void>} [undo] @param {string} [label]
   */
  say(words, undo, label) {
    say(this.one(".vm-feedback [role=status]"), words);
    const button = this.querySelector("[data-undo]");
    if (!button) return;
    button.hidden = !undo;
    if (label) button.textContent = label;
    button.onclick = undo ? () => undo().catch((error) => this.fail(error)) : null;
  }

  /**
   * What went wrong with keeping stands in the keeper's line; anything else is a fault of ours.
   * @param {unknown} error
   */
  fail(error) {
    if (desk.state === "kept") throw error;
  }
}

/**
 * Open another cluster: the page loads anew, and then says { what, id } where it is told to.
 * @type {(id: string, said?: Said) => Promise<void>}
 */
export const openCluster = async (id, said) => {
  await keep();
  desk.choose(id);
  try {
    if (said) sessionStorage.setItem(NEXT, JSON.stringify(said));
  } catch {
    // nothing is said, then
  }
  location.reload();
};

/** Return what is to be said after the page was loaded anew, once. @type {() => Partial<Said>} */
export const toSay = () => {
  try {
    const said = JSON.parse(sessionStorage.getItem(NEXT));
    sessionStorage.removeItem(NEXT);
    return said ?? {};
  } catch {
    return {};
  }
};

/**
 * Tell the other parts that the work, or the list, has changed as a whole.
 * @type {(name: string, detail?: unknown) => void}
 */
export const tell = (name, detail) =>
  document.dispatchEvent(new CustomEvent(`vm-${name}`, { detail }));
