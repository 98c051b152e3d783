// A fault in one part of a page takes nothing from the others, and is told in plain words.

/** The line says that nothing is kept, unless only another part has failed. */
const tell = (words) => {
  const keeper = document.querySelector("vm-keeper");
  const line = keeper?.querySelector(".vm-failed");
  if (!line) return;
  if (words && line.hidden) line.textContent = line.dataset[words];
  line.hidden = keeper.hidden = false;
};

/** Tell every fault of our scripts from now on, those that do not load included. */
export const watchFaults = () => {
  const folder = new URL(".", document.currentScript.src).href;
  const ours = (source) => Boolean(source) && new URL(".", source).href === folder;
  const hear = ({ target, filename }) => {
    // What is loaded later has a hearer of its own.
    if (target.tagName === "SCRIPT" ? !target.onerror && ours(target.src) : ours(filename)) tell("fault");
  };
  addEventListener("error", hear, true);
  const inOurs = (stack) => String(stack).split(folder).slice(1).some((place) => /^[\w-]+\.js/.test(place));
  addEventListener("unhandledrejection", ({ reason }) => inOurs(reason?.stack) && tell("fault"));
};

const throwLater = (error) =>
  setTimeout(() => {
    throw error; // for the console, and for those who watch
  });

/** Keeping itself could not start: people are told that nothing is kept. */
export const stopped = (error) => {
  tell();
  throwLater(error);
};

/** Do something on its own: what it throws is told, and goes no further. */
export const apart = (part, failed = throwLater) => {
  try {
    part();
  } catch (error) {
    failed(error);
  }
};
