// How long the functions of web/ are: those of modules and methods, with all that stands inside of them.
import assert from "node:assert/strict";
import { relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isFunctionLikeDeclaration } from "typescript/unstable/ast/is";
import { API } from "typescript/unstable/sync";

const WEB = fileURLToPath(new URL("../../web/", import.meta.url));

const api = new API({ cwd: WEB });
after(() => api.close());
const [{ program }] = api.updateSnapshot({ openProject: `${WEB}tsconfig.json` }).getProjects();

/** The functions of a module, none of which stands inside another one. */
const functionsIn = (node, found = []) => {
  if (isFunctionLikeDeclaration(node)) found.push(node);
  else node.forEachChild((child) => void functionsIn(child, found));
  return found;
};

const measured = (file) => {
  const source = program.getSourceFile(file);
  const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line;
  return functionsIn(source).map((node) => {
    const [first, last] = [lineAt(node.getStart()), lineAt(node.end)];
    const name = (node.name ?? node.parent.name)?.getText() ?? "";
    return { lines: last - first + 1, place: `${relative(WEB, file)}:${first + 1} ${name}` };
  });
};

const all = program
  .getSourceFileNames()
  .filter((file) => file.startsWith(WEB) && file.endsWith(".js"))
  .flatMap(measured)
  .sort((a, b) => a.lines - b.lines);
const longest = all
  .slice(-all.length / 8)
  .reverse()
  .map(({ lines, place }) => `${lines} ${place}`)
  .join("\n");
const linesAt = (share) => all[Math.floor(all.length * share)].lines;

test("a function has at most 40 lines, one in ten more than 15 and half of them 6", () => {
  assert.ok(all.length > 500, "functions are found");
  assert.ok(all.at(-1).lines <= 40, longest);
  assert.ok(linesAt(0.9) <= 15, longest);
  assert.ok(linesAt(0.5) <= 6, longest);
});
