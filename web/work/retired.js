// Ids that a new version of the content retired pass what they hold on to their successors.
//
// Every tab and every copy of the work does this by itself, so the same change must come out the same everywhere.
import * as Y from "yjs";
import { hasWriter, newDoc } from "./doc.js";
import { writerOf } from "./writer.js";

/** @type {(work: Work, key: string, value: Value, text: boolean) => void} */
const handOn = (work, key, value, text) => {
  const writers = [value, `\n${value}\n`].map((words) => writerOf(key, typeof value, words));
  if (writers.some((writer) => hasWriter(work.doc, writer))) return; // done before, whatever became of it
  const answered = work.get(key) !== undefined;
  if (answered && !text) return; // what was answered anew stands
  const doc = newDoc();
  doc.clientID = writers[answered ? 1 : 0];
  if (text) doc.getText(key).insert(0, answered ? `\n${value}\n` : String(value));
  else doc.getMap("values").set(key, value);
  work.join(Y.encodeStateAsUpdate(doc), "retired");
};

/**
 * Hand on every value of the ids in ``retired``: { old id: [successors] }; the old values stay where they are.
 * @type {(work: Work, retired: Retired) => void}
 */
export const applyRetired = (work, retired) => {
  for (const [key, value] of work.entries()) {
    const at = key.indexOf("#");
    const successors = Object.hasOwn(retired, key.slice(0, at)) ? retired[key.slice(0, at)] : [];
    for (const id of successors) handOn(work, `${id}${key.slice(at)}`, value, work.isText(key));
  }
};
