// Builds the scripts of the site: classic ones, since modules do not run from a folder (file://).
// `node web/build.mjs` writes overrides/assets/; `node web/build.mjs <folder>` writes there, for the test that compares.
import { build } from "esbuild";

const folder = process.argv[2] ?? "overrides/assets";

await build({
  entryPoints: {
    early: "web/early.js",
    vademecum: "web/page.js",
    store: "web/store.js", // further ones hold no copy of these two
    plan: "web/plan.js",
    clusters: "web/clusters.js",
    dashboard: "web/dashboard.js",
    sheet: "web/sheet.js",
    tool: "web/tool.js",
    downloads: "web/downloads.js",
  },
  outdir: folder,
  bundle: true,
  format: "iife",
  target: "es2021",
  minify: true,
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
});
