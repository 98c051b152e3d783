// Builds the scripts of the site: classic ones, since modules do not run from a folder (file://).
// `node web/build.mjs` writes overrides/assets/; `node web/build.mjs <folder>` writes there, for the test that compares.
// licences.txt holds the licence of every package that the scripts rest on.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2] ?? "overrides/assets";

const { metafile } = await build({
  entryPoints: {
    early: "web/early.js",
    numbers: "web/number-fields.js",
    vademecum: "web/page.js",
    store: "web/store.js", // further ones hold no copy of these two
    levels: "web/levels.js",
    kept: "web/kept.js",
    file: "web/file.js",
    demonstrate: "web/demonstrate.js",
    plan: "web/plan.js",
    clusters: "web/clusters.js",
    dashboard: "web/dashboard.js",
    home: "web/home.js",
    switcher: "web/switcher.js",
    sheet: "web/sheet.js",
    next: "web/next.js",
    tool: "web/tool.js",
    survey: "web/survey.js",
    workshop: "web/workshop.js",
    downloads: "web/downloads.js",
    lost: "web/lost.js", // set into the page
    "javascripts/workers/on-demand": "web/search.js",
  },
  outdir: folder,
  bundle: true,
  format: "iife",
  target: ["chrome94", "firefox93", "safari15.4"], // older ones lack Array.at() and Object.hasOwn() anyway
  tsconfigRaw: {}, // tsconfig.json is for types alone
  minify: true,
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
  metafile: true,
  preserveSymlinks: true, // the packages may lie elsewhere
});

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const shipped = Object.keys(packages).filter((path) => path && !packages[path].dev);
const used = new Set(
  Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  ),
);
for (const path of used)
  if (!shipped.includes(path))
    throw new Error(`${path} is in a script, and no dependency of the site`);

const licence = (path) => {
  const { name, version, license } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  const file = readdirSync(path).find((found) => /^licen[cs]e/i.test(found));
  if (!file) throw new Error(`${name} comes without the text of its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${path}/${file}`, "utf8").trim()}\n`;
};

writeFileSync(
  `${folder}/licences.txt`,
  shipped
    .sort()
    .map(licence)
    .join(`\n${"-".repeat(80)}\n\n`),
);
