// The topics of the page of meetings: a box for each, which takes all of its questions or none, and a box for each question.
import { around, one } from "../find.js";
import { desk } from "../shared.js";
import { fill, number, plural, say } from "../words.js";
import { meetingKey } from "./keys.js";

/** @type {(item: Element) => HTMLElement[]} */
const boxesOf = (item) => [...item.querySelectorAll("[data-about]")];

/** @type {(item: Element) => HTMLInputElement} */
const wholeOf = (item) => /** @type {HTMLInputElement} */ (item.querySelector("input"));

/** @type {(room: Room, item: Element, taken: boolean) => void} */
const take = (room, item, taken) =>
  room.put(
    boxesOf(item).map(({ dataset }) => [
      meetingKey(room.name, "asked", dataset.about),
      taken || undefined,
    ]),
  );

/** Hear the boxes of whole topics. @type {(room: Room) => void} */
export const startTopics = (room) =>
  room.root.addEventListener("input", (event) => {
    const item = around(event, "[data-vm-topic]");
    const whole = item && wholeOf(item);
    if (whole && whole === event.target) take(room, item, whole.checked);
  });

/** Take a topic that another page asked for. @type {(room: Room, id: string) => void} */
export const takeTopic = (room, id) => {
  const item = room.root.querySelector(`[data-vm-topic="${CSS.escape(id)}"]`);
  if (item && !desk.asOf) take(room, item, true);
};

/** Show how much of each topic is taken. @type {(room: Room, meeting: Meeting) => void} */
export const showTopics = ({ root, words, topics }, meeting) => {
  for (const { id, questions } of topics) {
    const item = one(root, `[data-vm-topic="${id}"]`);
    const n = meeting.topics.find((topic) => topic.id === id)?.questions.length ?? 0;
    const all = questions.length;
    Object.assign(wholeOf(item), { checked: n === all, indeterminate: n > 0 && n < all });
    const part = fill(words.chosen, { n: number(n), total: number(all) });
    say(one(item, "[data-vm-count]"), n > 0 && n < all ? part : plural(words.questions, all));
  }
};
