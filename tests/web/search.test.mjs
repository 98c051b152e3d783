import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { paragraphs, ranked } from "../../web/search/lunr.js";
import { comparer, fold, split } from "../../web/search/words.js";

const french = comparer({
  idle: ["d", "l", "qu", "de", "la", "le", "à"],
  articles: [],
  attached: [],
  plurals: ["s", "eaux:eau", "aux:al", "eux:eu"],
  synonyms: [],
});
const arabic = comparer({
  idle: ["في", "من", "إلى"],
  articles: ["ال", "لل"],
  attached: ["و", "ف", "ب", "ك", "ل"],
  plurals: ["ات:ة"],
  synonyms: [],
});

/** Whether what was typed finds a word of a page: by the beginning of one of its forms, or as a whole. */
const finds = (compare, typed, word) => {
  const terms = compare.ask(typed).query.split(" ");
  return compare
    .forms(word)
    .some((form) =>
      terms.some((term) =>
        term.includes("^") ? form === term.split("^")[0] : form.startsWith(term),
      ),
    );
};

test("accents, capitals, ligatures and apostrophes make no difference", () => {
  for (const [a, b] of [
    ["ÉLÈVE", "eleve"],
    ["œuvre", "Oeuvre"],
    ["Straße", "STRASSE"],
    ["n°", "n°"],
  ])
    assert.equal(fold(a), fold(b));
  const asked = french.ask("plan d’affaires").query;
  for (const typed of [
    "plan d'affaires",
    "PLAN D’AFFAIRES",
    "le plan d affaires",
    "plan-affaires",
    "« plan » d’affaires",
  ])
    assert.equal(french.ask(typed).query, asked, typed);
});

test("Arabic letters that are written in several ways are one", () => {
  for (const [a, b] of [
    ["أعضاء", "اعضاء"],
    ["إستراتيجية", "استراتيجيه"],
    ["الأهـــداف", "الاهداف"],
    ["سُلَّم", "سلم"],
    ["مؤشر", "موشر"],
    ["على", "علي"],
    ["کتاب", "كتاب"],
  ])
    assert.equal(fold(a), fold(b), a);
});

test("vowel signs of other scripts are letters, and stay", () => {
  assert.equal(fold("हिन्दी"), "हिन्दी".normalize("NFKD"));
  assert.deepEqual(split("हिन्दी में"), ["हिन्दी", "में"]);
});

test("words that decide nothing are left out, unless there is no other", () => {
  assert.equal(french.ask("la charte").query, french.ask("charte").query);
  assert.deepEqual([...french.ask("qu’à la").meant.values()].flat(), ["qu", "à", "la"]);
  assert.equal(french.ask(" ’ - ").query, "");
});

test("a word is found in either number, with and without what is written onto it", () => {
  for (const [a, b] of [
    ["affaires", "affaire"],
    ["réseaux", "reseau"],
    ["journaux", "journal"],
    ["lieux", "lieu"],
  ]) {
    assert.ok(finds(french, a, b), a);
    assert.ok(finds(french, b, a), b);
  }
  for (const [a, b] of [
    ["شركات", "شركة"],
    ["تمويل", "والتمويل"],
    ["للتمويل", "التمويل"],
    ["بتمويل", "تمويل"],
  ]) {
    assert.ok(finds(arabic, a, b), a);
    assert.ok(finds(arabic, b, a), b);
  }
});

const word = (letters) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 });

test("the beginning of a word finds it, wherever typing stops", () => {
  for (const [compare, letters] of [
    [french, "abdeéhilnopqrsuxœ"],
    [arabic, "ابةتدأرسفكلمنويىءُ"],
  ]) {
    const property = fc.property(word(letters), fc.nat(9), (whole, cut) => {
      const typed = [...whole].slice(0, 1 + (cut % whole.length)).join("");
      fc.pre(/\p{L}/u.test(typed));
      assert.ok(finds(compare, typed, whole), `${typed} does not find ${whole}`);
    });
    fc.assert(property, { numRuns: 5000 });
  }
});

const trade = comparer({
  idle: ["l", "du"],
  articles: [],
  attached: [],
  plurals: ["s"],
  synonyms: [
    ["ordre du jour", "agenda"],
    ["cotisation", "adhésion"],
  ],
});

test("who types a word of the trade finds those that mean the same, as whole words", () => {
  assert.ok(finds(trade, "cotisations", "adhésions"));
  assert.ok(finds(trade, "adhésion", "Cotisation"));
  assert.ok(!finds(trade, "cotisations", "adhésionnaire"));
  const { query, meant } = trade.ask("l’ordre du jour");
  assert.ok(query.split(" ").includes("agenda^1"));
  assert.deepEqual(meant.get("agenda"), ["ordre", "jour"]);
  assert.ok(!trade.ask("agenda").query.includes("jour"), "one word of several may mean anything");
  assert.ok(!trade.ask("jour de l’ordre").query.includes("agenda"));
});

test("what holds all that was asked for comes first, unfolded; Enter does not lead to a page that does not", () => {
  const place = (location, score, terms) => ({ location, score, terms, text: "" });
  const items = [
    [place("a/", 90, { ordre: true, jour: false })],
    [
      place("b/", 9, { ordre: false, jour: false, agenda: false }),
      place("b/#1", 1, { ordre: false, jour: false, agenda: true }),
      place("b/#2", 2, { ordre: true, jour: false, agenda: false }),
      place("b/#3", 1, { ordre: true, jour: false, agenda: false }),
    ],
  ];
  ranked({ type: 3, data: { items } }, trade.ask("ordre du jour").meant);
  const told = items.map((places) => places.map(({ location, score }) => [location, score]));
  assert.deepEqual(told, [
    [
      ["b/#1", 1],
      ["b/#2", 1],
      ["b/#3", 1],
      ["b/", 0],
    ],
    [["a/", 1]],
  ]);
  assert.deepEqual(items[0][0].terms, { ordre: true, jour: true });
});

test("an excerpt is the paragraph that holds the words, or the first one", () => {
  assert.equal(paragraphs("Un.\nDeux."), "<p>Un.</p><p>Deux.</p>");
  assert.equal(paragraphs("<pre>make\nserve</pre>"), "<pre>make\nserve</pre>");
  const excerpt = (text) => {
    const items = [[{ location: "a/", score: 1, terms: {}, text }]];
    return ranked({ type: 3, data: { items } }, new Map()).data.items[0][0].text;
  };
  assert.equal(excerpt("<p>Un.</p><p>Deux.</p>"), "<p>Un.</p>");
  const marked = "<p><mark>Un</mark>.</p><p>Deux.</p>";
  assert.equal(excerpt(marked), marked);
});
