import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as Y from "yjs";
import { moved } from "../../web/caret.js";
import { below } from "../../web/work/texts.js";
import { Work } from "../../web/work/work.js";

const KEY = "preparation.preliminary.q01#answer";
const words = fc.string({
  unit: fc.constantFrom("N", "o", "u", "s", " ", "\n", "é", "😀"),
  maxLength: 12,
});

/** A field in which ``typed`` is typed, and into which what was kept comes after ``cut`` letters. */
const story = (kept, typed, cut) => {
  const letters = [...typed];
  const work = new Work("w", new Y.Doc());
  if (kept) work.change([[KEY, kept]], new Map([[KEY, ""]]));
  let value = letters.slice(0, cut).join("");
  let at = value.length;
  if (value) work.change([[KEY, value]], new Map([[KEY, ""]]));
  const shown = work.get(KEY) ?? "";
  at = moved(value, shown, at);
  value = shown;
  for (const letter of letters.slice(cut)) {
    const now = value.slice(0, at) + letter + value.slice(at);
    work.change([[KEY, now]], new Map([[KEY, value]]));
    value = now;
    at += letter.length;
  }
  assert.equal(work.get(KEY) ?? "", value);
  return value;
};

test("whatever is typed while the store loads, at every cut, stands in one piece below what was kept", () => {
  fc.assert(
    fc.property(words, words, (kept, typed) => {
      for (let cut = 1; cut <= [...typed].length; cut += 1) {
        const early = [...typed].slice(0, cut).join("");
        const late = typed.slice(early.length);
        const said = story(kept, typed, cut);
        assert.equal(said, below(kept, early) + late);
        assert.ok(
          said.startsWith(kept) && said.endsWith(typed),
          JSON.stringify([kept, typed, cut, said]),
        );
        assert.ok(said.length <= kept.length + 1 + typed.length);
      }
    }),
    { numRuns: 300 },
  );
});

test("what repeats or continues what was kept is not doubled", () => {
  assert.equal(below("Nous", "Nous"), "Nous");
  assert.equal(below("Nous", "Nous partons"), "Nous partons");
  assert.equal(below("Hier\nNous", "Nous"), "Hier\nNous");
  assert.equal(below("Nous partons", "Nous"), "Nous partons\nNous");
  assert.equal(below("", "Nous"), "Nous");
  assert.equal(below("Nous", ""), "Nous");
});

test("the caret stays between the words that stay", () => {
  fc.assert(
    fc.property(words, words, words, (head, tail, come) => {
      const was = head + tail;
      assert.equal(moved(was, come + was, head.length), (come + head).length);
      if (!(was + come).endsWith(was))
        assert.equal(moved(was, was + come, head.length), head.length); // else it may be in front
    }),
  );
});
