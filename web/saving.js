// The open cluster saved as a file, from any page.
import { download, fileName } from "./download.js";
import { one } from "./find.js";
import { desk } from "./shared.js";
import { language } from "./words.js";
import { write } from "./work/files.js";

const TYPE = "application/json";

/** Write everything that was done. */
export const keep = async () => {
  await desk.clusters.database?.saved().catch(() => {});
  await desk.keep();
};

/** Save the open cluster as a file and note that; return the file's name. */
export const saveFile = async () => {
  await keep();
  const { work, clusters } = desk;
  const { dataset } = one(document, "vm-keeper");
  const name = clusters.fact(work.id, "name") || String(dataset.unnamed);
  const file = fileName(name, "", ".json");
  const mark = work.mark;
  const about = { name, content: String(dataset.content), language: language() };
  download(file, write(work, about), TYPE);
  clusters.noteFile(work.id, mark);
  await keep();
  return file;
};
