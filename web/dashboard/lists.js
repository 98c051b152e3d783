// Risks, indicators and events of all tools, in one list each: folded, and not there while they are empty.
import { element, linked, written } from "../elements.js";
import { one } from "../find.js";
import { day, plural, say } from "../words.js";
import { joined } from "./priorities.js";

/** @type {(row: Joined) => HTMLElement} */
const line = ({ id, title, typed, lang, href, tool, owner, date, note }) =>
  element(
    "li",
    { "data-id": id },
    typed ? element("a", { href, dir: "auto" }, title) : linked({ href, words: title, lang }),
    " ",
    element(
      "span",
      { class: "vm-note" },
      joined([
        note && written(note),
        owner && written(owner),
        date && day(date),
        element("span", { lang: tool.lang }, tool.words),
      ]),
    ),
  );

/** Show the lists. @type {(root: ParentNode, summary: Summary, words: DashboardWords) => void} */
export const showLists = (root, { lists }, words) => {
  const section = one(root, "[data-vm-lists]");
  section.hidden = !Object.values(lists).some((rows) => rows.length);
  for (const [name, rows] of Object.entries(lists)) {
    const fold = one(section, `[data-vm-joined="${name}"]`);
    fold.hidden = !rows.length;
    say(one(fold, "summary"), plural(words.lists[name], rows.length));
    one(fold, "ul").replaceChildren(...rows.map(line));
  }
};
