// How high the lines are that stay at the foot of the screen: what is focused scrolls clear of them (screen.css).

/** Measure them, now and whenever they change. */
export const startFoot = () => {
  const [keeper, outcome] = [".vm-keeper", ".vm-outcome"].map((line) =>
    document.querySelector(line),
  );
  const height = (/** @type {HTMLElement | null} */ line) => line?.offsetHeight ?? 0;
  const observer = new ResizeObserver(() => {
    // No custom property of the root: each change of one would style the whole page anew.
    // A height is rarely whole: one line reaches under the other, lest the page shows between them.
    if (outcome) outcome.style.insetBlockEnd = `${height(keeper) - 1}px`;
    document.documentElement.style.scrollPaddingBlockEnd = `calc(${height(keeper) + height(outcome)}px + 0.5rem)`;
  });
  for (const line of [keeper, outcome]) if (line) observer.observe(line);
  // A browser brings only the caret of a tall field in sight: who comes by key sees all of it where there is room.
  addEventListener("keyup", ({ key }) => {
    const at = /** @type {HTMLElement | null} */ (document.activeElement);
    if (key === "Tab" && at?.tagName === "TEXTAREA" && at.offsetHeight < innerHeight / 2)
      at.scrollIntoView({ block: "nearest" });
  });
};
