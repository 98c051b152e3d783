// How many people choose each level of the question on the screen, and how that lies.
import { around, one } from "../find.js";
import { desk } from "../shared.js";
import { say } from "../words.js";
import { meetingKey } from "./keys.js";
import { spreadWords } from "./said.js";
import { countOf, spread } from "./spread.js";

/** The voices of one question at a time. */
export class Votes {
  /** @type {string[]} */ #given = []; // levels, in the order in which keys and buttons gave them

  /** @param {Room} room @param {HTMLElement} session */
  constructor(room, session) {
    this.room = room;
    this.session = session;
    this.question = "";
    const undo = one(session, "[data-vm-undo]");
    undo.addEventListener("click", () => this.undo());
    one(session, ".vm-votes").addEventListener("click", (event) => {
      const button = around(event, "[data-vm-vote]");
      const level = String(around(event, "[data-vm-level]")?.dataset.vmLevel);
      if (button) this.give(level, Number(button.dataset.vmVote));
    });
    one(session, "[data-vm-hide]").addEventListener("change", () => this.show());
  }

  /** Turn to a question. @param {AskedQuestion} question */
  turn({ id, kind }) {
    this.question = id;
    this.#given = [];
    const meanings = this.session.querySelectorAll(".vm-votes__meaning");
    for (const [n, meaning] of meanings.entries())
      say(meaning, this.room.words.meanings[kind]?.[n] ?? "");
  }

  /** @param {string} level */
  #key(level) {
    return meetingKey(this.room.name, `voices-${level}`, this.question);
  }

  /** One voice more at a level, or one fewer. @param {string} level @param {number} more */
  give(level, more) {
    const key = this.#key(level);
    const count = countOf(desk.entries().get(key)) + more;
    if (more > 0) this.#given.push(level);
    this.room.put([[key, count > 0 ? String(countOf(count)) : undefined]]);
    this.show();
  }

  /** Take the last voice back. */
  undo() {
    const level = this.#given.pop();
    if (level !== undefined) this.give(level, -1);
  }

  /** Show how the voices lie. */
  show() {
    const { words } = this.room;
    const values = desk.entries();
    const counts = [0, 1, 2, 3, 4].map((level) => countOf(values.get(this.#key(String(level)))));
    const most = Math.max(...counts, 1);
    /** @type {HTMLElement} */ for (const [n, bar] of this.session
      .querySelectorAll(".vm-votes__bar > span")
      .entries())
      bar.style.inlineSize = `${(100 * counts[n]) / most}%`;
    const secret = one(this.session, "input[data-vm-hide]").checked;
    this.session.classList.toggle("vm-session--secret", secret);
    const found = spread(counts);
    const known = found && [spreadWords(found, words), found.kind === "apart" && words.advice];
    const said = known ? known.filter(Boolean).join(" ") : words.unchosen;
    say(one(this.session, "[data-vm-spread]"), secret ? words.hidden : said);
    one(this.session, "[data-vm-undo]").hidden = !this.#given.length;
  }
}
