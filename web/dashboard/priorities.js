// What to do first: open foundations, priorities, questions that nobody has looked at yet.
import { element, linked, written } from "../elements.js";
import { one } from "../find.js";
import { gapOf, rated } from "../score.js";
import { day, fill, number, plural, say } from "../words.js";

const FIRST = 5;

const comma = () => element("span", { "aria-hidden": "true" }, " · ");

/** Join pieces, each an element or a text, by a dot. @type {(pieces: Child[]) => Child[]} */
export const joined = (pieces) =>
  pieces.filter(Boolean).flatMap((piece, n) => (n ? [comma(), piece] : [piece]));

/** @type {(question: Question) => HTMLElement} */
const topicOf = ({ topic }) => element("span", { lang: topic.lang }, topic.title);

/**
 * The link to a question, its topic and more in small print after it.
 * @type {(question: Question, ...more: Child[]) => Child[]}
 */
export const questionLink = (question, ...more) => [
  linked(question),
  " ",
  element("span", { class: "vm-note" }, joined([topicOf(question), ...more])),
];

/** @type {(label: string, value: Child) => Child} */
const labelled = (label, value) => value && element("span", {}, `${label} `, value);

/** @type {(question: Question, tools: Record<string, Linked>, words: DashboardWords) => HTMLElement} */
const priority = (question, tools, words) => {
  const { counted, target, importance, owner, due } = question;
  const level = rated(counted) ?? 0; // it was rated: what was not has no priority
  const gap = gapOf(level, target);
  const methods = question.tools.slice(0, 3).map((id) => linked(tools[id]));
  return element(
    "li",
    { "data-id": question.id },
    element("p", { class: "vm-first" }, linked(question)),
    element(
      "p",
      { class: "vm-note" },
      joined([
        element("strong", {}, fill(words.priority, { n: number(question.priority ?? 0) })),
        fill(words.gap, { gap: number(gap), importance: number(importance) }),
        fill(words.levels, { level: number(level), target: number(target) }),
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

/** @type {(questions: Question[]) => [topic: ContentTopic, questions: Question[]][]} */
const byTopic = (questions) => {
  /** @type {Map<ContentTopic, Question[]>} */
  const topics = new Map();
  for (const question of questions)
    topics.set(question.topic, [...(topics.get(question.topic) ?? []), question]);
  return [...topics];
};

/** @type {(group: [topic: ContentTopic, questions: Question[]], words: DashboardWords) => HTMLElement} */
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

/** @type {(section: ParentNode, list: Element, words: DashboardWords) => void} */
const showMore = (section, list, words) => {
  const button = one(section, "[data-vm-all]");
  const more = /** @type {HTMLElement[]} */ ([...list.children]).slice(FIRST);
  const all = button.getAttribute("aria-expanded") === "true";
  for (const item of more) item.hidden = !all;
  button.hidden = !more.length;
  say(button, all ? words.fewer : plural(words.all, list.children.length));
};

/** Let the button unfold the priorities after the fifth. @type {(root: ParentNode, words: DashboardWords) => void} */
export const startPriorities = (root, words) => {
  const button = one(root, "[data-vm-all]");
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
    showMore(root, one(root, "[data-vm-priorities]"), words);
  });
};

/**
 * Show foundations, priorities and what nobody has looked at.
 * @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void}
 */
export const showPriorities = (root, { foundations, priorities, open, phases, tools }, words) => {
  const warning = one(root, "[data-vm-foundations]");
  warning.hidden = !foundations.length;
  one(warning, "ul").replaceChildren(
    ...foundations.map((question) =>
      element(
        "li",
        {},
        questionLink(question, fill(words.level, { level: number(rated(question.counted) ?? 0) })),
      ),
    ),
  );
  const list = one(root, "[data-vm-priorities]");
  list.replaceChildren(...priorities.map((question) => priority(question, tools, words)));
  const held = phases.some((phase) => phase.rated) && !priorities.length; // where nothing is rated nothing holds
  one(root, "[data-vm-no-priorities]").hidden = !held;
  showMore(root, list, words);
  const rest = one(root, "[data-vm-open]");
  rest.hidden = !open.length;
  say(one(rest, "summary"), plural(words.open, open.length));
  one(rest, "ul").replaceChildren(...byTopic(open).map((group) => unlooked(group, words)));
};
