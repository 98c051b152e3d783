// <vm-keeper>: says in plain words, always in sight, whose work this is and whether it is kept.
// Words come from data-<state>, with {time} and {cluster} filled in.
import { beyond, isBeyond } from "./beyond.js";
import { desk } from "./desk.js";
import { apart, stopped } from "./faults.js";
import { date, fill, say } from "./words.js";

const SLOW = 1000; // milliseconds: what is written sooner needs no word that it is being written
const ISOLATED = ["\u2068", "\u2069"]; // a name keeps its own direction inside the line
const OFTEN = 20_000; // milliseconds between two looks at how much has changed since the last file
const MOMENTS = [
  [document, "visibilitychange"],
  [document, "resume"],
  [window, "pageshow"],
  [window, "online"],
];

class Keeper extends HTMLElement {
  #slow;
  #said;
  #filed = 0;

  connectedCallback() {
    desk.source = this.dataset.store;
    apart(() => (desk.retired = JSON.parse(this.dataset.retired || "{}")));
    for (const [what, name] of [
      [desk, "state"],
      [beyond, "change"],
    ])
      what.addEventListener(name, () => this.#show());
    desk.addEventListener(
      "open",
      () => (this.querySelector(".vm-damaged").hidden = !desk.work.database.damaged),
    );
    for (const [on, name] of MOMENTS)
      on.addEventListener(name, () => (document.hidden ? desk.rest() : desk.wake()));
    window.addEventListener("pagehide", () => desk.rest());
    desk.begin().catch(stopped);
    apart(() => this.#sayFolder());
  }

  #sayFolder() {
    // Opened from a folder, some browsers give each file a storage of its own.
    const alone = location.protocol === "file:" && location.origin === "null";
    if (alone && !document.querySelector(".vm-booklet")) {
      this.querySelector(".vm-folder").hidden = false;
      this.hidden = false;
    }
    if (location.protocol === "file:")
      for (const link of this.querySelectorAll("a[href$='/']")) link.href += "index.html";
  }

  /** How keeping goes; what is too much for its field is not kept. */
  get #state() {
    return desk.state === "kept" && isBeyond() ? "beyond" : desk.state;
  }

  #show() {
    clearTimeout(this.#slow);
    this.dataset.state = this.#state;
    if (desk.state === "waiting") this.#slow = setTimeout(() => this.#say(), SLOW);
    else this.#say();
  }

  #say() {
    const { keptAt, name, news } = desk;
    const state = this.#state;
    const today = keptAt && keptAt.toDateString() === new Date().toDateString();
    const time =
      keptAt &&
      date(keptAt, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
    const cluster = ISOLATED.join(name || this.dataset.unnamed);
    const status = this.querySelector("[role=status]");
    const words = fill(this.dataset[state] ?? this.dataset.refused, { time, cluster });
    if (status.textContent !== words) {
      // News is announced; that the hour has moved on, or that writing takes a while, is not.
      status.setAttribute(
        "aria-live",
        state === "waiting" || state === this.#said ? "off" : "polite",
      );
      say(status, words);
    }
    if (state !== "waiting") this.#said = state;
    this.hidden = false;
    say(this.querySelector(".vm-news"), news ? fill(this.dataset[news], { cluster }) : ""); // what another tab did to it
    if (state === "kept") this.#sayFile();
  }

  /** When the work was last saved as a file, and that it is time to do so again. */
  #sayFile() {
    if (Math.abs(Date.now() - this.#filed) < OFTEN) return;
    this.#filed = Date.now();
    const { at, due } = desk.clusters.fileOf(desk.work);
    const words = at ? fill(this.dataset.filed, { time: date(at) }) : this.dataset.unfiled;
    const line = this.querySelector(".vm-filed");
    say(line, due ? `${words}. ${this.dataset.overdue}` : words);
    line.toggleAttribute("data-overdue", due);
  }
}

/** Start to keep and to say so: once everything listens that shows what was kept. */
export const startKeeper = () => customElements.define("vm-keeper", Keeper);
