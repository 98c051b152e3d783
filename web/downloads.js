// <vm-downloads>: filters for the page of files. Without it the page is one complete list.
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
    for (const section of this.querySelectorAll("[data-phase]")) {
      const here = !phase || section.dataset.phase === phase;
      for (const file of section.querySelectorAll("[data-format]")) {
        const row = file.closest("[data-topic]");
        const fits =
          here &&
          (!format || file.dataset.format === format) &&
          (!topic || row?.dataset.topic === topic);
        file.hidden = !fits;
        count += Number(fits);
      }
      for (const row of section.querySelectorAll("li[data-topic]"))
        row.hidden = !row.querySelector("[data-format]:not([hidden])");
      for (const head of section.querySelectorAll("h3"))
        head.hidden = !head.nextElementSibling?.querySelector("li:not([hidden])");
      section.hidden = !section.querySelector("[data-format]:not([hidden])");
    }
    one(this, "[data-vm-all]").hidden = !(phase || topic || format);
    say(one(this, "[role=status]"), plural(this.forms, count));
  }
}

customElements.define("vm-downloads", Downloads);
