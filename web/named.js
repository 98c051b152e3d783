// The name of the cluster of this tab, in the header of every page.
import { desk } from "./shared.js";
import { say } from "./words.js";

const place = document.querySelector(".vm-switcher__name");
const unnamed = place?.textContent ?? "";

const show = () => {
  if (place && desk.own.about) say(place, desk.own.about.name || unnamed);
};

for (const name of /** @type {const} */ (["open", "state"])) desk.addEventListener(name, show);
show();
