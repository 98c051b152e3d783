// Snapshots: the present state, named and kept; what rose, fell, was rated or closed since.
import { element, linked, written } from "../elements.js";
import { one } from "../find.js";
import { date, fill, number, say } from "../words.js";
import { isShort } from "../shared.js";
import { questionLink } from "./priorities.js";
import { compare, freeze } from "./states.js";

/** @type {(at: number) => string} */
const unique = (at) =>
  `snapshot:${at}:${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16)).join("")}`;

/** @type {(question: Question & { from?: number, to: number }, words: DashboardWords) => HTMLElement} */
const moved = (question, words) => {
  const told =
    question.from === undefined
      ? fill(words.level, { level: number(question.to) })
      : fill(words.moved, { from: number(question.from), to: number(question.to) });
  return element("li", {}, questionLink(question, element("strong", {}, told)));
};

/** @type {(title: string, items: HTMLElement[]) => Child[]} */
const group = (title, items) =>
  items.length
    ? [element("h4", {}, `${title} (${number(items.length)})`), element("ul", {}, items)]
    : [];

/** @type {(changes: Changes, words: DashboardWords) => Child[]} */
const comparison = (changes, words) => {
  const groups = /** @type {const} */ (["rose", "fell", "fresh"]).flatMap((name) =>
    group(
      words.changes[name],
      changes[name].map((question) => moved(question, words)),
    ),
  );
  const closed = changes.closed.map((action) => element("li", {}, linked(action)));
  groups.push(...group(words.changes.closed, closed));
  return groups.length ? groups : [element("p", {}, words.unchanged)];
};

/** @type {(snapshot: { name?: unknown, at: number }, words: DashboardWords) => string} */
const titleOf = ({ name, at }, words) =>
  (typeof name === "string" && name) || fill(words.unnamed, { date: date(at) });

/**
 * A name inside a sentence: its direction stays its own.
 * @type {(snapshot: { name?: unknown, at: number }, words: DashboardWords) => string}
 */
const isolated = (snapshot, words) => `\u2068${titleOf(snapshot, words)}\u2069`;

/**
 * A snapshot of the list: its name and day, the button that takes it away, and what has changed since.
 * @type {(summary: Summary, snapshot: Snapshot, open: boolean, words: DashboardWords, take: (snapshot: Snapshot) => void) => HTMLElement}
 */
const row = (summary, snapshot, open, words, take) => {
  const title = titleOf(snapshot, words);
  const hidden = () => element("span", { class: "vm-hidden" }, ` ${title}`);
  const look = { type: "button", class: "vm-button vm-button--quiet" };
  const button = element("button", look, words.delete, hidden());
  button.addEventListener("click", () => take(snapshot));
  const day = date(snapshot.at, { dateStyle: "medium", timeStyle: "short" });
  const head = element("h3", {}, written(title), " ", element("span", { class: "vm-note" }, day));
  const more = element(
    "details",
    { class: "vm-more", open },
    element("summary", {}, words.compare, hidden()),
    comparison(compare(summary, snapshot), words),
  );
  return element(
    "li",
    { "data-key": snapshot.key },
    element("div", { class: "vm-row" }, head, button),
    more,
  );
};

/**
 * Show the list, latest first; ``take(snapshot)`` takes one away.
 * @type {(root: ParentNode, summary: Summary, words: DashboardWords, take: (snapshot: Snapshot) => void) => void}
 */
export const showSnapshots = (root, summary, words, take) => {
  const list = one(root, "[data-vm-list]");
  const unfolded = new Set(
    [...list.querySelectorAll("details[open]")].map((more) => more.closest("li")?.dataset.key),
  );
  list.replaceChildren(
    ...[...summary.snapshots]
      .reverse()
      .map((snapshot) => row(summary, snapshot, unfolded.has(snapshot.key), words, take)),
  );
};

/**
 * Keep, delete, undo. ``latest()`` gives the summary; ``record(key, what)`` writes; ``show()`` draws again.
 * @type {(root: ParentNode, board: Board, words: DashboardWords) => (snapshot: Snapshot) => void}
 */
export const startSnapshots = (root, { latest, record, show }, words) => {
  const section = one(root, "[data-vm-snapshots]");
  const [name, undo] = [one(section, "input"), one(section, "[data-vm-undo]")];
  /** What was done is shown and said, and that it can be undone. @type {(said: string, snapshot: { name?: unknown, at: number }, undoing: boolean) => void} */
  const tell = (said, snapshot, undoing) => {
    undo.hidden = !undoing;
    show();
    if (undoing) undo.focus();
    say(one(section, "[role=status]"), fill(said, { name: isolated(snapshot, words) }));
  };
  /** @type {Snapshot | undefined} */
  let taken;
  one(section, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isShort(name)) return name.focus();
    const at = Date.now();
    const snapshot = freeze(latest(), name.value.trim(), at);
    record(unique(at), snapshot);
    name.value = "";
    tell(words.snapshotKept, snapshot, false);
  });
  undo.addEventListener("click", () => {
    if (!taken) return;
    const { key, ...what } = taken;
    record(key, what);
    tell(words.snapshotBack, what, false);
    section.querySelector(`[data-key="${CSS.escape(key)}"] button`)?.focus();
  });
  return (snapshot) => {
    taken = snapshot;
    record(snapshot.key, undefined);
    tell(words.snapshotGone, snapshot, true);
  };
};
