// The theme's search worker, started on the first query: a page that nobody searches loads no index.
// The fragment of this script's address names the theme's worker beside it. Messages are the theme's:
// 0 set up, 1 ready, 2 query, 3 result.
"use strict";
(() => {
  let theirs;
  let starting;

  const start = async () => {
    const answer = await fetch("../../../search/index.json");
    if (!answer.ok) throw new Error(`search index: ${answer.status}`);
    const data = await answer.json();
    const listen = self.addEventListener;
    self.addEventListener = (type, handler) => (type === "message" ? (theirs = handler) : listen.call(self, type, handler));
    importScripts(self.location.hash.slice(1));
    self.addEventListener = listen;
    await theirs({ data: { type: 0, data: { ...data, options: { suggest: false } } } });
  };

  // The index holds each word also without accents, ligatures and Arabic article (fold() in macros/typography.py):
  // ask for both spellings, so that either finds the other.
  const article = /^(?:[وفبكل]?ال|لل)(?=[\p{L}]{3})/u;
  const both = (word) => {
    const bare = word.replace(article, "");
    const folded = bare.replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "");
    return folded === bare ? bare : `${bare} ${folded}`;
  };

  self.addEventListener("message", async ({ data }) => {
    if (data.type === 0) return self.postMessage({ type: 1 });
    if (!data.data) return self.postMessage({ type: 3, data: { items: [] } });
    try {
      await (starting ??= start());
      await theirs({ data: { type: 2, data: data.data.split(/\s+/).map(both).join(" ") } });
    } catch (error) {
      starting = undefined; // a lost connection: the next key pressed tries again
      console.warn(error);
      self.postMessage({ type: 3, data: { items: [] } });
    }
  });
})();
