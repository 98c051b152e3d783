// Progress in words, wherever a page has a place for it: <… data-vm-progress="<topic>" data-questions="q01 q02 …">.
import { isOpen } from "./score.js";
import { desk } from "./shared.js";
import { number, plural, say } from "./words.js";

/**
 * In the drawing of the map there is room for figures only: the link's name has them, as seen, and the words.
 * @type {(place: SVGElement, n: number, total: number, words: string) => void}
 */
const sayShort = (place, n, total, words) => {
  const title = [...(place.nextElementSibling?.querySelectorAll("tspan") ?? [])]
    .map((row) => row.textContent)
    .join(" ");
  const figures = `${number(n)}/${number(total)}`;
  say(place, figures);
  place.closest("a")?.setAttribute("aria-label", `${figures} ${title}, ${words}`);
};

/** @type {(place: HTMLElement | SVGElement) => void} */
const show = (place) => {
  const questions = place.dataset.questions.split(" ");
  const n = questions.filter(
    (id) => !isOpen({ counted: desk.work.get(`${place.dataset.vmProgress}.${id}#level`) }),
  ).length;
  const words = plural(JSON.parse(place.dataset.forms), n, {
    total: number(questions.length),
  });
  if (place instanceof SVGElement) sayShort(place, n, questions.length, words);
  else say(place, words);
  place.toggleAttribute("hidden", false);
};

/** @type {(event: { detail: Map<string, unknown> }) => void} */
const showAll = ({ detail }) => {
  if (detail.size) for (const place of document.querySelectorAll("[data-vm-progress]")) show(place);
};

for (const name of /** @type {const} */ (["open", "change"])) desk.addEventListener(name, showAll);
if (desk.work) showAll({ detail: desk.entries() });
