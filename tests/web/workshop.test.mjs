import assert from "node:assert/strict";
import { test } from "node:test";
import { decidedOf } from "../../web/dashboard/decided.js";
import { CLOSING, OPENING, agenda, hourAt, timeLeft } from "../../web/workshop/agenda.js";
import { isDealtWith } from "../../web/workshop/dealt.js";
import { wordFile } from "../../web/workshop/docx.js";
import { decisionKey, meetingKey } from "../../web/workshop/keys.js";
import { isKey } from "../../web/work/limits.js";
import { meetingsIn, readMeeting } from "../../web/workshop/meeting.js";
import { countOf, spread, startingLevel } from "../../web/workshop/spread.js";
import { archive, checksum } from "../../web/workshop/zip.js";

const topic = (id, n) => ({
  id,
  title: id,
  questions: Array.from({ length: n }, (_, at) => ({ id: `${id}.q0${at + 1}`, text: "?" })),
});
const OFFERED = [topic("a.one", 3), topic("b.two", 2)];
const minutesOf = (found) => found.points.map(({ minutes }) => minutes);

test("a length is shared out by the number of questions, to the minute", () => {
  const table = [
    [
      { length: 120, topics: [topic("a", 10), topic("b", 5), topic("c", 6)], gave: {} },
      [5, 50, 25, 30, 10],
      0,
    ],
    [
      { length: 60, topics: [topic("a", 1), topic("b", 1), topic("c", 1)], gave: {} },
      [5, 15, 15, 15, 10],
      0,
    ],
    [{ length: 30, topics: [topic("a", 1), topic("b", 2)], gave: {} }, [2, 8, 15, 5], 0],
    [
      { length: 60, topics: [topic("a", 1), topic("b", 1)], gave: { a: 30, [CLOSING]: 5 } },
      [5, 30, 20, 5],
      0,
    ],
    [{ length: 60, topics: [topic("a", 1)], gave: { a: 20 } }, [5, 20, 10], 25],
    [{ length: 60, topics: [topic("a", 1), topic("b", 9)], gave: { a: 70 } }, [5, 70, 1, 10], -26],
  ];
  for (const [meeting, minutes, spare] of table) {
    const found = agenda(meeting);
    assert.deepEqual([minutesOf(found), found.spare], [minutes, spare]);
  }
  const points = agenda(table[0][0]).points;
  assert.deepEqual(
    points.map(({ key, from }) => [key, from]),
    [
      [OPENING, 0],
      ["a", 5],
      ["b", 55],
      ["c", 80],
      [CLOSING, 110],
    ],
  );
});

test("less than three minutes a question is called short", () => {
  assert.equal(agenda({ length: 60, topics: [topic("a", 15)], gave: {} }).tight, false);
  assert.equal(agenda({ length: 60, topics: [topic("a", 16)], gave: {} }).tight, true);
});

test("hours go on from the start, over midnight; without one, time passes", () => {
  assert.equal(hourAt("14:00", 65), "15:05");
  assert.equal(hourAt("23:30", 45), "00:15");
  assert.equal(hourAt("", 65), "1:05");
});

test("what is left of a point goes by its hour, and is never more than it has", () => {
  const found = agenda({ length: 60, topics: [topic("a", 1), topic("b", 1)], gave: {} }); // 5, 23, 22, 10
  const at = (key, minutes) => timeLeft(found, key, 1000, 1000 + 60_000 * minutes);
  assert.deepEqual(at("a", 0), { point: 23, meeting: 60 });
  assert.deepEqual(at("a", 10.5), { point: 18, meeting: 50 });
  assert.deepEqual(at("a", 31), { point: -3, meeting: 29 });
  assert.deepEqual(at(CLOSING, 63), { point: -3, meeting: -3 });
});

test("voices are told by their number, ends, middle, and whether people agree", () => {
  const table = [
    [[0, 0, 0, 0, 0], undefined],
    [[0, 0, 1, 0, 0], { people: 1, least: 2, most: 2, median: 2, kind: "same" }],
    [[0, 2, 2, 0, 0], { people: 4, least: 1, most: 2, median: 1, kind: "near" }],
    [[1, 2, 3, 1, 0], { people: 7, least: 0, most: 3, median: 2, kind: "apart" }],
  ];
  for (const [counts, found] of table) assert.deepEqual(spread(counts), found);
  assert.deepEqual(
    ["3", "-1", "2.9", "x", undefined, 1e9, true].map(countOf),
    [3, 0, 2, 0, 0, 999, 1],
  );
});

test("a question starts from what was agreed, else the middle of the hands, else the level of its sheet", () => {
  const table = [
    [["3", [0, 2, 1, 0, 0], "2"], { level: 3, from: "agreed" }],
    [["", [0, 2, 1, 0, 0], "2"], { level: 1, from: "voices" }],
    [["", [0, 0, 0, 0, 0], "2"], { level: 2, from: "sheet" }],
    [["", [], "unknown"], {}],
    [[undefined, [], undefined], {}],
  ];
  for (const [given, found] of table) assert.deepEqual(startingLevel(...given), found);
});

const values = new Map([
  [meetingKey("xm", "date"), "2027-03-12"],
  [meetingKey("xm", "length"), "90"],
  [meetingKey("xm", "_order"), "A"],
  [meetingKey("xm", "asked", "a.one.q01"), true],
  [meetingKey("xm", "asked", "b.two.q02"), true],
  [meetingKey("xm", "asked", "gone.away.q01"), true],
  [meetingKey("xm", "minutes", "a.one"), "40"],
  [meetingKey("xm", "voices-2", "a.one.q01"), "3"],
  [meetingKey("xm", "agreed", "a.one.q01"), "2"],
  [decisionKey("xd", "text"), "Écrire"],
  [decisionKey("xd", "due"), "2027-04-01"],
  [decisionKey("xd", "about"), "a.one.q01"],
  [decisionKey("xd", "meeting"), "xm"],
  [decisionKey("xe", "meeting"), "xm"], // nothing in it
  [decisionKey("xf", "text"), "Ailleurs"],
  [decisionKey("xf", "meeting"), "xother"],
]);

test("a meeting is read whole, with what was noted on each question that is asked", () => {
  assert.equal(meetingKey("xm", "asked", "a.one.q01"), "workshop.meetings.xm#asked.a~one~q01");
  assert.ok([...values.keys()].every(isKey)); // files and merging take them
  assert.deepEqual(meetingsIn(values), ["xm"]);
  const found = readMeeting(values, "xm", OFFERED);
  assert.deepEqual([found.date, found.length, found.gave], ["2027-03-12", 90, { "a.one": 40 }]);
  const [first, second] = found.topics.flatMap(({ questions }) => questions);
  assert.deepEqual([first.counts, first.agreed], [[0, 0, 3, 0, 0], "2"]);
  assert.deepEqual(
    first.decisions.map(({ text }) => text),
    ["Écrire"],
  );
  assert.deepEqual([first, second].map(isDealtWith), [true, false]);
  assert.equal(found.decisions.length, 1);
  const fresh = readMeeting(values, "xnew", OFFERED);
  assert.deepEqual([fresh.length, fresh.topics, fresh.decisions], [120, [], []]);
});

test("decisions are rows of the register: under their question, else on the page of meetings", () => {
  const question = { id: "a.one.q01", words: "Qui ?", href: "un/#q", topic: { title: "Un" } };
  const page = { href: "workshop/", words: "Réunion" };
  const rows = decidedOf([...values], [question], page, "2027-04-02");
  assert.deepEqual(
    rows.map(({ id, title, href, status, topic }) => [id, title, href, status, topic.title]),
    [
      ["workshop.decisions.xd", "Écrire", "un/#q", "late", "Un"],
      ["workshop.decisions.xf", "Ailleurs", "workshop/", "open", "Réunion"],
    ],
  );
});

/** Read an archive as its directory says. */
const filesIn = (bytes) => {
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const files = {};
  for (let n = 0, at = start; n < count; n += 1) {
    const [size, length, head] = [20, 28, 42].map(
      (place) => view.getUint32(at + place, true) & (place === 28 ? 0xffff : -1),
    );
    const text = new TextDecoder();
    const body = head + 30 + length;
    const content = bytes.slice(body, body + size);
    assert.equal(view.getUint32(at + 16, true), checksum(content));
    files[text.decode(bytes.slice(at + 46, at + 46 + length))] = text.decode(content);
    at += 46 + length;
  }
  return files;
};

test("an archive holds its files under their names, with the sum that everybody reckons", () => {
  assert.equal(checksum(new TextEncoder().encode("123456789")), 0xcbf43926); // the sample of the standard
  assert.deepEqual(filesIn(archive({ "a.xml": "é", "b/c.xml": "" })), {
    "a.xml": "é",
    "b/c.xml": "",
  });
});

test("what people typed stays text in a document, and runs in its own direction", () => {
  const parts = {
    "word/document.xml": "<w:body><w:sectPr/></w:body>",
    "docProps/core.xml": "{title}",
  };
  const blocks = [
    { style: "Normal", text: '<b>&"$&\u0007\nمرحبا' },
    { style: "Normal", text: "12 مرحبا" },
    { table: "T", widths: [1, 2], head: ["a", "b"], rows: [["1", ""]] },
  ];
  const found = filesIn(wordFile(parts, blocks, { title: "A & B", rtl: false }));
  assert.equal(found["docProps/core.xml"], "A &amp; B");
  const body = found["word/document.xml"];
  assert.ok(
    body.includes('<w:t xml:space="preserve">&lt;b&gt;&amp;&quot;$&amp;</w:t><w:br/>'),
    body,
  );
  assert.equal(body.split("<w:bidi/>").length - 1, 1);
  assert.equal(body.split("<w:tc>").length - 1, 4);
  assert.ok(body.endsWith("<w:sectPr/></w:body>"));
  const other = filesIn(
    wordFile(parts, [{ style: "Normal", text: "Bonjour" }], { title: "", rtl: true }),
  );
  assert.ok(other["word/document.xml"].includes('<w:bidi w:val="0"/>'));
});
