import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { Work } from "../../web/work/work.js";

const LEVEL = "preparation.preliminary.q01#level";

test("one who watches and fails takes the change from nobody, and is heard of", (t) => {
  const later = [];
  t.mock.method(globalThis, "setTimeout", (what) => later.push(what));
  const [work, seen] = [new Work("w", new Y.Doc()), []];
  work.watch(() => assert.fail("a fault of one part"));
  work.watch((changes) => seen.push(...changes));
  work.change([[LEVEL, "3"]]);
  assert.deepEqual(seen, [[LEVEL, "3"]]);
  assert.equal(later.length, 1);
  assert.throws(later[0], /a fault of one part/);
});
