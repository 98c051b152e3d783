// A fault in one part of a page takes nothing from the others, and is told in plain words.

/**
 * The line says by itself that nothing is kept; where only another part has failed, it says that.
 * @type {(what: "fault" | "stopped") => void}
 */
const tell = (what) => {
  const keeper = document.querySelector("vm-keeper");
  const line = keeper?.querySelector(".vm-failed");
  if (!keeper || !line) return;
  if (what === "stopped")
    keeper.dataset.state = what; // it shows at once
  else if (line.hidden) line.textContent = String(line.dataset[what]);
  line.hidden = keeper.hidden = false;
};

/** Tell every fault of our scripts from now on, those that do not load included. */
export const watchFaults = () => {
  const folder = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const ours = (/** @type {string} */ source) =>
    Boolean(source) && new URL(".", source).href === folder;
  /** @type {(fault: Event & { target: HTMLScriptElement, filename: string }) => void} */
  const hear = ({ target, filename }) => {
    // What is loaded later has a hearer of its own.
    if (target.tagName === "SCRIPT" ? !target.onerror && ours(target.src) : ours(filename))
      tell("fault");
  };
  addEventListener("error", /** @type {EventListener} */ (hear), true);
  const inOurs = (/** @type {unknown} */ stack) =>
    String(stack)
      .split(folder)
      .slice(1)
      .some((place) => /^[\w-]+\.js/.test(place));
  addEventListener("unhandledrejection", ({ reason }) => inOurs(reason?.stack) && tell("fault"));
};

/** Let an error be told as any other, though nobody waits for what brought it. @type {(error: unknown) => void} */
export const throwLater = (error) =>
  setTimeout(() => {
    throw error; // for the console, and for those who watch
  });

/** Keeping itself could not start: people are told that nothing is kept. @type {(error: unknown) => void} */
export const stopped = (error) => {
  tell("stopped");
  throwLater(error);
};

/**
 * Do something on its own: what it throws is told, and goes no further.
 * @type {(part: () => void, failed?: (error: unknown) => void) => void}
 */
export const apart = (part, failed = throwLater) => {
  try {
    part();
  } catch (error) {
    failed(error);
  }
};
