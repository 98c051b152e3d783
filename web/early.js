// Runs in the head, before the theme's script and ours: what has to be there from the start.

// Trusted Types: no text becomes markup or a script's address on its own. The theme writes words as HTML; of that, only
// the marks of the search pass, without attributes, and all else stays words. A script comes from the site's own folder.
const assets = document.currentScript.src.replace(/[^/]*$/, "");

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (words) => words.replace(/<(?!\/?(?:mark|del)>)/g, "&lt;"),
  createScriptURL: (address) => {
    const { href } = new URL(address, document.baseURI);
    return href.startsWith(assets) ? href : undefined; // undefined: the browser refuses it
  },
});

// Where this browser has kept something, the content waits for it: see arrival.js.
try {
  if (localStorage.getItem("vademecum.kept")) document.documentElement.classList.add("vm-awaits");
} catch {
  // no localStorage here: nothing to wait for
}
