// The line at the foot says when the work was last saved as a file, and that it is time to do so again; its button does.
import { throwLater } from "./faults.js";
import { desk } from "./shared.js";
import { date, fill, say } from "./words.js";

const OFTEN = 20_000; // milliseconds between two looks at how much has changed since the last file

const keeper = document.querySelector("vm-keeper");
let looked = 0;
/** @type {unknown} */
let filed; // when the last file was saved, as of that look

/** @type {(keeper: HTMLElement) => void} */
const sayFile = (keeper) => {
  if (desk.state !== "kept" || desk.asOf) return;
  const last = desk.clusters.fact(desk.work.id, "filed");
  if (looked && last === filed && Math.abs(Date.now() - looked) < OFTEN) return;
  [looked, filed] = [Date.now(), last];
  const { at, due } = desk.clusters.fileOf(desk.work);
  const { filed: words, unfiled, overdue } = keeper.dataset;
  const said = at ? fill(String(words), { time: date(at) }) : String(unfiled);
  const line = /** @type {HTMLElement} */ (keeper.querySelector(".vm-filed"));
  say(line, due ? `${said}. ${overdue}` : said);
  line.toggleAttribute("data-overdue", due);
  const button = /** @type {HTMLButtonElement} */ (keeper.querySelector(".vm-save"));
  button.hidden = false;
  button.onclick = () => save().catch(throwLater);
};

const save = async () => {
  if (!globalThis.vademecumFile) await desk.script("file");
  await globalThis.vademecumFile();
};

if (keeper) {
  desk.addEventListener("state", () => sayFile(keeper));
  sayFile(keeper);
}
