import assert from "node:assert/strict";
import { test } from "node:test";
import * as score from "../../web/score.js";

const TODAY = "2027-06-15";
const near = (found, expected) =>
  assert.ok(Math.abs(found - expected) < 0.05, `${found} is not ${expected}`);
const question = (counted, target = 3, importance = 2, id = "x.q01", phase = 1) => ({
  id,
  phase,
  counted,
  target,
  importance,
});

test("a topic of seven: not applicable and unanswered are left out", () => {
  const found = score.topicScore(["3", "2", "2", "1", "0", "na", "unknown"]);
  near(found.score, 40);
  near(found.coverage * 100, 83.3);
  near(found.cautious, 33.3);
  assert.equal(score.bandOf(found.score), "shape");
});

test("below half of the answers the score is hidden", () => {
  const found = score.topicScore(["4", undefined, undefined, "unknown"]);
  assert.deepEqual([found.coverage, found.state, found.score], [0.25, "few", undefined]);
});

test("half of the answers are enough", () => {
  const found = score.topicScore(["4", "4", undefined, "unknown"]);
  assert.deepEqual([found.coverage, found.score, found.cautious], [0.5, 100, 50]);
});

test("where nothing applies there is no score", () => {
  const found = score.topicScore(["na", "na"]);
  assert.deepEqual([found.state, found.score, found.coverage], ["na", undefined, undefined]);
});

test("a phase is the plain mean of the topics that are shown, its coverage counts questions", () => {
  const shown = [40, 62.5, 55].map((value) => ({
    state: "shown",
    score: value,
    rated: 4,
    asked: 4,
  }));
  assert.equal(score.phaseScore(shown).score, 52.5);
  const mixed = score.phaseScore([
    ...shown,
    { state: "few", rated: 1, asked: 8 },
    { state: "na", rated: 0, asked: 0 },
  ]);
  assert.deepEqual([mixed.score, mixed.coverage], [52.5, 13 / 20]);
  assert.deepEqual([mixed.shown, mixed.topics, mixed.rated, mixed.asked], [3, 5, 13, 20]);
  const none = score.phaseScore([score.topicScore([undefined])]);
  assert.deepEqual([none.coverage, none.score], [0, undefined]);
});

test("bands take the unrounded value, display rounds halves up", () => {
  assert.deepEqual([0, 24.9, 25, 49.99, 50, 74.6, 75, 100].map(score.bandOf), [
    "start",
    "start",
    "shape",
    "shape",
    "place",
    "place",
    "mastered",
    "mastered",
  ]);
  assert.deepEqual([62.5, 62.49, 0.5, 33.333, 100].map(score.rounded), [63, 62, 1, 33, 100]);
  assert.equal(score.rounded((33.1 + 33.2 + 35.2) / 3), 34); // 33.8333
  assert.equal(score.rounded(0.1 + 0.2 + 0.2), 1); // a half, but for binary fractions
});

test("priority is gap × importance", () => {
  assert.equal(score.priorityOf(question("1", 3, 3)), 6);
  assert.equal(score.priorityOf(question("4", 3, 3)), 0);
  assert.equal(score.priorityOf(question("0", 4, 3)), 12);
  assert.equal(score.priorityOf(question("na")), undefined);
  assert.equal(score.gapOf(4, 3), 0);
});

test("priorities: highest first, then the lower level, then the order of the vade-mecum", () => {
  const list = [
    question("2", 3, 2, "a"),
    question("1", 2, 2, "b"),
    question("0", 3, 3, "c"),
    question("2", 3, 2, "d"),
    question("3", 3, 3, "e"),
    question("unknown", 3, 3, "f"),
    question("na", 3, 3, "g"),
  ];
  assert.deepEqual(
    score.priorities(list).map(({ id }) => id),
    ["c", "b", "a", "d"],
  );
  assert.deepEqual(
    list.filter(score.isOpen).map(({ id }) => id),
    ["f"],
  );
  assert.deepEqual(
    list.filter(score.isRemaining).map(({ id }) => id),
    ["a", "b", "c", "d", "f"],
  );
  assert.deepEqual(
    list.filter(score.isHigh).map(({ id }) => id),
    ["c", "f"],
  );
});

test("several respondents: the median, the lower one of two; far apart is a disagreement", () => {
  assert.deepEqual(score.teamLevel([1, 3, 4]), { level: 3, disagreement: true });
  assert.deepEqual(score.teamLevel([3, 2]), { level: 2, disagreement: false });
});

test("a level 4 not reviewed for more than twelve months counts as 3", () => {
  assert.equal(score.countedLevel("4", "2026-06-14", TODAY), "3");
  assert.equal(score.countedLevel("4", "2026-06-15", TODAY), "4");
  assert.equal(score.countedLevel("4", undefined, TODAY), "4");
  assert.equal(score.countedLevel("4", "un jour", TODAY), "4");
  assert.equal(score.countedLevel("2", "2020-01-01", TODAY), "2");
  assert.equal(score.isReviewOverdue("2024-02-29", "2025-03-01"), false);
  assert.equal(score.isReviewOverdue("2024-02-29", "2025-03-02"), true);
});

test("levels 3 and 4 say what they lack, and are not refused", () => {
  assert.deepEqual(score.lacks({ level: "3" }, TODAY), ["evidence"]);
  assert.deepEqual(score.lacks({ level: "4", evidence: "PV" }, TODAY), ["review"]);
  assert.deepEqual(score.lacks({ level: "4", reviewed: "2026-01-01" }, TODAY), [
    "evidence",
    "overdue",
  ]);
  assert.deepEqual(score.lacks({ level: "4", evidence: "PV", reviewed: "2027-01-01" }, TODAY), []);
  assert.deepEqual(score.lacks({ level: "2" }, TODAY), []);
});

test("rated: any of the five levels, or not applicable", () => {
  const levels = ["0", "1", "4", "na", "unknown", undefined];
  const open = levels.filter((counted) => score.isOpen({ counted }));
  assert.deepEqual(open, ["unknown", undefined]);
});

test("a foundation below 'agreed' is named once a later phase is being built", () => {
  const asked = (counted, id) => ({ ...question(counted, 3, 2, id, 1), foundation: true });
  const [open, firm, unrated] = [
    asked("1", "x.q01"),
    asked("2", "x.q03"),
    asked(undefined, "x.q05"),
  ];
  const other = question("1", 3, 2, "x.q02", 1);
  const ids = (more, actions = []) =>
    score.openFoundations([open, firm, unrated, other, ...more], actions).map(({ id }) => id);
  assert.deepEqual(ids([]), []);
  assert.deepEqual(ids([question("1", 3, 2, "implementation.partners.q01", 2)]), []);
  assert.deepEqual(ids([question("2", 3, 2, "implementation.partners.q01", 2)]), [open.id]);
  assert.deepEqual(ids([], [{ phase: 3, status: "doing" }]), [open.id]);
  assert.deepEqual(
    ids([], [{ phase: 3, status: "todo" }, { phase: 2 }, { phase: 1, status: "done" }]),
    [],
  );
});
