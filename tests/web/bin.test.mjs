import assert from "node:assert/strict";
import "fake-indexeddb/auto";
import { test } from "node:test";
import fc from "fast-check";
import { Clusters } from "../../web/work/clusters.js";
import { freeName } from "../../web/clusters/free-name.js";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-27T10:00:00Z");
const memory = { get: () => undefined, set: () => {} };

/** A visit of the page of clusters at a time of the clock. */
const visit = async (at, what = () => {}) => {
  const clusters = await Clusters.open({ current: memory, now: () => at });
  what(clusters);
  await clusters.empty();
  const { binned } = clusters;
  await clusters.database.saved();
  await clusters.database.close();
  return binned.length;
};

/** Delete a cluster at a time of the clock, after those of earlier stories have gone. */
const binAt = async (at) => {
  await new Promise((done) => (indexedDB.deleteDatabase("vademecum.clusters").onsuccess = done));
  await visit(at, (clusters) => clusters.bin(clusters.add("Cuir")));
};

test("a cluster deleted under a right clock stays thirty days and goes when they have been seen", async () => {
  await binAt(NOW);
  for (let day = 1; day <= 31; day += 1)
    assert.equal(await visit(NOW + day * DAY), 1, `day ${day}`);
  assert.equal(await visit(NOW + 32 * DAY), 0);
});

const WRONG = {
  2020: Date.parse("2020-01-01T00:00:00Z"),
  1970: 0,
  2099: Date.parse("2099-01-01T00:00:00Z"),
};

for (const [name, wrong] of Object.entries(WRONG)) {
  test(`a cluster deleted while the clock said ${name} stays thirty days all the same`, async () => {
    await binAt(wrong);
    for (let day = 0; day < 30; day += 1)
      assert.equal(await visit(NOW + day * DAY), 1, `day ${day}`);
  });

  test(`a clock that says ${name} at some visits empties no bin early`, async () => {
    await binAt(NOW);
    for (let day = 1; day <= 30; day += 1) {
      assert.equal(await visit(NOW + day * DAY), 1, `day ${day}`);
      assert.equal(await visit(wrong + (day % 2) * 3_600_000), 1, `day ${day}, wrong clock`);
    }
  });
}

test("a long absence alone empties nothing, nor does a cluster that was put back count its days twice", async () => {
  await binAt(NOW);
  assert.equal(await visit(NOW + 400 * DAY), 1);
  assert.equal(await visit(NOW + 401 * DAY), 1);
  for (let day = 402; day < 420; day += 1) await visit(NOW + day * DAY);
  await visit(NOW + 420 * DAY, (clusters) => {
    const [id] = clusters.binned;
    clusters.restore(id);
    clusters.bin(id);
    assert.equal(clusters.daysLeft(id), 30);
  });
  for (let day = 421; day < 450; day += 1) assert.equal(await visit(NOW + day * DAY), 1);
});

// ---------------------------------------------------------------- names that differ

const numbered = (name, n) => `${name} (${n})`;

test("a name that is there already gets a number, whatever its case and spaces", () => {
  assert.equal(freeName("Pôle bois", ["Textile"], numbered), "Pôle bois");
  assert.equal(freeName("Pôle bois", ["Pôle bois"], numbered), "Pôle bois (2)");
  assert.equal(
    freeName(" pôle  BOIS ", ["Pôle bois", "Pôle bois (2)"], numbered),
    " pôle  BOIS  (3)",
  );
  assert.equal(
    freeName("Pôle bois (2)", ["Pôle bois", "PÔLE BOIS (2)"], numbered),
    "Pôle bois (3)",
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "A", "a (2)", "é", "e\u0301", "b"), { maxLength: 8 }),
      (names) => {
        const list = [];
        for (const name of names) list.push(freeName(name, list, numbered));
        assert.equal(
          new Set(list.map((name) => name.normalize("NFKC").toLowerCase())).size,
          list.length,
        );
      },
    ),
  );
});
