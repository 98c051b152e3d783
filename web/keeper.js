// <vm-keeper>: keeps the ticks of a page in this browser, and says in plain words whether they are kept.
//
// The store (store.js, with Yjs) is heavy: it is fetched only when this browser has kept something before,
// or at the first tick. Ticks made meanwhile wait here, and are tried again when something fails.
// Words come from data-kept ({time} is filled in), data-waiting and data-failed.

const SIGN = "vademecum.kept"; // set in localStorage by the store once it has kept something

const keptBefore = () => {
  try {
    return localStorage.getItem(SIGN) !== null;
  } catch {
    return true; // no localStorage here: only the store can tell
  }
};

const load = (source) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve(globalThis.vademecumStore);
    script.onerror = () => {
      script.remove();
      reject(new Error("the store did not load"));
    };
    document.head.append(script);
  });

class Keeper extends HTMLElement {
  #boxes = new Map();
  #waiting = new Map();
  #store;
  #opening;

  connectedCallback() {
    for (const box of document.querySelectorAll(".vm-tick input[type=checkbox]")) {
      const same = this.#boxes.get(box.name) ?? [];
      this.#boxes.set(box.name, [...same, box]);
    }
    if (!this.#boxes.size) return;
    document.addEventListener("change", (event) => {
      if (this.#boxes.has(event.target.name)) this.#tick(event.target);
    });
    if (keptBefore()) this.#open().catch(() => this.#say("failed"));
  }

  #tick(box) {
    this.#waiting.set(box.name, box.checked);
    this.#show(box.name, box.checked);
    this.#say("waiting");
    this.#keep();
  }

  async #keep() {
    try {
      const store = await this.#open();
      const now = new Map(this.#waiting);
      await store.tick(now);
      for (const [id, ticked] of now) if (this.#waiting.get(id) === ticked) this.#waiting.delete(id);
      this.#say("kept", new Date());
    } catch {
      this.#say("failed");
    }
  }

  #open() {
    this.#opening ??= load(this.dataset.store)
      .then((open) => open())
      .then((store) => {
        store.watch((id, ticked) => {
          if (!this.#waiting.has(id)) this.#show(id, ticked);
        });
        if (store.keptAt) this.#say("kept", store.keptAt);
        return (this.#store = store);
      })
      .catch((error) => {
        this.#opening = undefined; // the next tick tries again
        throw error;
      });
    return this.#opening;
  }

  #show(id, ticked) {
    for (const box of this.#boxes.get(id) ?? []) box.checked = ticked;
  }

  #say(what, at) {
    const today = at && at.toDateString() === new Date().toDateString();
    const form = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
    // Western digits, as on the rest of the Arabic pages.
    const time = at && new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, form).format(at);
    const words = this.querySelector("[role=status]");
    words.textContent = this.dataset[what].replace("{time}", time);
    this.dataset.state = what;
    this.hidden = false;
  }
}

customElements.define("vm-keeper", Keeper);
