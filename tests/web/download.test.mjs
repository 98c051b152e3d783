import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fileName } from "../../web/download.js";

const wordsOf = (name) => /^(.*)-\d{4}-\d\d-\d\d\.json$/s.exec(fileName(name, "", ".json"))[1];

test("letters of every script stay, with their marks", () => {
  const names = {
    "تجمّع الأثاث": "تجمّع-الأثاث",
    "تَجَمُّعُ الأَثَاثِ": "تَجَمُّعُ-الأَثَاثِ",
    "Économie d’été – Sfax": "Économie-d-été-Sfax",
    "e\u0301cole": "école",
    "Tiếng Việt": "Tiếng-Việt",
    "हिन्दी समूह": "हिन्दी-समूह",
    家具クラスター: "家具クラスター",
    می‌خواهم: "می‌خواهم",
    ไม้ที่ดี: "ไม้ที่ดี",
    Σύμπλεγμα: "Σύμπλεγμα",
    т̆екст: "т̆екст",
    "א\u05B7שכול": "אַשכול",
    'a/b\\c:d*e?f"g<h>i|j': "a-b-c-d-e-f-g-h-i-j",
    "...": "cluster",
    "": "cluster",
    "🌍": "cluster",
    "x\u202Efdp.exe": "x-fdp-exe",
  };
  for (const [name, words] of Object.entries(names)) assert.equal(wordsOf(name), words);
});

test("no name is reserved, too long, cut inside a character, or more than one file", () => {
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
  const pieces = fc.constantFrom(
    "CON",
    "nul",
    "é",
    "ّ",
    "ت",
    "👩‍👩‍👧",
    "𝒳",
    "ﷺ",
    "-",
    ".",
    "..",
    "/",
    "\0",
    "‌",
    " ",
    "a",
    "家",
    "́",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 200 }).map((all) => all.join("")),
        fc.string({ unit: "binary", maxLength: 200 }),
      ),
      (name) => {
        const file = fileName(name, "actions", ".csv");
        assert.ok(!reserved.test(file));
        assert.ok(new TextEncoder().encode(file).length <= 200);
        assert.match(
          file,
          /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D-]*-actions-\d{4}-\d\d-\d\d\.csv$/u,
        );
        assert.ok(!/\p{Surrogate}|--|[\u200C\u200D]-/u.test(file));
        assert.equal(file, file.normalize("NFC"));
      },
    ),
    { numRuns: 500 },
  );
  const long = wordsOf("ت".repeat(10) + "تَّ".repeat(300));
  assert.ok(long.endsWith("تَّ"), "a letter keeps its marks at the end of a name that was cut");
});
