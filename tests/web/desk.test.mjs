import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { newDoc } from "../../web/work/doc.js";
import { Work } from "../../web/work/work.js";

const ANSWER = "preparation.preliminary.q01#answer";
const OWNER = "preparation.preliminary.q01#owner";

const memory = () => {
  const held = new Map();
  const getItem = (name) => held.get(name) ?? null;
  return {
    held,
    getItem,
    setItem: (name, text) => held.set(name, text),
    removeItem: (name) => held.delete(name),
  };
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let disk; // what the browser has written of the work, as bytes
let pages = 0;

/** A page of a tab, whose store opens after ``opening`` ms and writes in ``writing`` ms. */
const page = async ({ opening, writing, tab = new Map() }) => {
  Object.assign(globalThis, { localStorage: memory(), sessionStorage: memory() });
  Object.assign(globalThis, { indexedDB: { databases: async () => [] } });
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} });
  localStorage.setItem("vademecum.kept", new Date().toISOString());
  for (const [name, text] of tab) sessionStorage.setItem(name, text);
  const work = async () => {
    const doc = newDoc();
    if (disk) Y.applyUpdate(doc, disk);
    doc.on("update", () => (disk = Y.encodeStateAsUpdate(doc)));
    return new Work("work", doc, { saved: () => pause(writing) });
  };
  const database = { saved: async () => {} };
  const clusters = {
    all: ["work"],
    watch() {},
    choose: () => "work",
    about: () => ({}),
    database,
    work,
  };
  globalThis.vademecumStore = { openClusters: () => pause(opening).then(() => clusters) };
  pages += 1;
  const { desk } = await import(`../../web/desk.js?${pages}`);
  desk.begin();
  return desk;
};

/** Type words letter by letter, without a rest. */
const type = async (desk, words) => {
  for (let n = 1; n <= 14; n += 1) {
    for (const [key, text] of Object.entries(words)) {
      const bases = key === ANSWER ? new Map([[key, text.slice(0, n - 1)]]) : undefined;
      desk.change([[key, text.slice(0, n)]], bases);
    }
    await pause(25);
  }
};

test("a browser that is killed while somebody types gives back what was typed, not what was typed first", async () => {
  disk = undefined;
  const killed = await page({ opening: 100, writing: 60 });
  await type(killed, { [ANSWER]: "Bonjour monde", [OWNER]: "Amel Ben Salah" });
  const [left, written] = [new Map(sessionStorage.held), disk];
  await pause(300);
  disk = written;
  const back = await page({ opening: 10, writing: 10, tab: left });
  await pause(100);
  assert.equal(back.work.get(ANSWER), "Bonjour monde");
  assert.equal(back.work.get(OWNER), "Amel Ben Salah");
  assert.deepEqual([...back.replaced], []);
});

test("what was entered before the work came stays as it was changed elsewhere since the browser was killed", async () => {
  disk = undefined;
  const killed = await page({ opening: 20, writing: 1000 });
  killed.change([[OWNER, "Amel"]]);
  await pause(100);
  const [left, doc] = [new Map(sessionStorage.held), newDoc()];
  Y.applyUpdate(doc, disk);
  new Work("work", doc).change([[OWNER, "Karim"]]); // in another tab
  disk = Y.encodeStateAsUpdate(doc);
  const back = await page({ opening: 10, writing: 10, tab: left });
  await pause(100);
  assert.equal(back.work.get(OWNER), "Karim");
});

test("nothing is left in the tab once everything is written", async () => {
  disk = undefined;
  const desk = await page({ opening: 50, writing: 30 });
  await type(desk, { [ANSWER]: "Bonjour monde" });
  await pause(150);
  assert.equal(desk.state, "kept");
  assert.deepEqual(
    [...sessionStorage.held.keys()].filter((name) => name.includes("draft")),
    [],
  );
});
