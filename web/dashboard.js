// <vm-dashboard>: what the answers say about the cluster. The page itself is made by the server and reads without this.
import { showActions, startActions } from "./dashboard/actions.js";
import { showKept, startEvidence } from "./dashboard/kept.js";
import { showLists } from "./dashboard/lists.js";
import { showPriorities, startPriorities } from "./dashboard/priorities.js";
import { showScores, startSorting } from "./dashboard/scores.js";
import { showSnapshots, startSnapshots } from "./dashboard/snapshots.js";
import { summary } from "./dashboard/summary.js";
import { one } from "./find.js";
import { desk } from "./shared.js";
import { day, fill, say } from "./words.js";

/**
 * What draws each part, by the id of its heading.
 * @type {Record<string, (root: HTMLElement, summary: Summary, words: DashboardWords, take: Take) => void>}
 */
const PARTS = {
  next: showPriorities,
  register: showActions,
  lists: showLists,
  scores: showScores,
  evidence: showKept,
  snapshots: showSnapshots,
};

class Dashboard extends /** @type {new () => DashboardElement} */ (HTMLElement) {
  /** @type {Summary} */ #latest;
  #drawing = false;

  connectedCallback() {
    [this.content, this.words] = [...this.querySelectorAll("script[type='application/json']")].map(
      (block) => JSON.parse(block.textContent),
    );
    const latest = () => this.#latest;
    startSorting(one(this, "table[data-vm-sort]"));
    startPriorities(this, this.words);
    startEvidence(this, latest, this.words);
    this.filter = startActions(this, latest, this.words);
    this.take = startSnapshots(
      this,
      { latest, record: (key, what) => this.#record(key, what), show: () => this.#show() },
      this.words,
    );
    desk.addEventListener("open", () => this.#open());
    desk.addEventListener("change", () => this.#soon());
    if (desk.work) this.#open();
  }

  #open() {
    const records = desk.work.doc.getMap("records");
    if (this.records !== records) records.observe(() => this.#soon()); // snapshots of other tabs
    if (!this.records) desk.clusters.watch(() => this.#soon()); // its name
    this.records = records;
    this.#show();
  }

  /** Draw once for all the changes of a moment. */
  #soon() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => this.#show());
  }

  /** @param {string} key @param {unknown} what */
  #record(key, what) {
    desk.work.record(key, what);
    desk.keep();
  }

  #read() {
    const { work, clusters, retired, today } = desk;
    const read = {
      get: (/** @type {string} */ key) => work.get(key),
      entries: work.entries(),
      records: work.records,
      retired,
      today,
    };
    const own = clusters.fact(work.id, "name");
    const name = own || this.words.title;
    say(
      one(this, "[data-vm-whose]"),
      [own && `\u2068${own}\u2069`, day(today)].filter(Boolean).join(" · "),
    );
    return { ...summary(this.content, read), name, mark: clusters.mark(work.id) };
  }

  #show() {
    performance.mark("vm-dashboard");
    this.#drawing = false;
    this.#latest = this.#read();
    for (const part of this.querySelectorAll("[data-vm-full]")) part.hidden = this.#latest.empty;
    one(this, "[data-vm-empty]").hidden = !this.#latest.empty;
    this.#tell(Object.keys(PARTS).filter((id) => !this.#draws(PARTS[id])));
    performance.measure("vm-dashboard", "vm-dashboard");
  }

  /**
   * Draw one part; a fault in it takes none of the others. Return whether it could be drawn.
   * @param {(root: HTMLElement, summary: Summary, words: DashboardWords, take: (snapshot: Snapshot) => void) => void}
   *   show
   */
  #draws(show) {
    try {
      show(this, this.#latest, this.words, this.take);
      if (show === showActions) this.filter();
      return true;
    } catch (error) {
      reportError(error);
      return false;
    }
  }

  /** Say which parts, by the ids of their headings, could not be drawn. @param {string[]} failed */
  #tell(failed) {
    const line = one(this, "[data-vm-failed]");
    say(
      line,
      failed
        .map((id) => fill(this.words.failed, { part: document.getElementById(id)?.textContent }))
        .join(" "),
    );
    line.hidden = !failed.length;
  }
}

customElements.define("vm-dashboard", Dashboard);
