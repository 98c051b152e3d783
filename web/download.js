// Hand a file to the person: nothing is sent anywhere.
import { dayOf } from "./days.js";

/**
 * Offer ``content`` (a string or bytes) as a download named ``name``.
 * @type {(name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void}
 */
export const download = (name, content, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const MOST = 120; // bytes of the words: with kind, day and ending every system has room for them

/** Letters and figures of every script, each with the marks and joiners that belong to it. */
const LETTERS = /[\p{L}\p{N}][\p{M}\u200C\u200D]*/gu;

/**
 * The words of a name with hyphens between them; what is too long ends after a whole letter.
 * @type {(text: string) => string}
 */
const plainWords = (text) => {
  const bytes = new TextEncoder();
  let [words, end] = ["", 0];
  for (const { 0: letter, index } of text.normalize("NFC").matchAll(LETTERS)) {
    const next = `${words}${words && index > end ? "-" : ""}${letter}`;
    if (bytes.encode(next).length > MOST) break;
    [words, end] = [next, index + letter.length];
  }
  return words.replace(/[\u200C\u200D]+(?=-|$)/g, "");
};

/**
 * A name for a file that every system accepts: words of a cluster, a kind, a day, which is today unless one is given.
 * @type {(cluster: string, kind: string, ending: string, on?: string) => string}
 */
export const fileName = (cluster, kind, ending, on = dayOf(new Date())) =>
  [plainWords(cluster) || "cluster", kind, on].filter(Boolean).join("-") + ending;
