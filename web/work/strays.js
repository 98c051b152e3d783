// What stands in a work by mistake: until November 2026, choosing in a comparison wrote there, under "choose <key>".
//
// Every tab and every copy of a work cleans itself, so it must come out the same everywhere: what is deleted is deleted
// in each, and the note about it is written in the name of a writer whose number follows from the words.
import * as Y from "yjs";
import { hasWriter, newDoc } from "./doc.js";
import { writerOf } from "./writer.js";

const STRAY = /^choose [^#]*#/;

/** @type {(doc: Doc, key: string, value: string) => void} */
const note = (doc, key, value) => {
  const writer = writerOf("stray", key, value);
  if (hasWriter(doc, writer)) return; // noted before
  const own = newDoc();
  own.clientID = writer;
  own.getMap("records").set(`stray.${writer}`, { kind: "stray", key, value });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(own), "stray");
};

/** Take what is there by mistake out of a document, and note what it was. @type {(doc: Doc) => void} */
export const cleanStrays = (doc) => {
  const values = doc.getMap("values");
  const strays = [...values].filter(([key, value]) => STRAY.test(key) && typeof value === "string");
  for (const [key, value] of strays) {
    note(doc, key, value);
    values.delete(key);
  }
};
