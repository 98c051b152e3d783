// The session: the agenda, one question a screen, the end. Keys 0 to 4 give a voice, arrows turn the page.
import { element, written } from "../elements.js";
import { around, one } from "../find.js";
import { desk } from "../shared.js";
import { day, fill, number, say } from "../words.js";
import { Agreed } from "./agreed.js";
import { CLOSING, OPENING, agenda, timeLeft } from "./agenda.js";
import { isDealtWith } from "./dealt.js";
import { Decisions } from "./decisions.js";
import { meetingKey } from "./keys.js";
import { leftWords } from "./said.js";
import { titleOfPoint } from "./timetable.js";
import { Votes } from "./votes.js";

const SECOND = 1000;
const TYPED_IN = "textarea, select, input:not([type='radio'], [type='checkbox'])";

/** @type {(meeting: Meeting) => SessionScreen[]} */
const screensOf = ({ topics }) => [
  { kind: "agenda", point: OPENING },
  ...topics.flatMap((topic) =>
    topic.questions.map((question) => ({
      kind: /** @type {const} */ ("question"),
      point: topic.id,
      question,
      topic,
    })),
  ),
  { kind: "closing", point: CLOSING },
];

/** Where to go on: the first question on which nothing is noted, once there is one that is. @type {(screens: SessionScreen[]) => number} */
const startOf = (screens) => {
  const open = screens.findIndex(({ question }) => question && !isDealtWith(question));
  const begun = screens.some(({ question }) => question && isDealtWith(question));
  return begun ? (open < 0 ? screens.length - 1 : open) : 0;
};

export class Session {
  /** @type {SessionScreen[]} */ #screens = [];
  #at = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer;

  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    this.dialog = one(room.root, "dialog.vm-session");
    this.votes = new Votes(room, this.dialog);
    this.agreed = new Agreed(room, this.dialog);
    this.decisions = new Decisions(room, one(this.dialog, "section[data-vm-decisions]"));
    this.dialog.addEventListener("keydown", (event) => this.#press(event));
    this.dialog.addEventListener("click", (event) => this.#click(event));
    this.dialog.addEventListener("close", () => clearInterval(this.#timer));
    one(this.dialog, "[data-vm-hide]").addEventListener("change", () => this.agreed.show());
    desk.addEventListener("state", () => this.#sayKept());
  }

  /** Open it; the meeting has begun, today unless it has a day. */
  begin() {
    const { name, meeting } = this.room;
    /** @type {Change[]} */
    const begun = [];
    if (!meeting.date) begun.push([meetingKey(name, "date"), desk.today]);
    if (!meeting.begun) begun.push([meetingKey(name, "begun"), String(Date.now())]);
    if (begun.length) this.room.put(begun);
    this.#screens = screensOf(meeting);
    this.dialog.showModal();
    this.#sayKept();
    this.#turn(startOf(this.#screens));
    this.#timer = setInterval(() => this.#tick(), SECOND);
  }

  /** Show what has changed. */
  show() {
    if (!this.dialog.open) return;
    if (this.#screens[this.#at].question) {
      this.votes.show();
      this.agreed.show();
    }
    this.decisions.show();
    this.#showDecided();
    this.#tick();
  }

  /** @param {number} at */
  #turn(at) {
    this.#at = Math.max(0, Math.min(at, this.#screens.length - 1));
    const { kind, question, topic } = this.#screens[this.#at];
    for (const part of this.dialog.querySelectorAll("[data-vm-screen]"))
      part.hidden = part.dataset.vmScreen !== kind;
    one(this.dialog, "section[data-vm-decisions]").hidden = kind === "agenda";
    this.#sayHead(question, topic);
    if (question) {
      this.votes.turn(question);
      this.agreed.turn(question.id);
      for (const part of this.dialog.querySelectorAll("[data-vm-screen='question']"))
        this.room.nameFields(part, question.id);
    }
    const last = kind === "closing" && this.dialog.querySelector("div[data-vm-screen='closing']");
    if (last) this.room.nameFields(last); // who was there
    if (kind === "agenda") this.#showPoints();
    this.decisions.turn(question?.id ?? "");
    const turns = this.dialog.querySelectorAll("button[data-vm-go]");
    for (const button of turns)
      button.disabled = !this.#screens[this.#at + Number(button.dataset.vmGo)];
    this.show();
    one(this.dialog, "h2").focus();
    one(this.dialog, ".vm-session__screen").scrollTop = 0;
  }

  /** @param {AskedQuestion} [question] @param {OfferedTopic} [topic] */
  #sayHead(question, topic) {
    const { words } = this.room;
    const head = one(this.dialog, "h2");
    const own = this.#at ? words.closing : words.agenda;
    say(head, question?.text ?? own);
    head.lang = question?.lang ?? document.documentElement.lang;
    const position = {
      n: number(this.#at),
      total: number(this.#screens.length - 2),
    };
    const where = topic ? `${topic.title} · ${fill(words.position, position)}` : "";
    say(one(this.dialog, "[data-vm-where]"), where);
  }

  #showPoints() {
    const { meeting, words } = this.room;
    const lines = agenda(meeting).points.map(({ key, minutes }) => {
      const { title, lang } = titleOfPoint(key, meeting, words);
      const time = element("span", { class: "vm-note" }, leftWords("{time}", minutes, words));
      return element("li", {}, element("span", { lang, dir: lang && "auto" }, title), " ", time);
    });
    one(this.dialog, "ol").replaceChildren(...lines);
  }

  #showDecided() {
    const { meeting, words } = this.room;
    const lines = meeting.decisions.map(({ text, owner, due }) => {
      const facts = [text || "–", owner, due && day(due)].filter(Boolean);
      return element(
        "li",
        {},
        facts.flatMap((fact, n) => (n ? [" · ", written(fact)] : [written(fact)])),
      );
    });
    const list = one(this.dialog, "ul[data-vm-decided]");
    list.replaceChildren(...(lines.length ? lines : [element("li", {}, words.none)]));
  }

  #tick() {
    const { meeting, words } = this.room;
    const [point, all] = one(this.dialog, "[data-vm-clock]").children;
    const key = this.#screens[this.#at].point;
    const left = timeLeft(agenda(meeting), key, meeting.begun || Date.now(), Date.now());
    say(point, leftWords(words.leftPoint, left.point, words));
    say(all, leftWords(words.leftAll, left.meeting, words));
    point.toggleAttribute("data-late", left.point < 0);
    all.toggleAttribute("data-late", left.meeting < 0);
  }

  #sayKept() {
    if (!this.dialog.open) return;
    const said = document.querySelector("vm-keeper [role='status']")?.textContent ?? "";
    say(one(this.dialog, "[data-vm-kept]"), said);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const go = around(event, "[data-vm-go]");
    if (go) this.#turn(this.#at + Number(go.dataset.vmGo));
    if (around(event, "[data-vm-close]")) this.#turn(this.#screens.length - 1);
    if (around(event, "[data-vm-quit]")) this.dialog.close();
    if (around(event, "[data-vm-reclock]")) {
      this.room.put([[meetingKey(this.room.name, "begun"), String(Date.now())]]);
      this.#tick();
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || around(event, TYPED_IN)) return;
    const ahead = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = { PageDown: 1, PageUp: -1, ArrowLeft: -1, ArrowRight: -1, [ahead]: 1 }[key];
    const asked = Boolean(this.#screens[this.#at].question);
    if (step && !(key.startsWith("Arrow") && around(event, "[type='radio']")))
      this.#turn(this.#at + step);
    else if (asked && /^[0-4]$/.test(key)) this.votes.give(key, 1);
    else if (asked && key === "Backspace") this.votes.undo();
    else return;
    event.preventDefault();
  }
}
