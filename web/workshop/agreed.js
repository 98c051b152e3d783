// The level that a question keeps. Until people choose one, the middle of the hands or the level of the sheet stands there
// as a proposal: nothing is written before somebody chooses it.
import { rated } from "../score.js";
import { around, one } from "../find.js";
import { desk } from "../shared.js";
import { fill, say } from "../words.js";
import { meetingKey } from "./keys.js";
import { countOf, startingLevel } from "./spread.js";

const LEVELS = [0, 1, 2, 3, 4];

export class Agreed {
  #question = "";
  /** @type {Map<string, number | undefined>} */ #before = new Map(); // levels of sheets as the session found them

  /** @param {Room} room @param {HTMLElement} session */
  constructor(room, session) {
    this.room = room;
    this.session = session;
    this.fieldset = one(session, ".vm-session__agreed fieldset");
    // A press on what is proposed chooses it: the field itself does not change then. An arrow key is a press, too.
    this.fieldset.addEventListener("click", (event) => this.#choose(event));
  }

  /** Turn to a question. @param {string} id */
  turn(id) {
    this.#question = id;
    if (!this.#before.has(id)) this.#before.set(id, this.#sheet);
  }

  get #sheet() {
    return rated(desk.entries().get(`${this.#question}#level`));
  }

  /** @param {Event} event */
  #choose(event) {
    const radio = around(event, "input");
    if (!radio) return;
    this.room.put([
      [meetingKey(this.room.name, "agreed", this.#question), radio.value],
      [`${this.#question}#level`, radio.value],
    ]);
    this.show();
  }

  /** Show the level, and where it comes from. */
  show() {
    const values = desk.entries();
    const heard = (/** @type {string} */ field) =>
      values.get(meetingKey(this.room.name, field, this.#question));
    const hidden = one(this.session, "input[data-vm-hide]").checked;
    const counts = hidden ? [] : LEVELS.map((level) => countOf(heard(`voices-${level}`)));
    const sheet = values.get(`${this.#question}#level`);
    const { level, from } = startingLevel(heard("agreed"), counts, sheet);
    for (const radio of this.fieldset.querySelectorAll("input"))
      radio.checked = radio.value === String(level);
    this.fieldset.toggleAttribute("data-proposed", from === "voices" || from === "sheet");
    say(one(this.fieldset, "[data-vm-from]"), this.#words(level, from));
  }

  /** @param {number | undefined} level @param {string | undefined} from */
  #words(level, from) {
    const { words } = this.room;
    const [sheet, before] = [this.#sheet, this.#before.get(this.#question)];
    const told = (/** @type {string} */ text, /** @type {unknown} */ n) =>
      n === undefined ? "" : fill(text, { level: String(n) });
    const parts =
      from === "agreed"
        ? [
            sheet !== level && told(words.onSheet, sheet),
            before !== level && told(words.before, before),
          ]
        : [
            from === "voices" && told(words.middle, level),
            told(words.onSheet, sheet),
            told(words.propose, level),
          ];
    return [...new Set(parts)].filter(Boolean).join(" ");
  }
}
