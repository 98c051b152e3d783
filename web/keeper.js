// <vm-keeper>: says in plain words, always in sight, whose work this is and whether it is kept.
// Words come from data-<state>, with {time} and {cluster} filled in.
import { beyond, isBeyond } from "./beyond.js";
import { Demonstration, isAsked } from "./demonstration.js";
import { desk } from "./desk.js";
import { apart, stopped } from "./faults.js";
import { one } from "./find.js";
import { date, fill, say } from "./words.js";

const SLOW = 1000; // milliseconds: what is written sooner needs no word that it is being written
const ISOLATED = ["\u2068", "\u2069"]; // a name keeps its own direction inside the line

/**
 * Show words with a name among them: each gives way on its own where the line is short.
 * @type {(line: Element, words: string, name: string) => void}
 */
const sayNamed = (line, words, name) => {
  const [before, after] = words.split(name);
  if (after === undefined) return say(line, words);
  const [named, rest] = ["bdi", "span"].map((kind) => document.createElement(kind));
  named.textContent = name;
  rest.textContent = after;
  line.replaceChildren(before, named, rest);
};

class Keeper extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #slow;
  /** @type {string | undefined} */
  #said;

  connectedCallback() {
    desk.source = this.#word("store");
    apart(() => (desk.retired = JSON.parse(this.dataset.retired || "{}")));
    desk.addEventListener("state", () => this.#show());
    beyond.addEventListener("change", () => this.#show());
    desk.addEventListener("open", () => this.#sayDamage());
    const turn = () => (document.hidden ? desk.rest() : desk.wake());
    for (const name of ["visibilitychange", "resume"]) document.addEventListener(name, turn);
    for (const name of ["pageshow", "online"]) window.addEventListener(name, turn);
    window.addEventListener("pagehide", () => desk.rest());
    // A page that comes back out of the browser's cache may be of the other kind than the tab is now.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted && isAsked() !== desk instanceof Demonstration) location.reload();
    });
    // Where there is something to fill in the line is there before the first word: it never comes under the hand.
    if (document.querySelector(".md-content [name*='#']")) this.#show();
    desk.begin().catch(stopped);
    apart(() => this.#sayFolder());
  }

  /** A word of the page, data-<name>. @param {string} name */
  #word(name) {
    return this.dataset[name] ?? "";
  }

  #sayDamage() {
    one(this, ".vm-damaged").hidden = !desk.work.database?.damaged;
  }

  #sayFolder() {
    // Opened from a folder, some browsers give each file a storage of its own.
    const alone = location.protocol === "file:" && location.origin === "null";
    if (alone && !document.querySelector(".vm-booklet")) {
      one(this, ".vm-folder").hidden = false;
      this.hidden = false;
    }
    if (location.protocol !== "file:") return;
    for (const link of this.querySelectorAll("a[href$='/']")) link.href += "index.html";
    for (const link of document.querySelectorAll(".vm-way a"))
      link.href = link.href.replace("/?", "/index.html?");
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
    const { keptAt, own } = desk;
    const state = this.#state;
    const today = keptAt && keptAt.toDateString() === new Date().toDateString();
    const time =
      keptAt &&
      date(keptAt, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
    const cluster = ISOLATED.join(own.about?.name || this.#word("unnamed"));
    const status = one(this, "[role=status]");
    const words = fill(this.#word(state) || this.#word("refused"), { time, cluster });
    if (status.textContent !== words) {
      // News is announced; that the hour has moved on, or that writing takes a while, is not.
      status.setAttribute(
        "aria-live",
        state === "waiting" || state === this.#said ? "off" : "polite",
      );
      sayNamed(status, words, cluster);
    }
    if (state !== "waiting") this.#said = state;
    this.hidden = false;
    say(one(this, ".vm-news"), own.news ? fill(this.#word(own.news), { cluster }) : ""); // what another tab did to it
  }
}

/** Start to keep and to say so: once everything listens that shows what was kept. */
export const startKeeper = () => customElements.define("vm-keeper", Keeper);
