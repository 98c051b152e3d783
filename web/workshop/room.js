// What the parts of the page of meetings share: the meeting at hand, the names of its fields, and how it is written.
import { numberOf, sensible } from "../days.js";
import { tab } from "../memory.js";
import { desk, showAll } from "../shared.js";
import { newRow, ORDER, orderer, placeOf } from "../work/rows.js";
import { MEETINGS, meetingKey } from "./keys.js";
import { meetingsIn, readMeeting } from "./meeting.js";

const CHOSEN = "vademecum.meeting"; // the meeting of this tab: "<cluster> <meeting> <day on which it was chosen>"
const source = orderer();

/** @type {() => { cluster?: string, name?: string, on?: string }} */
const chosen = () => {
  const [cluster, name, on] = (tab.get(CHOSEN) ?? "").split(" ");
  return { cluster, name, on };
};

/** The name of the meeting of this tab; of a new one where it had none in this cluster. */
const ownName = () => {
  const { cluster, name, on } = chosen();
  return name && cluster === desk.own.id && on === desk.today ? name : newRow();
};

/** What the page offers, as it stands there. @type {(root: HTMLElement) => OfferedTopic[]} */
const offered = (root) =>
  [...root.querySelectorAll("[data-vm-topic]")].map((item) => {
    const [title, ...texts] = item.querySelectorAll(".vm-tick > span");
    const boxes = [...item.querySelectorAll("[data-about]")];
    return {
      id: String(/** @type {HTMLElement} */ (item).dataset.vmTopic),
      title: String(title.textContent),
      lang: title.getAttribute("lang") ?? undefined,
      questions: boxes.map((box, n) => ({
        id: String(/** @type {HTMLElement} */ (box).dataset.about),
        kind: /** @type {HTMLElement} */ (box).dataset.kind,
        text: String(texts[n].textContent),
        lang: texts[n].getAttribute("lang") ?? undefined,
      })),
    };
  });

export class Room {
  name = ownName(); // of the meeting at hand: what is typed before the work is there belongs to it
  /** @type {Set<string>} */ #placed = new Set(); // rows that have a place in the order

  /** @param {HTMLElement} root @param {WorkshopWords} words */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.topics = offered(root);
  }

  /** The name of the cluster; an empty text where it has none. */
  get cluster() {
    return (desk.work && desk.clusters.fact(desk.work.id, "name")) || "";
  }

  /** The meeting at hand, as it stands now. */
  get meeting() {
    return readMeeting(desk.entries(), this.name, this.topics);
  }

  /**
   * Take up the meeting that this tab chose today, else the last one, unless its day is past; else a new one. A tab that
   * stays open for days does as a phone does, which forgets its tabs.
   */
  choose() {
    const values = desk.entries();
    const names = meetingsIn(values);
    const [own, last] = [chosen(), names.at(-1)];
    const isFree = !names.includes(this.name); // nothing was typed in it before the work was there
    if (isFree && own.on === desk.today && own.name && names.includes(own.name))
      this.name = own.name;
    else if (isFree && last && !this.#isPast(values, last)) this.name = last;
    this.#remember();
  }

  /** @param {Map<string, Value>} values @param {string} name */
  #isPast(values, name) {
    const at = sensible(readMeeting(values, name, this.topics).date); // one that can hardly be meant is not past
    return at !== undefined && at < Number(numberOf(desk.today));
  }

  #remember() {
    tab.set(CHOSEN, `${desk.own.id} ${this.name} ${desk.today}`);
  }

  /** Turn to another meeting, or to a new one. @param {string} name */
  turn(name) {
    this.name = name || newRow();
    this.#remember();
  }

  /**
   * Give the fields below ``root`` the names under which they are kept, and show what stands there.
   * @param {ParentNode} root @param {string} [about]
   */
  nameFields(root, about) {
    const fields = /** @type {Control[]} */ ([...root.querySelectorAll("[data-vm-field]")]);
    for (const field of fields)
      field.name = meetingKey(this.name, field.dataset.vmField, field.dataset.about ?? about);
    this.show(
      fields.map(({ name }) => name),
      root,
    );
  }

  /** Show what is kept under keys. @param {string[]} keys @param {ParentNode} [root] */
  show(keys, root = this.root) {
    const values = desk.entries();
    showAll(
      keys.map((key) => [key, values.get(key)]),
      root,
    );
  }

  /** Write something of the meeting, and show it. @param {Change[]} changes */
  put(changes) {
    this.place(MEETINGS, this.name);
    desk.change(changes);
    showAll(changes, this.root);
  }

  /**
   * Give a row its place after the last one, once; ``more`` is written with it.
   * @param {string} prefix @param {string} name @param {Change[]} [more]
   */
  place(prefix, name, more = []) {
    const values = desk.entries();
    const key = `${prefix}${name}#${ORDER}`;
    if (this.#placed.has(name) || values.has(key)) return;
    this.#placed.add(name);
    const places = [...values].flatMap(([other, value]) =>
      other.startsWith(prefix) && other.endsWith(`#${ORDER}`) ? (placeOf(value) ?? []) : [],
    );
    desk.change([[key, source.createBetween(places.sort().at(-1))], ...more]);
  }
}
