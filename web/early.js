// Runs in the head, before the theme's script and ours: what has to be there from the start.

// Trusted Types: no text becomes markup or a script's address on its own. The theme writes words as HTML, and adds to
// them what already stands there (``innerHTML +=``): of that, only what marks and groups words passes, with no attribute
// but a class, and all else stays words. A script comes from the site's own folder.
const WORDS =
  /<(?!\/?(?:mark|del|h[1-6]|p|div|span|nav|[ou]l|li|pre|code|su[bp])(?: class="[\w\s-]*")?>)/g;
const assets = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (/** @type {string} */ words) => words.replace(WORDS, "&lt;"),
  createScriptURL: (/** @type {string} */ address) => {
    const { href } = new URL(address, document.baseURI);
    return href.startsWith(assets) ? href : undefined; // undefined: the browser refuses it
  },
});

// Where there is something to show, kept in this browser or in the demonstration, the content waits for it: see arrival.js.
try {
  if (
    localStorage.getItem("vademecum.kept") ||
    sessionStorage.getItem("vademecum.demonstration") ||
    location.search === "?demonstration"
  )
    document.documentElement.classList.add("vm-awaits");
} catch {
  // no localStorage here: nothing to wait for
}
