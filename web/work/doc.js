// A Yjs document for work, and all that this site asks of the inside of Yjs, which its manual does not promise: no other
// module knows of it, and tests/web/doc.test.mjs fails where another version of Yjs is made otherwise.
//
// Each prose has a top-level text of its own; whenever a history is written, Yjs goes through all of them, for each one
// again, to find the name that it has: 20,000 texts took half a minute. Just before, it asks a text for the item that
// holds it, which none of these has: the text that was asked last is shown to it first.
import * as Y from "yjs";

/** @extends {Map<string, Shared>} */
class Texts extends Map {
  /** @type {[name: string, text: Shared] | undefined} */
  #asked;

  /** @param {string} name @param {Shared} text */
  set(name, text) {
    const get = () => {
      this.#asked = [name, text];
      return null;
    };
    Object.defineProperty(text, "_item", { get, set() {}, configurable: true });
    return super.set(name, text);
  }

  /** @returns {MapIterator<[string, Shared]>} */
  *entries() {
    if (this.#asked) yield this.#asked;
    yield* super.entries();
  }
}

/** Make an empty document. @type {() => Doc} */
export const newDoc = () => Object.assign(new Y.Doc(), { share: new Texts() });

/** The names of all that stands in a document. @type {(doc: Doc) => Map<unknown, string>} */
export const namesIn = (doc) => new Map([...doc.share].map(([name, type]) => [type, name]));

/** Whether a writer, by number, has ever changed a document. @type {(doc: Doc, writer: number) => boolean} */
export const hasWriter = (doc, writer) => doc.store.clients.has(writer);

/** How many steps of a writer a document has. @type {(doc: Doc, writer: number) => number} */
export const stepsOf = (doc, writer) => Y.getState(doc.store, writer);

/** Whether changes, or deletions, wait for others that a document has not. */
export const waitsIn = (/** @type {Doc} */ { store: { pendingStructs, pendingDs } }) => ({
  changes: pendingStructs !== null,
  deletions: pendingDs !== null,
});

/** What is known of a change. @type {(item: Y.Item) => Trace} */
const traceOf = ({ id, length, deleted, origin, rightOrigin }) => ({
  writer: id.client,
  from: id.clock,
  to: id.clock + length,
  gone: deleted,
  alone: !origin && !rightOrigin,
});

/**
 * The changes of a value, also those that have gone since, the latest first.
 * @template What @param {Values<What>} map @param {string} key
 */
export function* valueTraces(map, key) {
  for (let item = map._map.get(key) ?? null; item; item = item.left) yield traceOf(item);
}

/** The changes of a text, also those that have gone since, as they stand in it. @param {Y.Text | undefined} text */
export function* textTraces(text) {
  for (let item = text?._start ?? null; item; item = item.right) yield traceOf(item);
}

/** The keys under which a map ever held anything. @type {<What>(map: Values<What>) => Iterable<string>} */
export const keysEver = (map) => map._map.keys();

/** @type {(item: Y.Item, names: Map<unknown, string>) => Piece} */
const pieceOf = ({ parent, parentSub, content }, names) => ({
  name: names.get(parent),
  key: parentSub,
  gone: content instanceof Y.ContentDeleted,
  text: content instanceof Y.ContentString,
  values: content instanceof Y.ContentAny ? content.arr : [],
});

/** All that a document is made of, but for what was cleared away; what no work of ours has, has no name. @param {Doc} doc */
export function* piecesIn(doc) {
  const names = namesIn(doc);
  for (const items of doc.store.clients.values())
    for (const item of items) if (!(item instanceof Y.GC)) yield pieceOf(item, names);
}
