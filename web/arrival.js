// Who comes back sees the page with what was kept on it, and nothing moves: early.js has the content wait for that, and
// the style sheet for three seconds at most, whatever happens to scripts and storage.
import { desk } from "./desk.js";
import { targetId } from "./reading.js";

const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/**
 * Let the content be seen once the work is shown and ``scripts``, promises, have done their part.
 * @type {(scripts: Promise<unknown>[]) => void}
 */
export const startArrival = (scripts) => {
  const { classList } = document.documentElement;
  /** @type {Promise<void>} */
  const told = new Promise((done) => {
    desk.addEventListener("state", () => ["empty", "waiting"].includes(desk.state) || done());
    if (!document.querySelector("vm-keeper")) done();
  });
  Promise.allSettled([told, ...scripts])
    .then(drawn)
    .then(() => classList.remove("vm-awaits"))
    .then(() => {
      // What a script has shown was not there when the browser looked for what the address names.
      const target = document.getElementById(targetId());
      if (target?.closest("[data-vm-full]")) target.scrollIntoView();
    });
};
