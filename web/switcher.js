// The cluster of this tab, in the header, once it is opened: another one, a new one, another name. Files, copies and the
// bin are on the page of clusters.
import { newNameIn } from "./clusters/free-name.js";
import { openCluster } from "./clusters/part.js";
import { keep } from "./saving.js";
import { element } from "./elements.js";
import { around, one } from "./find.js";
import { desk, isShort } from "./shared.js";

const root = one(document, "details[data-vm-switcher]");
const words = { unnamed: root.dataset.unnamed ?? "", numbered: root.dataset.numbered ?? "" };

/** @type {(id: string) => HTMLElement} */
const choice = (id) => {
  const current = id === desk.work.id && "true";
  const name = desk.clusters.fact(id, "name") || words.unnamed;
  const attributes = { type: "button", class: "vm-link", "data-id": id, "aria-current": current };
  return element("li", {}, element("button", attributes, element("bdi", {}, name)));
};

const show = () => {
  if (desk.asOf) return; // of the demonstration nothing is renamed, and nothing stands beside it
  one(root, "ul").replaceChildren(...desk.clusters.all.map(choice));
  for (const part of root.querySelectorAll("ul, form")) part.hidden = false;
  one(root, "[data-do=rename] input").value = desk.clusters.fact(desk.work.id, "name") ?? "";
};

/** @type {Record<string, (name: string) => Promise<void>>} */
const FORMS = {
  rename: async (name) => {
    const { id } = desk.work;
    desk.clusters.note(id, "name", newNameIn(desk.clusters, name, words, id));
    await keep();
    close();
  },
  create: async (name) => openCluster(desk.clusters.add(newNameIn(desk.clusters, name, words))),
};

const close = () => {
  root.open = false;
  one(root, "summary").focus();
};

root.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLElement} */ (event.target);
  const input = one(form, "input");
  if (!isShort(input)) return input.focus();
  FORMS[form.dataset.do ?? ""]?.(input.value.replace(/\s+/g, " ").trim() || words.unnamed);
});
root.addEventListener("click", (event) => {
  const id = around(event, "[data-id]")?.dataset?.id;
  if (id) openCluster(id);
});
root.addEventListener("keydown", ({ key }) => key === "Escape" && close());
root.addEventListener("toggle", () => root.open && desk.work && show());
document.addEventListener("click", (event) => {
  if (!root.contains(/** @type {Node} */ (event.target))) root.open = false;
});
desk.open().then(show, () => {}); // the keeper says why
