// The agenda on the page: a row for each point, with minutes that can be changed; on paper its questions, too.
import { element } from "../elements.js";
import { one } from "../find.js";
import { day, plural, say } from "../words.js";
import { CLOSING, OPENING, agenda, hourAt } from "./agenda.js";
import { meetingKey } from "./keys.js";
import { lengthOf } from "./said.js";

/** What a point is called. @type {(key: string, meeting: Meeting, words: WorkshopWords) => { title: string, lang?: string }} */
export const titleOfPoint = (key, { topics }, words) =>
  topics.find(({ id }) => id === key) ?? {
    title: { [OPENING]: words.opening, [CLOSING]: words.closing }[key] ?? key,
  };

/** @type {(room: Room, key: string, meeting: Meeting) => HTMLElement} */
const made = ({ name, words }, key, meeting) => {
  const { title, lang } = titleOfPoint(key, meeting, words);
  const field = element("input", {
    type: "text",
    maxlength: 3,
    "data-vm-count": "",
    inputmode: "numeric",
    autocomplete: "off",
    name: meetingKey(name, "minutes", key),
    "aria-label": `${words.minutes}, ${title}`,
  });
  const about = [
    element("span", { lang, dir: lang && "auto" }, title),
    element("span", { class: "vm-note" }),
  ];
  return element(
    "tr",
    { "data-key": key },
    element("td", { class: "vm-hour" }),
    element("th", { scope: "row" }, about, element("ul", { class: "vm-agenda__questions" })),
    element("td", {}, field),
  );
};

/** What begins after the meeting has ended has no hour: the line above says by how much it is too long. @type {(line: HTMLElement, point: AgendaPoint, meeting: Meeting, words: WorkshopWords) => void} */
const fillIn = (line, { key, from, minutes, questions }, meeting, words) => {
  say(one(line, "td"), from < meeting.length ? hourAt(meeting.start, from) : "–");
  say(one(line, ".vm-note"), questions ? plural(words.questions, questions) : "");
  const asked = meeting.topics.find(({ id }) => id === key)?.questions ?? [];
  one(line, "ul").replaceChildren(
    ...asked.map(({ text, lang }) => element("li", { lang, dir: lang && "auto" }, text)),
  );
  const field = one(line, "input");
  field.dataset.default = String(minutes);
  if (field !== document.activeElement) field.value = String(minutes);
};

/** @type {(found: Agenda, words: WorkshopWords) => string} */
const remark = ({ spare, tight }, words) => {
  if (spare < 0) return plural(words.over, -spare);
  if (spare > 0) return plural(words.spare, spare);
  return tight ? words.tight : "";
};

/** @type {(room: Room, meeting: Meeting, found: Agenda) => void} */
const showRows = (room, meeting, { points }) => {
  const body = one(room.root, ".vm-meeting__agenda tbody");
  const before = new Map(
    [...body.querySelectorAll("tr")].map((line) => [
      `${line.dataset.name} ${line.dataset.key}`,
      line,
    ]),
  );
  const lines = points.map((point) => {
    const line = before.get(`${room.name} ${point.key}`) ?? made(room, point.key, meeting);
    line.dataset.name = room.name;
    fillIn(line, point, meeting, room.words);
    return line;
  });
  const end = element(
    "tr",
    {},
    element("td", { class: "vm-hour" }, hourAt(meeting.start, meeting.length)),
    element("th", { scope: "row", colspan: 2 }, room.words.end),
  );
  const kept = [...body.children].slice(0, -1);
  if (kept.length === lines.length && kept.every((line, n) => line === lines[n]))
    body.lastElementChild?.replaceWith(end);
  else body.replaceChildren(...lines, end);
};

/** Show the agenda of a meeting. @type {(room: Room, meeting: Meeting) => void} */
export const showAgenda = (room, meeting) => {
  const { root, words } = room;
  const found = agenda(meeting);
  const any = meeting.topics.length > 0;
  one(root, "[data-vm-none]").hidden = any;
  for (const part of root.querySelectorAll("[data-vm-some]")) part.hidden = !any;
  if (any) showRows(room, meeting, found);
  say(one(root, "[data-vm-spare]"), any ? remark(found, words) : "");
  const { date, start, length, place } = meeting;
  const facts = [room.cluster, date && day(date), start, lengthOf(length, words), place];
  say(one(root, "[data-vm-facts]"), facts.filter(Boolean).join(" · "));
};
