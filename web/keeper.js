// <vm-keeper>: says in plain words, always in sight, whose work this is and whether it is kept.
// Words come from data-<state>, with {time} and {cluster} filled in.
import { desk } from "./desk.js";
import { date, fill, say } from "./words.js";

class Keeper extends HTMLElement {
  connectedCallback() {
    desk.source = this.dataset.store;
    desk.retired = JSON.parse(this.dataset.retired || "{}");
    desk.addEventListener("state", () => this.#say());
    for (const [on, name] of [[document, "visibilitychange"], [window, "pagehide"], [window, "pageshow"], [window, "online"]]) {
      on.addEventListener(name, () => desk.wake());
    }
    // Opened from a folder, some browsers give each file a storage of its own.
    const apart = location.protocol === "file:" && location.origin === "null";
    if (apart && !document.querySelector(".vm-booklet")) this.querySelector(".vm-folder").hidden = false;
    if (desk.keptBefore) desk.open().catch(() => {});
  }

  #say() {
    const { keptAt, clusters, work } = desk;
    const today = keptAt && keptAt.toDateString() === new Date().toDateString();
    const time = keptAt && date(keptAt, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
    const cluster = (work && clusters.fact(work.id, "name")) || this.dataset.unnamed;
    say(this.querySelector("[role=status]"), fill(this.dataset[desk.state] ?? this.dataset.refused, { time, cluster }));
    this.dataset.state = desk.state;
    this.hidden = false;
  }
}

customElements.define("vm-keeper", Keeper);
