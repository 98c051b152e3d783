// <vm-workshop>: prepare a meeting, hold it, write its minutes. All of it is kept with the cluster; nothing is sent.
import { sensible } from "./days.js";
import { download, fileName } from "./download.js";
import { element } from "./elements.js";
import { throwLater } from "./faults.js";
import { around, one } from "./find.js";
import { desk } from "./shared.js";
import { keptBefore } from "./sign.js";
import { enterAgain, touchedIn } from "./touched.js";
import { day, say, wordsOf } from "./words.js";
import { inDigits } from "./workshop/counts.js";
import { Room } from "./workshop/room.js";
import { wordFile } from "./workshop/docx.js";
import { MEETINGS, meetingKey } from "./workshop/keys.js";
import { meetingsIn } from "./workshop/meeting.js";
import { doneWords, minutes, titleOf } from "./workshop/minutes.js";
import { Session } from "./workshop/session.js";
import { showAgenda } from "./workshop/timetable.js";
import { showTopics, startTopics, takeTopic } from "./workshop/topics.js";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EARLY = "[data-vm-field], [data-vm-topic] > label > input"; // what can be filled in before this script comes
const ASKED = "theme"; // the topic that a sheet asks for, in the address

class Workshop extends /** @type {new () => HTMLElement} */ (HTMLElement) {
  /** @type {Room} */ #room;
  /** @type {Session} */ #session;
  #drawing = false;

  connectedCallback() {
    const early = touchedIn(/** @type {Iterable<Control>} */ (this.querySelectorAll(EARLY)));
    this.#room = new Room(this, wordsOf(this));
    this.#session = new Session(this.#room);
    startTopics(this.#room);
    this.addEventListener("input", (event) => this.#begun(event), true); // before the value is taken
    this.addEventListener("input", (event) => inDigits(around(event, "[data-vm-count]")), true);
    this.addEventListener("input", () => this.#soon());
    this.addEventListener("focusout", () => this.#soon());
    this.addEventListener("click", (event) => this.#click(event));
    one(this, "select[data-vm-meetings]").addEventListener("change", (event) =>
      this.#turn(/** @type {HTMLSelectElement} */ (event.target).value),
    );
    desk.addEventListener("open", () => this.#open());
    desk.addEventListener("change", () => this.#soon());
    if (desk.work || !keptBefore()) this.#open();
    else this.#nameAll();
    for (const [field, entered] of early) {
      const before = enterAgain(field, entered);
      if (before && desk.work?.get(field.name)) desk.replaced.set(field.name, before);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  #open() {
    this.#room.choose();
    this.#nameAll();
    const { searchParams } = new URL(location.href);
    const topic = searchParams.get(ASKED);
    if (topic) {
      takeTopic(this.#room, topic);
      history.replaceState(null, "", location.pathname + location.hash); // a reload does not take it again
    }
    this.#show();
  }

  /** @param {string} name */
  #turn(name) {
    this.#room.turn(name);
    this.#nameAll();
    this.#show();
  }

  #nameAll() {
    for (const part of this.querySelectorAll(":scope > section")) this.#room.nameFields(part);
  }

  /** Something is entered in the meeting: it gets its place among others. @param {Event} event */
  #begun(event) {
    const field = around(event, "[name]");
    if (field?.getAttribute("name")?.startsWith(meetingKey(this.#room.name, "")))
      this.#room.place(MEETINGS, this.#room.name);
  }

  #soon() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#show();
    });
  }

  #show() {
    const { meeting, words } = this.#room;
    showTopics(this.#room, meeting);
    showAgenda(this.#room, meeting);
    say(one(this, "[data-vm-done]"), doneWords(meeting, words));
    say(one(this, "[data-vm-begin]"), meeting.begun ? words.goOn : words.begin);
    this.#showMeetings();
    this.#session.show();
  }

  #showMeetings() {
    const { name, words } = this.#room;
    const values = desk.entries();
    const names = meetingsIn(values);
    const dated = names.map((one) => {
      const date = values.get(meetingKey(one, "date"));
      return element("option", { value: one }, date ? day(date) : words.undated);
    });
    const choice = one(this, "select[data-vm-meetings]");
    choice.replaceChildren(...dated, element("option", { value: "" }, words.fresh));
    choice.value = names.includes(name) ? name : "";
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (around(event, "[data-vm-begin]")) this.#begin();
    if (around(event, "[data-vm-sheet]")) print();
    if (around(event, "[data-vm-minutes]")) this.#save().catch((error) => this.#fail(error));
  }

  /** Open the session. What its minutes need comes now: the network may be gone when they are saved. */
  #begin() {
    this.#session.begin();
    this.#template().catch(() => {}); // asked for again, and told, when they are saved
  }

  async #template() {
    if (!globalThis.vademecumMinutes) await desk.script("minutes");
  }

  async #save() {
    await this.#template();
    const { cluster, meeting, words } = this.#room;
    const about = { title: titleOf(meeting, words), rtl: document.documentElement.dir === "rtl" };
    const bytes = wordFile(globalThis.vademecumMinutes, minutes(meeting, cluster, words), about);
    const on = sensible(meeting.date) === undefined ? undefined : meeting.date;
    download(fileName(cluster, words.file, ".docx", on), bytes, TYPE);
    this.#say(words.saved);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#say(this.#room.words.failed);
    throwLater(error);
  }

  /** @param {string} words */
  #say(words) {
    for (const place of this.querySelectorAll("[data-vm-saved]")) say(place, words);
  }
}

customElements.define("vm-workshop", Workshop);
