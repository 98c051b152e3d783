// <vm-downloads>: filters for the page of tools and files. Without it the page is one complete list.
import { one } from "./find.js";
import { plural, say, wordsOf } from "./words.js";

class Downloads extends /** @type {new () => DownloadsElement} */ (HTMLElement) {
  connectedCallback() {
    this.forms = wordsOf(this);
    this.filters = Object.fromEntries(
      [...this.querySelectorAll("select[data-filter]")].map((select) => [
        select.dataset.filter,
        select,
      ]),
    );
    const asked = new URLSearchParams(location.search);
    for (const [name, select] of Object.entries(this.filters)) {
      const value = asked.get(name);
      if ([...select.options].some((option) => option.value === value)) select.value = value ?? "";
      select.addEventListener("change", () => this.#changed(name));
    }
    one(this, "[data-vm-all]").addEventListener("click", () => this.#clear());
    one(this, ".vm-filters").hidden = false;
    this.#show();
  }

  /** Back to all files, from wherever the filters led. */
  #clear() {
    for (const select of Object.values(this.filters)) select.value = "";
    this.filters.phase.focus(); // the button goes
    this.#filtered();
  }

  /** Another phase takes away a topic of the one before; a topic says its phase. @param {string} name */
  #changed(name) {
    const { phase, topic } = this.filters;
    const { of } = topic.selectedOptions[0].dataset;
    if (name === "topic" && of) phase.value = of;
    if (name === "phase" && of && of !== phase.value) topic.value = "";
    this.#filtered();
  }

  /** The address says what is shown. */
  #filtered() {
    const said = new URLSearchParams(
      Object.entries(this.filters)
        .map(([key, { value }]) => [key, value])
        .filter(([, value]) => value),
    );
    history.replaceState(null, "", `${location.pathname}${said.size ? `?${said}` : ""}`);
    this.#show();
  }

  #show() {
    const { phase, topic, format } = Object.fromEntries(
      Object.entries(this.filters).map(([name, { value }]) => [name, value]),
    );
    let count = 0;
    for (const row of this.querySelectorAll("[data-topic]")) {
      const here =
        (!phase || row.closest("[data-phase]")?.dataset.phase === phase) &&
        (!topic || row.dataset.topic === topic);
      const files = [...row.querySelectorAll("[data-format]")];
      for (const file of files) file.hidden = Boolean(format) && file.dataset.format !== format;
      const fitting = here ? files.filter(({ hidden }) => !hidden).length : 0;
      row.hidden = !here || (Boolean(format) && !fitting);
      count += fitting;
    }
    one(this, "[data-vm-all]").hidden = !(phase || topic || format);
    for (const section of this.querySelectorAll("section"))
      section.hidden = !section.querySelector("[data-topic]:not([hidden])");
    say(one(this, "[role=status]"), plural(this.forms, count));
  }
}

customElements.define("vm-downloads", Downloads);
