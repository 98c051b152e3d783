// The sections of a large tool are shown one at a time, that of the address or the one that was open: style alone hides
// the others, so that all are printed. The contents say how far each is, and how much in it is to be looked at.
import { one } from "../find.js";
import { fill, plural, say } from "../words.js";
import { controlsOf } from "./answers.js";

/** The links of the contents; none where a tool has no sections. @param {ParentNode} root */
const linksOf = (root) => [...root.querySelectorAll(".vm-contents a")];

/** @param {HTMLAnchorElement} link */
const goalOf = (link) => document.getElementById(link.hash.slice(1));

/** @param {HTMLAnchorElement} link */
const titleOf = (link) => one(link, ".vm-contents-title").textContent;

/** Keep the section of the address open, also once the address is another; say so in the contents. @param {ParentNode} root */
const keepOpen = (root) => {
  const place = root.querySelector(".vm-turns");
  const section = [...(place?.children ?? [])].find((one) => one.matches(":target, :has(:target)"));
  const open = section ?? place?.querySelector("[data-open]");
  for (const other of place?.children ?? []) other.toggleAttribute("data-open", other === open);
  const jump = root.querySelector("select.vm-jump");
  for (const link of linksOf(root)) {
    const goal = goalOf(link);
    if (!open?.contains(goal)) link.removeAttribute("aria-current");
    else {
      link.setAttribute("aria-current", "true");
      if (jump && goal) jump.value = goal.id;
    }
  }
};

/** Sections open as the address says, or as they are chosen in the list that a phone has. @param {HTMLElement} root */
export const startSections = (root) => {
  addEventListener("hashchange", () => keepOpen(root));
  const jump = root.querySelector("select.vm-jump");
  if (!jump) return;
  jump.addEventListener("change", () => (location.hash = jump.value));
  keepOpen(root);
};

/** Go to the first section where the open one is out of sight: a step of the reckoning that is no longer asked for. @param {ParentNode} root */
export const leaveStep = (root) => {
  if (root.querySelector(".vm-turns > [data-open][data-step]")) linksOf(root)[0].click();
};

/** Whether something stands in a control that was not there from the start. @type {(control: Control) => boolean} */
const isFilled = (control) =>
  control.type === "radio" || control.type === "checkbox"
    ? Boolean(control.checked) && !control.defaultChecked
    : Boolean(control.value.trim()) && control.value !== (control.dataset.default ?? "");

/**
 * Say in the contents how far each section is.
 * @type {(root: ParentNode, evaluation: Evaluation, words: ToolWords) => void}
 */
export const showSections = (root, evaluation, words) => {
  const links = linksOf(root);
  if (!links.length) return;
  const parts = new Map(evaluation.tool.checks.map(({ key, part }) => [key, part ?? ""]));
  const fired = evaluation.fired().map(({ key }) => parts.get(key) ?? "");
  for (const link of links) {
    const place = one(link, ".vm-contents-state");
    place.dataset.begins ??= place.textContent;
    place.dataset.far0 ??= place.dataset.far;
    const own = (link.dataset.parts ?? "").split(" ");
    const points = fired.filter((part) => own.includes(part)).length;
    const section = goalOf(link)?.closest(".vm-turns > *");
    const filled = section ? controlsOf(section).filter(isFilled).length : 0;
    place.dataset.far = points ? "act" : filled ? "begun" : place.dataset.far0;
    const state = filled ? plural(words.filled, filled) : place.dataset.begins;
    say(place, points ? plural(words.points, points) : state);
    const option = root.querySelector(`.vm-jump option[value="${link.hash.slice(1)}"]`);
    if (option) say(option, fill(words.said, { label: titleOf(link), value: place.textContent }));
  }
};
