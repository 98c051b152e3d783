// What a work remembers of its changes: what another work held it may have known, and changed since.
import * as Y from "yjs";
import { keysEver, stepsOf, textTraces, valueTraces } from "./doc.js";
import { idOf, inRow, isAside } from "./rows.js";

/** The name of the note that a writer made a work of an earlier format one of today's. @type {(writer: number) => string} */
export const renewalOf = (writer) => `renewed.${writer}`;

/** The changes of a work, by key. */
export class Past {
  #doc;
  #values;
  #records;
  #texts;

  /** @param {Doc} doc @param {Map<string, Y.Text>} texts those that were ever written */
  constructor(doc, texts) {
    this.#doc = doc;
    this.#values = doc.getMap("values");
    this.#records = doc.getMap("records");
    this.#texts = texts;
  }

  /** The changes under a key, also those that have gone since. @param {string} key @returns {Iterable<Trace>} */
  *#traces(key) {
    yield* valueTraces(this.#values, key);
    yield* textTraces(this.#texts.get(key));
  }

  /** What is noted of a change that renew() made; undefined for everyone else's. @param {Trace} trace @returns {Renewal | undefined} */
  #renewal({ writer }) {
    return this.#records.get(renewalOf(writer));
  }

  /** Tell whether this work has known what ``other`` holds under a key: the value, or a part of the text. @param {Past} other @param {string} key */
  hasSeen(other, key) {
    const known = (/** @type {Trace} */ { writer, from }) => from < stepsOf(this.#doc, writer);
    const [value] = valueTraces(other.#values, key);
    if (value && !value.gone) return known(value);
    const traces = [...textTraces(other.#texts.get(key))];
    // A text that was moved here goes on from none that stood here before.
    const moved = traces.some((trace) => !trace.gone && other.#renewal(trace));
    return traces.some((trace) => known(trace) && !(moved && trace.gone));
  }

  /**
   * Tell whether ``other`` holds under a key what renew() made or moved there, and this work has known all that it was
   * made from, wherever that stood.
   * @param {Past} other @param {string} key
   */
  hasSeenBefore(other, key) {
    /** @type {Set<number>} */
    const passed = new Set(); // writers of renewals
    for (let at = key; ; ) {
      const traces = [...other.#traces(at)].filter(({ writer }) => !passed.has(writer));
      const fresh = traces.filter(({ writer, to }) => to > stepsOf(this.#doc, writer));
      if (!fresh.length) return passed.size > 0 && traces.length > 0;
      if (!fresh.every((trace) => other.#renewal(trace))) return false;
      const from = other.#renewal(fresh[0])?.from;
      for (const { writer } of fresh) passed.add(writer);
      if (from && Object.hasOwn(from, idOf(at))) at = inRow(at, from[idOf(at)]);
    }
  }

  /** Return every key under which anything was ever written, also what has gone since. */
  get everWritten() {
    return new Set([...keysEver(this.#values), ...this.#texts.keys()]);
  }

  /** Return a name for the first change under a key, the same in every copy of the history; undefined where none is. @param {string} key */
  firstChange(key) {
    // A value's changes go backwards in time; of a text's, the first is the one that was written into nothing.
    const texts = [...textTraces(this.#texts.get(key))];
    const first =
      [...valueTraces(this.#values, key)].at(-1) ?? texts.find(({ alone }) => alone) ?? texts[0];
    return first && `${first.writer}:${first.from}`;
  }

  /** Return the keys that got another value, or more text, since a mark was taken. @param {Uint8Array} mark */
  changedSince(mark) {
    const then = Y.decodeStateVector(mark);
    const later = (/** @type {Trace} */ { writer, to }) => to > (then.get(writer) ?? 0);
    const isLater = (/** @type {string} */ key) => {
      const [value] = valueTraces(this.#values, key);
      return (value && later(value)) || [...textTraces(this.#texts.get(key))].some(later);
    };
    const keys = [...this.everWritten].filter((key) => key !== "#format" && !isAside(key));
    return new Set(keys.filter(isLater));
  }
}
