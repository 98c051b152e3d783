import assert from "node:assert/strict";
import { test } from "node:test";
import { arithmetic, weakest } from "../../web/arithmetic.js";
import { topicScore } from "../../web/score.js";

globalThis.document = { documentElement: { lang: "en" } };

const words = {
  counted: { other: "{n} of {total}" },
  sum: "{sum} by {n} is {mean}: {score}",
  cautious: "at least {score}",
  overdue: "overdue",
  meanings: { few: "too few" },
};
const asked = (...levels) =>
  levels.map((level, n) => ({ id: `q${n}`, level, counted: level, target: 3, importance: 2 }));
const said = (questions) =>
  arithmetic(questions, topicScore(questions.map(({ counted }) => counted)), words);

test("the arithmetic adds the levels, divides by those that have one, and says what was left out", () => {
  assert.deepEqual(said(asked("3", "2", "2", "1", "0", "na")), ["5 of 5", "8 by 5 is 1.6: 40%"]);
  assert.deepEqual(said(asked("3", "4", undefined)), [
    "2 of 3",
    "7 by 2 is 3.5: 88%",
    "at least 58%",
  ]);
  const [old] = asked("4");
  assert.equal(said([{ ...old, counted: "3" }]).at(-1), "overdue");
});

test("where there is no score it says why", () => {
  assert.deepEqual(said(asked("3", undefined, "unknown")), ["1 of 3", "too few"]);
  assert.deepEqual(said(asked("na")), []);
});

test("the weakest question has the lowest level below its target, and presses most", () => {
  const questions = asked("3", "1", "0", "0", undefined);
  assert.equal(weakest(questions).id, "q2");
  questions[3].importance = 3;
  assert.equal(weakest(questions).id, "q3");
  assert.equal(weakest(asked("3", "4")), undefined);
});
