// <vm-journal>: merges and resets of the open cluster, what was not chosen in them, and undoing them; the reset.
import { keep } from "../saving.js";
import { desk } from "../shared.js";
import { moved, notes, reset, undo } from "../work/journal.js";
import { isAside } from "../work/rows.js";
import { same } from "../work/values.js";
import { count, entryLine, moment, showEntry, showValue, word } from "./names.js";
import { Part } from "./part.js";

const now = () => new Date().toISOString();

/**
 * What was not chosen: theirs where mine was, mine where theirs is; prose of both lost nothing.
 * @type {(note: Note) => [key: string, value: Value | undefined][]}
 */
const leftOf = ({ kind, changes: all }) => {
  const changes = all.filter(({ key }) => !isAside(key));
  if (kind !== "merge") return changes.map(({ key, before }) => [key, before]);
  return changes.flatMap(({ key, before, after, theirs: left = before, text }) => {
    const held = text && String(after ?? "").includes(String(left));
    const lost = left !== undefined && left !== "" && !same(left, after) && !held;
    return lost ? [[key, left]] : [];
  });
};

class Journal extends Part {
  #started = false;

  start() {
    if (this.#started) return;
    this.#started = true;
    this.one('button[data-do="reset"]').disabled = false;
    document.addEventListener("vm-merged", ({ detail: name }) => this.#done(name));
    desk.work.watch(() => this.#show());
    this.#show();
  }

  #show() {
    const all = notes(desk.work, ["merge", "reset"]);
    this.one("[data-none]").hidden = all.length > 0;
    const open = new Set(
      [...this.querySelectorAll("details[open]")].map((more) => more.closest("li")?.dataset.note),
    );
    this.one("[data-list]").replaceChildren(
      ...all.map((entry) => this.#row(entry, open.has(entry.name))),
    );
  }

  /** @param {FoundNote} found @param {boolean} open */
  #row({ name, note, undone }, open) {
    const row = this.copy("row");
    const here = [desk.work.place, desk.work.id].includes(note.where); // the id: of notes that version 0.2 took
    const time = moment(note.at);
    row.dataset.note = name;
    const merged = note.kind === "merge";
    this.one("[data-what]", row).textContent = merged
      ? word("journal-merge", { cluster: note.name, time })
      : word("journal-reset", { time });
    const state = undone
      ? word("journal-undone", { time: moment(undone.at) })
      : here
        ? ""
        : word("journal-elsewhere");
    this.one("[data-mark]", row).textContent = state;
    const button = this.one('[data-do="undo"]', row);
    button.textContent = merged ? word("merge-undo") : word("reset-undo");
    button.hidden = Boolean(undone) || !here || !moved(note).length;
    this.#left(this.one("details[data-left]", row), note, open);
    return row;
  }

  /** @param {HTMLDetailsElement} more @param {Note} note @param {boolean} open */
  #left(more, note, open) {
    const left = leftOf(note);
    more.hidden = !left.length;
    more.open = open;
    this.one("summary", more).textContent = count("journal-left", left.length);
    this.one("dl", more).replaceChildren(
      ...left.map(([key, value]) => {
        const pair = this.copy("value");
        showEntry(pair, key);
        showValue(this.one("[data-value]", pair), key, value);
        return pair;
      }),
    );
  }

  /** @param {string | undefined} name */
  #done(name) {
    this.#show();
    const n = name ? this.#moved(name) : 0;
    const undoing = name && n ? () => this.#undo(name) : undefined;
    this.say(n ? count("merge-done", n) : word("merge-kept"), undoing, word("merge-undo"));
    if (name) this.one("[data-undo]").focus();
  }

  /** How many answers a note has moved. @param {string} name */
  #moved(name) {
    return moved(/** @type {Note} */ (desk.work.records.get(name))).length;
  }

  /** @param {string} what @param {HTMLElement} button */
  async act(what, button) {
    if (what === "undo")
      await this.#undo(/** @type {HTMLElement} */ (button.closest("li")).dataset.note);
    if (what === "reset") await this.#reset();
  }

  /** @param {string} name */
  async #undo(name) {
    const { kind } = /** @type {Note} */ (desk.work.records.get(name));
    const { back, stays } = undo(desk.work, name, now());
    await keep();
    this.#show();
    const done =
      kind === "merge" ? count("merge-undone", back.length) : count("reset-undone", back.length);
    const which = stays.map(entryLine).join(" ; ");
    this.say(stays.length ? `${done} ${count("merge-stays", stays.length, { which })}` : done);
    this.one('[data-do="reset"]').focus();
  }

  async #reset() {
    const name = reset(desk.work, now());
    if (!name) return this.say(word("reset-nothing"));
    await keep();
    this.#show();
    this.say(count("reset-done", this.#moved(name)), () => this.#undo(name), word("reset-undo"));
    this.one("[data-undo]").focus();
  }
}

customElements.define("vm-journal", Journal);
