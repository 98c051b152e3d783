// The theme's search worker, started on the first query: a page that nobody searches loads no index.
// The fragment of this script's address names the theme's worker beside it. Messages are the theme's:
// 0 set up, 1 ready, 2 query, 3 result.
import { comparer } from "./search/words.js";
import { paragraphs, ranked, teach } from "./search/lunr.js";

const post = self.postMessage.bind(self);
const nothing = { type: 3, data: { items: [] } };
/** @type {Comparer} */
let compare;
/** @type {Map<string, string[]>} */
let meant;
/** @type {string} */
let latest;
/** @type {(event: { data: { type: number, data: unknown } }) => Promise<void>} */
let theirs;
/** @type {Promise<void> | undefined} */
let starting;

const start = async () => {
  const answer = await fetch("../../../search/index.json");
  if (!answer.ok) throw new Error(`search index: ${answer.status}`);
  const data = await answer.json();
  compare = comparer(data.words);
  for (const place of data.docs) place.text = paragraphs(place.text);
  const listen = self.addEventListener;
  /** @type {{ addEventListener: unknown }} */ (self).addEventListener = (
    /** @type {string} */ type,
    /** @type {EventListener} */ handler,
  ) => {
    if (type === "message")
      theirs = /** @type {typeof theirs} */ (/** @type {unknown} */ (handler));
    else listen.call(self, type, handler);
  };
  self.postMessage = (message) => post(message.type === 3 ? ranked(message, meant) : message);
  importScripts(self.location.hash.slice(1));
  self.addEventListener = listen;
  teach(self.lunr, compare.forms);
  await theirs({ data: { type: 0, data: { ...data, options: { suggest: false } } } });
};

self.addEventListener("message", async ({ data }) => {
  if (data.type === 0) return post({ type: 1 });
  latest = data.data;
  if (!latest) return post(nothing);
  try {
    await (starting ??= start());
    if (data.data !== latest) return; // more was typed meanwhile
    const asked = compare.ask(latest);
    meant = asked.meant;
    await theirs({ data: { type: 2, data: asked.query } });
  } catch (error) {
    starting = undefined; // a lost connection: the next key pressed tries again
    console.warn(error);
    post(nothing);
  }
});
