// Snapshots: the present state, named and kept; what rose, fell, was rated or closed since.
import { element, linked, written } from "../elements.js";
import { date, fill, number, say } from "../words.js";
import { isShort } from "../shared.js";
import { questionLink } from "./priorities.js";
import { compare, freeze } from "./summary.js";

const unique = (at) =>
  `snapshot:${at}:${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16)).join("")}`;

const moved = (question, words) => {
  const told =
    question.from === undefined
      ? fill(words.level, { level: number(question.to) })
      : fill(words.moved, { from: number(question.from), to: number(question.to) });
  return element("li", {}, questionLink(question, element("strong", {}, told)));
};

const group = (title, items) =>
  items.length
    ? [element("h4", {}, `${title} (${number(items.length)})`), element("ul", {}, items)]
    : [];

const comparison = (found, words) => {
  const groups = ["rose", "fell", "fresh"].flatMap((name) =>
    group(
      words.changes[name],
      found[name].map((question) => moved(question, words)),
    ),
  );
  groups.push(
    ...group(
      words.changes.closed,
      found.closed.map((action) => element("li", {}, linked(action))),
    ),
  );
  return groups.length ? groups : [element("p", {}, words.unchanged)];
};

const titleOf = ({ name, at }, words) =>
  (typeof name === "string" && name) || fill(words.unnamed, { date: date(at) });

/** A name inside a sentence: its direction stays its own. */
const isolated = (snapshot, words) => `\u2068${titleOf(snapshot, words)}\u2069`;

/** Show the list, latest first; ``take(snapshot)`` takes one away. */
export const showSnapshots = (root, summary, words, take) => {
  const list = root.querySelector("[data-vm-list]");
  const unfolded = new Set(
    [...list.querySelectorAll("details[open]")].map((more) => more.closest("li").dataset.key),
  );
  list.replaceChildren(
    ...[...summary.snapshots].reverse().map((snapshot) => {
      const title = titleOf(snapshot, words);
      const button = element(
        "button",
        { type: "button", class: "vm-button vm-button--quiet" },
        words.delete,
        element("span", { class: "vm-hidden" }, ` ${title}`),
      );
      button.addEventListener("click", () => take(snapshot));
      const more = element(
        "details",
        { class: "vm-more", open: unfolded.has(snapshot.key) },
        element("summary", {}, words.compare, element("span", { class: "vm-hidden" }, ` ${title}`)),
        comparison(compare(summary, snapshot), words),
      );
      const head = element(
        "h3",
        {},
        written(title),
        " ",
        element(
          "span",
          { class: "vm-note" },
          date(snapshot.at, { dateStyle: "medium", timeStyle: "short" }),
        ),
      );
      return element(
        "li",
        { "data-key": snapshot.key },
        element("div", { class: "vm-row" }, head, button),
        more,
      );
    }),
  );
};

/** Keep, delete, undo. ``latest()`` gives the summary; ``record(key, what)`` writes; ``show()`` draws again. */
export const startSnapshots = (root, { latest, record, show }, words) => {
  const section = root.querySelector("[data-vm-snapshots]");
  const [name, status, undo] = ["input", "[role=status]", "[data-vm-undo]"].map((which) =>
    section.querySelector(which),
  );
  let taken;
  section.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isShort(name)) return name.focus();
    const at = Date.now();
    const snapshot = freeze(latest(), name.value.trim(), at);
    record(unique(at), snapshot);
    name.value = "";
    undo.hidden = true;
    show();
    say(status, fill(words.snapshotKept, { name: isolated(snapshot, words) }));
  });
  undo.addEventListener("click", () => {
    const { key, ...what } = taken;
    record(key, what);
    undo.hidden = true;
    show();
    say(status, fill(words.snapshotBack, { name: isolated(what, words) }));
    section.querySelector(`[data-key="${CSS.escape(key)}"] button`)?.focus();
  });
  return (snapshot) => {
    taken = snapshot;
    record(snapshot.key, undefined);
    show();
    undo.hidden = false;
    undo.focus();
    say(status, fill(words.snapshotGone, { name: isolated(snapshot, words) }));
  };
};
