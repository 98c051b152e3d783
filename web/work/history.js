// A history from a file is the word of a stranger. It is read into a document of its own, never into anyone's work,
// and used only when there is nothing in it but what our own works hold: texts, chosen values, records.
import * as Y from "yjs";
import { hasWriter, newDoc, piecesIn, waitsIn } from "./doc.js";
import { isKey, isValue, isRecord } from "./limits.js";
import { cleanStrays } from "./strays.js";
import { Trouble } from "./trouble.js";
import { FORMAT, Work } from "./work.js";
import { writerOf } from "./writer.js";

const AT_ONCE = 2000; // changes, between two looks at the clock

/** An empty work that nothing keeps. @type {() => Work} */
export const scratch = () => new Work("scratch", newDoc());

/** @type {(piece: Piece) => boolean} */
const fits = ({ name, key, gone, text, values }) => {
  if (name !== "values" && name !== "records") return isKey(name) && key === null && (gone || text);
  if (key === null || gone) return gone && key !== null;
  if (values.length !== 1) return false;
  const [what] = values;
  if (name === "records") return isRecord(key, what);
  return (isKey(key) || key === "#format") && isValue(what);
};

/**
 * Read a history into a work of its own; throws the Trouble "damaged" or "newer".
 * @type {(bytes: Uint8Array) => Work}
 */
export const readHistory = (bytes) => {
  const doc = newDoc();
  try {
    Y.applyUpdate(doc, bytes);
    cleanStrays(doc);
    const { changes, deletions } = waitsIn(doc);
    if (changes || deletions || ![...piecesIn(doc)].every(fits)) throw new Trouble("damaged");
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("damaged", error);
  }
  const work = new Work("scratch", doc);
  if (!(work.format <= FORMAT)) throw new Trouble("newer");
  return work;
};

/**
 * Lay words over what a history holds, [[key, value, text?], …], in steps: what someone wrote into the file by hand. Two
 * people who read the same file must end with the same history, and so must one who reads it twice.
 * @param {Work} work @param {Edit[]} changes @param {[name: string, what: unknown][]} records @returns {Steps}
 */
export function* layOver(work, changes, records = []) {
  const [before, own] = [writerOf(work.state()), work.doc.clientID];
  const as = (/** @type {unknown[]} */ ...words) => {
    let writer = writerOf(before, ...words);
    while (hasWriter(work.doc, writer)) writer = (writer + 1) >>> 0;
    work.doc.clientID = writer;
  };
  as("#format");
  work.change([]);
  for (let n = 0; n < changes.length; n += AT_ONCE) {
    yield n / changes.length;
    work.together(() => {
      for (const [key, value, text] of changes.slice(n, n + AT_ONCE)) {
        as(key, typeof value, JSON.stringify(value), text);
        work.change([[key, value]], text ? new Map([[key, work.prose(key)]]) : undefined);
      }
    });
  }
  work.together(() => {
    for (const [name, what] of records) {
      as(name, JSON.stringify(what));
      work.record(name, what);
    }
  });
  work.doc.clientID = own;
}
