import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fitting } from "../../web/beyond.js";

test("what fits is kept whole; of what does not, nothing that stood there goes", () => {
  assert.equal(fitting("", "abc", 3), "abc");
  assert.equal(fitting("", "abcd", 3), "abc");
  assert.equal(fitting("abc", "aXbc", 3), "abc");
  assert.equal(fitting("ab", "aXYb", 3), "aXb");
  assert.equal(fitting("abc", "abcd", 3), "abc");
  assert.equal(fitting("abcd", "abc", 2), "abc"); // more than the limit already: taking away is never refused
  assert.equal(fitting("", "a😀", 2), "a");
  assert.equal(
    fitting("a".repeat(1_000_000), `${"a".repeat(1_000_000)}b`, 1_000_000).length,
    1_000_000,
  );
});

test("any typing, pasting and deleting: what is kept has room, and is a whole text", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀"), maxLength: 12 });
  const most = 10;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(12), text), { maxLength: 8 }), (edits) => {
      let [shown, kept] = ["", ""];
      for (const [from, to, put] of edits) {
        const signs = [...shown];
        shown = [
          ...signs.slice(0, Math.min(from, to)),
          put,
          ...signs.slice(Math.max(from, to)),
        ].join("");
        const before = kept;
        kept = fitting(before, shown, most);
        assert.ok(kept.length <= Math.max(most, before.length));
        assert.ok(!/\p{Surrogate}/u.test(kept));
        if (shown.length <= most) assert.equal(kept, shown);
      }
    }),
    { numRuns: 1000 },
  );
});

test("words put in where there is no room leave every word that stood there", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(word, fc.nat(10), fc.string({ minLength: 1 }), (kept, at, put) => {
      assert.equal(fitting(kept, kept.slice(0, at) + put + kept.slice(at), 10), kept);
    }),
  );
});
