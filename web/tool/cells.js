// The cells of lines that are only computed: the page leaves them to the script, for a large plan has over a thousand.
import { element } from "../elements.js";
import { one } from "../find.js";

/** Give every line that is only computed a cell for each period. @type {(root: ParentNode, fields: Record<string, Shape>) => void} */
export const makeCells = (root, fields) => {
  for (const table of root.querySelectorAll("table:has([data-reckoned])")) {
    const periods = [...one(table, "thead").querySelectorAll("[data-place]")];
    for (const line of table.querySelectorAll("[data-reckoned]")) {
      const name = line.dataset.reckoned ?? "";
      const look = `vm-cell vm-cell--${fields[name].type} vm-cell--computed`;
      const spans = periods.map(({ dataset: { place } }) =>
        element("span", { class: "vm-value", "data-value": name, "data-at": place }),
      );
      line.append(...spans.map((span) => element("td", { class: look }, span)));
    }
  }
};
