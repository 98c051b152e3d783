// After the last question of a topic: its score, what it means and why, the weakest question, the tool that helps.
import { arithmetic, percent, weakest } from "./arithmetic.js";
import { readQuestion } from "./dashboard/notes.js";
import { element } from "./elements.js";
import { one } from "./find.js";
import { bandOf, topicScore } from "./score.js";
import { desk } from "./shared.js";
import { say, wordsOf } from "./words.js";

/** A link that stands elsewhere on the page, or the words in its place. @type {(place: HTMLElement, link: Element | null | undefined, words: string) => void} */
const point = (place, link, words) => {
  if (!link) return say(place, words);
  const { lang, dir } = /** @type {HTMLElement} */ (link.querySelector("[lang]") ?? link);
  const href = link.getAttribute("href") ?? `#${link.closest("li")?.id}`;
  const title = (link.lastElementChild ?? link).textContent;
  place.replaceChildren(
    element("a", { href, lang: lang || undefined, dir: dir || undefined }, title),
  );
};

/** @type {(section: HTMLElement, words: NextWords) => void} */
const show = (section, words) => {
  const get = (/** @type {string} */ key) => desk.work?.get(key);
  const questions = [...document.querySelectorAll(".vm-question[id]")].map(({ id }) =>
    readQuestion(id, get, desk.today),
  );
  const score = topicScore(questions.map(({ counted }) => counted));
  const band = score.score === undefined ? undefined : bandOf(score.score);
  const state = score.state === "few" && !score.rated ? "none" : score.state;
  say(
    one(section, "[data-vm-score]"),
    band ? `${percent(score.score ?? 0)} · ${words.bands[band]}` : words.states[state],
  );
  say(one(section, "[data-vm-meaning]"), words.meanings[band ?? state]);
  one(section, "[data-vm-why]").replaceChildren(
    ...arithmetic(questions, score, words).map((line) => element("li", {}, line)),
  );
  const item = document.getElementById(weakest(questions)?.id ?? "");
  const none = score.rated ? words.strong : "–";
  point(one(section, "[data-vm-weak]"), item?.querySelector(".vm-wording"), none);
  point(one(section, "[data-vm-helps]"), item?.querySelector(".vm-links a"), "–");
};

for (const section of document.querySelectorAll(".vm-next")) {
  const words = wordsOf(section);
  const draw = () => show(section, words);
  for (const event of /** @type {const} */ (["open", "change"])) desk.addEventListener(event, draw);
  if (desk.work) draw();
}
