// Answers to a survey as files: what is read, what is refused and why, and that their order does not count.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  LARGEST,
  answersIn,
  changesOf,
  nameOf,
  readAnswer,
  readAnswerFile,
  taken,
  writeAnswer,
} from "../../web/work/answers.js";
import { newRow } from "../../web/work/rows.js";

const SURVEY = {
  id: "trial.answers",
  fields: [
    { key: "group", label: "Qui", holds: "choice", choices: ["member", "client"], required: true },
    { key: "score", label: "Note", holds: "number", min: 1, max: 5, whole: true },
    { key: "agreed", label: "D’accord", holds: "tick" },
    { key: "wish", label: "Un souhait", holds: "words" },
  ],
};
const NAME = "xabcdefghijkl";
const text = (answers, more = {}) =>
  JSON.stringify({ ...JSON.parse(writeAnswer(SURVEY.id, NAME, answers)), ...more });
const refused = (written) => {
  try {
    readAnswer(written, SURVEY);
  } catch ({ name }) {
    return name;
  }
  return "";
};

test("an answer is read as it was written", () => {
  const values = { group: "member", score: 4, agreed: true, wish: "Une visite" };
  const read = readAnswer(`\uFEFF${writeAnswer(SURVEY.id, NAME, values)}`, SURVEY);
  assert.deepEqual([read.name, { ...read.values }], [NAME, values]);
});

test("what was written on several lines in a file by hand stands on one, unless its field has several", () => {
  const answers = { group: "member", wish: " Une visite\r\npar mois\u2028au port\n" };
  assert.equal(readAnswer(text(answers), SURVEY).values.wish, "Une visite par mois au port");
  const long = SURVEY.fields.map((field) => ({ ...field, long: field.key === "wish" }));
  const { wish } = readAnswer(text(answers), { ...SURVEY, fields: long }).values;
  assert.equal(wish, "Une visite\r\npar mois\u2028au port");
});

test("what is no answer to these questions says why", () => {
  const member = { group: "member" };
  const deep = `{"a":${"[".repeat(40)}${"]".repeat(40)}}`;
  const cases = [
    ["", "file-json"],
    ["Bonjour", "file-json"],
    [deep, "file-deep"],
    [text(member).slice(0, -9), "file-cut"],
    ['{"format": "vademecum-cluster", "version": 2}', "file-foreign"],
    [text(member, { version: 2 }), "file-newer"],
    [text(member, { survey: "other.answers" }), "answer-other"],
    [text(member, { name: "r1" }), "file-foreign"],
    [text(member, { name: "__proto__" }), "file-foreign"],
    [text(member, { name: [NAME] }), ""], // as a text it is that name
    [text(member, { answers: null }), "file-foreign"],
    [text({}), "file-empty"],
    [text({ score: 4 }), "answer-short"],
    [text({ group: "boss" }), "answer-odd"],
    [text({ ...member, score: 6 }), "answer-odd"],
    [text({ ...member, score: 4.5 }), "answer-odd"],
    [text({ ...member, score: "4" }), "answer-odd"],
    [text({ ...member, agreed: "yes" }), "answer-odd"],
    [text({ ...member, wish: "a".repeat(LARGEST.text + 1) }), "answer-odd"],
    [text({ ...member, name: "Paul" }), "answer-odd"],
    [text(member).replace('"group"', '"__proto__":1,"group"'), "answer-odd"],
  ];
  for (const [written, why] of cases) assert.equal(refused(written), why, written.slice(0, 80));
});

test("a file that is too big is not read", async () => {
  const file = { size: LARGEST.bytes + 1, text: () => assert.fail("read") };
  await assert.rejects(readAnswerFile(file, SURVEY), { name: "answer-big" });
});

/** What a work holds after files were opened, some at once. */
const opened = (batches) => {
  const held = new Map();
  for (const batch of batches) {
    const known = answersIn(held, SURVEY);
    for (const [key, value] of changesOf(SURVEY, taken(known, batch), known)) {
      if (value === undefined) held.delete(key);
      else held.set(key, value);
    }
  }
  return JSON.stringify([...held].sort());
};

const values = fc.record(
  {
    group: fc.constantFrom("member", "client"),
    score: fc.integer({ min: 1, max: 5 }),
    wish: fc.constantFrom("Une visite", "Moins de réunions"),
  },
  { requiredKeys: ["group"] },
);
const people = fc.array(fc.array(values, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

test("in any order, in any batches, opened twice, the same answers come out", () => {
  fc.assert(
    fc.property(people, fc.infiniteStream(fc.nat()), (all, numbers) => {
      const names = all.map(() => newRow());
      const files = all.flatMap((editions, n) =>
        editions.map((one, e) => ({ name: nameOf(names[n], e + 1), values: one })),
      );
      const last = all.map((editions, n) => ({
        name: nameOf(names[n], editions.length),
        values: editions.at(-1),
      }));
      const mixed = [...files, ...files]
        .map((file) => [numbers.next().value, file])
        .sort(([a], [b]) => a - b);
      const grouped = [];
      for (const [number, file] of mixed) {
        if (number % 3 || !grouped.length) grouped.push([]);
        grouped.at(-1).push(file);
      }
      assert.equal(opened(grouped), opened([last]));
      assert.equal(opened([files]), opened([last]));
    }),
  );
});

test("counts say what came: new, mended, there already, or the name of another one", () => {
  const [one, other] = [{ group: "member" }, { group: "client" }];
  const known = new Map([[NAME, one]]);
  const second = "xabcdefghijkm";
  const found = taken(known, [
    { name: NAME, values: { ...one } },
    { name: `${NAME}-2`, values: other },
    { name: second, values: one },
    { name: second, values: other },
  ]);
  assert.deepEqual(
    [found.fresh.map(({ name }) => name), found.gone, found.mended, found.there, found.clash],
    [[`${NAME}-2`, second], [NAME], 1, 1, 1],
  );
});

test("answers are kept in the order of their names, whatever came first", () => {
  const given = ["xb", "xa"].map((name) => ({
    name: name.padEnd(13, "0"),
    values: { group: "member" },
  }));
  const keys = changesOf(SURVEY, taken(new Map(), given), new Map()).map(([key]) => key);
  assert.deepEqual(keys, [...keys].sort());
});
