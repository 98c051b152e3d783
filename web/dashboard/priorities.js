// What to do first: open foundations, priorities, questions that nobody has looked at yet.
import { element, linked, written } from "../elements.js";
import { gapOf, rated } from "../score.js";
import { day, fill, number, plural, say } from "../words.js";

const FIRST = 10;

const comma = () => element("span", { "aria-hidden": "true" }, " · ");

/** Join pieces, each an element or a text, by a dot. */
const joined = (pieces) =>
  pieces.filter(Boolean).flatMap((piece, n) => (n ? [comma(), piece] : [piece]));

const topicOf = ({ topic }) => element("span", { lang: topic.lang }, topic.title);

/** The link to a question, its topic and more in small print after it. */
export const questionLink = (question, ...more) => [
  linked(question),
  " ",
  element("span", { class: "vm-note" }, joined([topicOf(question), ...more])),
];

const labelled = (label, value) => value && element("span", {}, `${label} `, value);

const priority = (question, tools, words) => {
  const { counted, target, importance, owner, due } = question;
  const gap = gapOf(rated(counted), target);
  const methods = question.tools.slice(0, 3).map((id) => linked(tools[id]));
  return element(
    "li",
    { "data-id": question.id },
    element("p", { class: "vm-first" }, linked(question)),
    element(
      "p",
      { class: "vm-note" },
      joined([
        element("strong", {}, fill(words.priority, { n: number(question.priority) })),
        fill(words.gap, { gap: number(gap), importance: number(importance) }),
        fill(words.levels, { level: number(rated(counted)), target: number(target) }),
        labelled(words.ownerIs, owner && written(owner)),
        labelled(words.dueIs, due && day(due)),
        topicOf(question),
      ]),
    ),
    methods.length
      ? element(
          "p",
          { class: "vm-links" },
          element("span", { class: "vm-label" }, words.tools),
          " ",
          joined(methods),
        )
      : undefined,
  );
};

const byTopic = (questions) => {
  const found = new Map();
  for (const question of questions)
    found.set(question.topic, [...(found.get(question.topic) ?? []), question]);
  return [...found];
};

const unlooked = ([topic, questions], words) =>
  element(
    "li",
    {},
    linked({ href: topic.href, words: topic.title, lang: topic.lang }),
    element(
      "ul",
      {},
      questions.map((question) =>
        element(
          "li",
          {},
          linked(question),
          question.level === "unknown" ? ` (${words.unknown})` : "",
        ),
      ),
    ),
  );

const showMore = (section, list, words) => {
  const button = section.querySelector("[data-vm-all]");
  const more = [...list.children].slice(FIRST);
  const all = button.getAttribute("aria-expanded") === "true";
  for (const item of more) item.hidden = !all;
  button.hidden = !more.length;
  say(button, all ? words.fewer : plural(words.all, list.children.length));
};

/** Let the button unfold the priorities after the tenth. */
export const startPriorities = (root, words) => {
  const button = root.querySelector("[data-vm-all]");
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
    showMore(root, root.querySelector("[data-vm-priorities]"), words);
  });
};

/** Show foundations, priorities and what nobody has looked at. */
export const showPriorities = (root, { foundations, priorities, open, tools }, words) => {
  const warning = root.querySelector("[data-vm-foundations]");
  warning.hidden = !foundations.length;
  warning
    .querySelector("ul")
    .replaceChildren(
      ...foundations.map((question) =>
        element(
          "li",
          {},
          questionLink(question, fill(words.level, { level: number(rated(question.counted)) })),
        ),
      ),
    );
  const list = root.querySelector("[data-vm-priorities]");
  list.replaceChildren(...priorities.map((question) => priority(question, tools, words)));
  root.querySelector("[data-vm-no-priorities]").hidden = priorities.length > 0;
  showMore(root, list, words);
  const rest = root.querySelector("[data-vm-open]");
  rest.hidden = !open.length;
  say(rest.querySelector("summary"), plural(words.open, open.length));
  rest.querySelector("ul").replaceChildren(...byTopic(open).map((group) => unlooked(group, words)));
};
