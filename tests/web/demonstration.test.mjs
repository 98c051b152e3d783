import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open } from "../../web/demonstrate.js";
import { write } from "../../web/work/files.js";
import { layOver, readHistory, scratch } from "../../web/work/history.js";
import { renewing } from "../../web/work/renew.js";
import { isPlace, rowIn } from "../../web/work/rows.js";
import { read } from "../../web/work/files.js";

const cases = new URL("cases/", import.meta.url);
const text = readFileSync(new URL("demonstration.json", cases), "utf8"); // made by the fixture of test_web.py
const tools = JSON.parse(readFileSync(new URL("entries.json", cases), "utf8"));
const store = { layOver, readHistory, scratch, renew: renewing };

/** What a browser remembers, and all that was ever set there. */
const memory = () => {
  const held = new Map();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => held.set(name, value),
    removeItem: (name) => held.delete(name),
  };
};

let pages = 0;

/** A page of a tab, with what the tab remembers; ``search`` is what follows its address. */
const page = async (sessionStorage, search = "") => {
  const location = { search, pathname: "/vm/dashboard/", hash: "#scores" };
  const history = { replaceState: (_, __, address) => (location.replaced = address) };
  const localStorage = memory();
  Object.assign(globalThis, { localStorage, sessionStorage, location, history });
  Object.assign(globalThis, { vademecumStore: store });
  pages += 1;
  return { ...(await import(`../../web/desk.js?demonstration${pages}`)), location };
};

const shown = async () => {
  const { desk } = await page(memory(), "?demonstration");
  open(desk, text, tools);
  return desk;
};

test("the demonstration is read whole, on its own day, and rows that people would add have names of their own", async () => {
  const { work, clusters, today } = await shown();
  const given = JSON.parse(text);
  const fields = (section) => Object.values(section).flatMap(Object.keys);
  const count = (section) => fields(section).filter((name) => !name.startsWith("_")).length;
  assert.equal(work.entries().length, count(given.values) + count(given.texts));
  assert.deepEqual(
    [...work.records.keys()].filter((name) => name.startsWith("snapshot:")).sort(),
    Object.keys(given.records),
  );
  assert.equal(today, given.written.slice(0, 10));
  assert.equal(clusters.fact(work.id, "name"), given.cluster.name);
  const prefix = "stakeholder-map.actors.";
  const rows = work.entries().filter(([key]) => key.startsWith(prefix));
  const placed = Object.keys(given.values).filter((id) => id.startsWith(prefix));
  assert.ok(placed.length > 3);
  assert.equal(new Set(rows.map(([key]) => rowIn(key))).size, placed.length);
  assert.deepEqual(
    rows.filter(([key]) => isPlace(rowIn(key))),
    [],
  );
});

test("nothing of it can be changed, and nothing of it is kept anywhere", async () => {
  const desk = await shown();
  const before = write(desk.work, { name: "", content: "", language: "fr", written: "" });
  desk.change([["preparation.preliminary.q01#answer", "autre"]]);
  assert.equal(desk.state, "unchanged");
  for (const change of [
    () => desk.work.change([["preparation.preliminary.q01#level", "0"]]),
    () => desk.work.record("snapshot:1:a", { at: 1, levels: {} }),
  ])
    assert.throws(change, { name: "unchanged" });
  await Promise.all([desk.keep(), desk.rest(), desk.wake()]);
  assert.equal(write(desk.work, { name: "", content: "", language: "fr", written: "" }), before);
  assert.deepEqual(await indexedDB.databases(), []);
  assert.deepEqual([...localStorage.held], []);
  assert.deepEqual([...sessionStorage.held.keys()], ["vademecum.demonstration"]);
});

test("it stays in the tab that asked for it, over reloads, until it is closed", async () => {
  const tab = memory();
  const asked = await page(tab, "?demonstration");
  assert.equal(asked.desk.constructor.name, "Demonstration");
  assert.equal(asked.location.replaced, "/vm/dashboard/#scores");
  assert.equal((await page(tab)).desk.constructor.name, "Demonstration");
  assert.equal((await page(memory())).desk.constructor.name, "Desk");
  tab.removeItem("vademecum.demonstration");
  assert.equal((await page(tab)).desk.constructor.name, "Desk");
});

test("its file says what it is, and becomes a cluster of one's own like any other file", async () => {
  const { work, clusters } = await shown();
  const name = clusters.fact(work.id, "name");
  const file = write(work, { name, content: "0", language: "fr" });
  const found = read(file, { ...store, renew: () => {} });
  assert.equal(found.name, "Cluster Exemple (démonstration)");
  assert.match(found.id, /^demonstration\./);
  assert.deepEqual([found.history, found.edited, found.skipped], ["used", 0, 0]);
});
