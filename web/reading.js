// What a page does beyond reading: copy an address, print, unfold. Every page works without it.
import { around } from "./find.js";

/** @type {(anchor: HTMLElement) => void} */
const say = (anchor) => {
  const words = document.createElement("span");
  words.className = "vm-said";
  words.setAttribute("role", "status");
  words.textContent = anchor.dataset.vmCopy;
  anchor.after(words);
  setTimeout(() => words.remove(), 2000);
};

/**
 * The class tells the style of the printed page what the reader has unfolded: before printing, the theme opens every
 * <details> by itself.
 * @type {(more: HTMLDetailsElement, open: boolean) => void}
 */
const setOpen = (more, open) => {
  more.open = open;
  more.classList.toggle("vm-unfolded", open);
};

/** The id after the # of the address; what somebody cut in the middle of a letter names nothing. */
export const targetId = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

const openTarget = () => {
  const target = document.getElementById(targetId());
  const more = target?.querySelector(".vm-why")?.closest("details");
  if (more) setOpen(more, true);
};

/** @type {(button: HTMLElement) => void} */
const unfold = (button) => {
  const all = [...document.querySelectorAll("details.vm-more")];
  const open = all.some((more) => !more.open);
  for (const more of all) setOpen(more, open);
  const words = button.textContent;
  button.textContent = button.dataset.vmUnfold;
  button.dataset.vmUnfold = words;
};

/** @type {(blank: boolean) => void} */
const print = (blank) => {
  document.documentElement.classList.toggle("vm-blank", blank);
  window.print();
};

/** Start the helps for reading on this page. */
export const startReading = () => {
  document.addEventListener("click", (event) => {
    const anchor = around(event, "a[data-vm-copy]");
    if (anchor)
      navigator.clipboard?.writeText(anchor.href).then(
        () => say(anchor),
        () => {},
      );
    const printer = around(event, "[data-vm-print]");
    if (printer) print(printer.dataset.vmPrint === "blank");
    const more = around(event, ".vm-more > summary")?.closest("details");
    if (more) more.classList.toggle("vm-unfolded", !more.open); // not open yet: the click is about to open it
    const button = around(event, "[data-vm-unfold]");
    if (button) unfold(button);
  });
  window.addEventListener("afterprint", () =>
    document.documentElement.classList.remove("vm-blank"),
  );
  window.addEventListener("hashchange", openTarget);
  for (const button of document.querySelectorAll(
    "[data-vm-print], [data-vm-unfold], [data-vm-clear]",
  ))
    button.hidden = false;
  openTarget();
};
