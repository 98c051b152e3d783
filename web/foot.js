// How high the lines are that stay at the foot of the screen: what is focused scrolls clear of them (screen.css).

/** Measure them, now and whenever they change. */
export const startFoot = () => {
  const lines = [...document.querySelectorAll(".vm-keeper, .vm-outcome")];
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const height = (line) => line?.offsetHeight ?? 0;
    style.setProperty("--vm-keeper", `${height(lines.find((line) => line.matches(".vm-keeper")))}px`);
    style.setProperty("--vm-foot", `${lines.reduce((sum, line) => sum + height(line), 0)}px`);
  });
  for (const line of lines) observer.observe(line);
  // A browser brings only the caret of a tall field in sight: who comes by key sees all of it where there is room.
  addEventListener("keyup", ({ key }) => {
    const at = document.activeElement;
    if (key === "Tab" && at?.tagName === "TEXTAREA" && at.offsetHeight < innerHeight / 2) at.scrollIntoView({ block: "nearest" });
  });
};
