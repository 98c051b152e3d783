// Decisions as they are typed: one row each, below them always an empty one. The first thing written in that makes it a
// decision of the meeting, on the question at hand; it stands in the register of actions as others do.
import { around, cloned, one } from "../find.js";
import { desk } from "../shared.js";
import { newRow } from "../work/rows.js";
import { DECISIONS, decisionKey } from "./keys.js";
import { decisionsOf } from "./meeting.js";

export class Decisions {
  about = ""; // the id of the question at hand

  /** @param {Room} room @param {HTMLElement} section */
  constructor(room, section) {
    this.room = room;
    this.list = one(section, "ul");
    this.template = one(section, "template");
    section.addEventListener("input", (event) => this.#begun(event), true); // before the value is taken
  }

  /** Turn to a question; without one, to the meeting at large. @param {string} about */
  turn(about) {
    this.about = about;
    this.list.replaceChildren();
    this.show();
  }

  /** Show decisions that have come, above the empty row. */
  show() {
    const known = new Set([...this.list.children].map((row) => row.getAttribute("data-name")));
    const { name } = this.room;
    const own = decisionsOf(desk.entries(), name).filter(({ about }) => about === this.about);
    const places = [...this.list.children].filter((row) => row.hasAttribute("data-place"));
    for (const decision of own)
      if (!known.has(decision.name)) this.#add(decision.name, places[0] ?? null);
    if (!places.length) this.#add(newRow(), null).setAttribute("data-place", "");
  }

  /** @param {string} name @param {Element | null} before */
  #add(name, before) {
    /** @type {HTMLElement} */
    const row = cloned(this.template);
    row.dataset.name = name;
    const fields = /** @type {Control[]} */ ([...row.querySelectorAll("[data-vm-field]")]);
    for (const field of fields) field.name = decisionKey(name, field.dataset.vmField);
    this.list.insertBefore(row, before);
    this.room.show(
      fields.map((field) => field.name),
      row,
    );
    return row;
  }

  /** @param {Event} event */
  #begun(event) {
    const row = around(event, "li[data-place]");
    const name = row?.dataset.name;
    if (!row || !name || desk.asOf) return;
    row.removeAttribute("data-place");
    this.room.place(DECISIONS, name, [
      [decisionKey(name, "meeting"), this.room.name],
      [decisionKey(name, "about"), this.about || undefined],
    ]);
    this.show();
  }
}
