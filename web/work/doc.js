// A Yjs document for work. Each prose has a top-level text of its own; whenever a history is written, Yjs goes through
// all of them, for each one again, to find the name that it has: 20,000 texts took half a minute. Just before, it asks a
// text for the item that holds it, which none of these has: the text that was asked last is shown to it first.
import * as Y from "yjs";

class Texts extends Map {
  #asked; // [name, text]

  set(name, text) {
    const get = () => {
      this.#asked = [name, text];
      return null;
    };
    Object.defineProperty(text, "_item", { get, set() {}, configurable: true });
    return super.set(name, text);
  }

  *entries() {
    if (this.#asked) yield this.#asked;
    yield* super.entries();
  }
}

/** Make an empty document. */
export const newDoc = () => Object.assign(new Y.Doc(), { share: new Texts() });
