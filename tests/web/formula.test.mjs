// Formulas over tables of many rows: a list that each row goes through is read once, not once for each row.
import assert from "node:assert/strict";
import test from "node:test";
import { Evaluation } from "../../web/formula.js";

const N = ["ref", "t", "n", "*", "number"];
const WORD = ["ref", "t", "word", "*"];
const TOOL = {
  id: "x",
  parts: [
    {
      key: "t",
      along: "rows",
      free: 1,
      rows: [],
      periods: [],
      fields: [
        { key: "n", holds: "number" },
        { key: "word", holds: "text" },
        { key: "before", value: ["count_if", ["filled", WORD], ["<", N, ["ref", "t", "n"]]] },
      ],
    },
  ],
  results: [{ key: "all", value: ["sum", ["ref", "t", "before", "*", "number"]] }],
  checks: [],
  start: {},
};

class Counted extends Evaluation {
  asked = 0;
  one(...given) {
    this.asked = (this.asked ?? 0) + 1;
    return super.one(...given);
  }
}

test("each row asks once for each value of a list", () => {
  const rows = 300;
  const answers = {};
  for (let n = 0; n < rows; n += 1) {
    answers[`x.t.xrow${n}#n`] = String(n);
    if (n % 3) answers[`x.t.xrow${n}#word`] = "mot";
  }
  const reckoned = new Counted(TOOL, answers, null);
  const expected = Array.from({ length: rows }, (_, n) => n - Math.ceil(n / 3));
  assert.equal(
    reckoned.one("result", "all"),
    expected.reduce((sum, count) => sum + count, 0),
  );
  assert.ok(reckoned.asked < 20 * rows, `${reckoned.asked} values asked for`);
});
