// <vm-cockpit>: on the home page, once there is work, where to go on, what is late, what comes next. It stands in the
// place of the three doors, and is drawn before the page is seen: arrival.js waits for this script.
import { element, linked, written } from "./elements.js";
import { one } from "./find.js";
import { cockpit, contentOf } from "./home/cockpit.js";
import { desk } from "./shared.js";
import { day, fill, number, plural, say } from "./words.js";

const SHOWN = 3; // of what is late

/** @type {(row: RegisterRow) => HTMLElement} */
const line = (row) => {
  const facts = [row.owner && written(row.owner), row.due && day(row.due)].filter(Boolean);
  return element(
    "li",
    {},
    row.typed ? element("a", { href: row.href, dir: "auto" }, row.title) : linked(row),
    " ",
    element(
      "span",
      { class: "vm-note" },
      [element("span", { lang: row.topic.lang }, row.topic.title), ...facts].flatMap((fact, n) =>
        n ? [" · ", fact] : [fact],
      ),
    ),
  );
};

class CockpitElement extends /** @type {new () => HTMLElement & CockpitParts} */ (HTMLElement) {
  connectedCallback() {
    const [page, words] = [...this.querySelectorAll("script")].map((block) =>
      JSON.parse(block.textContent),
    );
    this.words = words;
    this.content = contentOf(page, words.question);
    this.heading = one(/** @type {ParentNode} */ (this.parentNode), "h1");
    this.title = this.heading.textContent;
    for (const name of /** @type {const} */ (["open", "change"]))
      desk.addEventListener(name, () => this.#show());
    if (desk.work) this.#show();
  }

  #show() {
    const { work, clusters, retired, today } = desk;
    const get = (/** @type {string} */ key) => work.get(key);
    const read = { get, entries: work.entries(), records: work.records, retired, today };
    const state = cockpit(this.content, read, clusters.fact(work.id, "last"));
    this.hidden = state.empty;
    one(/** @type {ParentNode} */ (this.parentNode), "[data-vm-doors]").hidden = !state.empty;
    const name = clusters.fact(work.id, "name") || this.words.unnamed;
    say(this.heading, state.empty ? this.title : name);
    this.#showResume(state);
    this.#showRows(state);
  }

  /** @param {Cockpit} state */
  #showResume({ resume }) {
    if (!resume) return;
    const link = one(this, "[data-vm-resume]");
    const at = number(resume.topic.questions.findIndex(({ id }) => resume.id.endsWith(id)) + 1);
    link.setAttribute("href", resume.href);
    say(link, fill(this.words.resume, { number: at, topic: `\u2068${resume.topic.title}\u2069` }));
  }

  /** @param {Cockpit} state */
  #showRows({ late, next }) {
    const [behind, ahead] = [one(this, "[data-vm-late]"), one(this, "[data-vm-next]")];
    behind.hidden = !late.length;
    one(behind, "ul").replaceChildren(...late.slice(0, SHOWN).map(line));
    const more = one(behind, "[data-vm-more]");
    more.hidden = late.length <= SHOWN;
    say(one(more, "a"), plural(this.words.more, late.length - SHOWN));
    one(ahead, "ul").replaceChildren(...next.map(line));
    one(ahead, "[data-vm-none]").hidden = next.length > 0;
  }
}

customElements.define("vm-cockpit", CockpitElement);
