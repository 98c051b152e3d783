// The line in sight while a form is filled in says what it comes to, before that what will stand there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen } from "../../web/tool/outcome.js";

const result = (shown, verdict = false) => ({ label: shown, shown, verdict });
const said = (...results) => chosen(results).map(({ shown }) => shown);

test("a blank form names one result and no value", () => {
  assert.deepEqual(said(result(""), result("–"), result("0"), result("0,0 %")), ["–"]);
});

test("the first result that says something is said", () => {
  assert.deepEqual(said(result("0"), result("–"), result("10 €"), result("5")), ["10 €"]);
  assert.deepEqual(said(result("Oui"), result("5")), ["Oui"]);
});

test("verdicts come before results, three at most", () => {
  const verdicts = ["a", "b", "c", "d"].map((one) => result(one, true));
  assert.deepEqual(said(result("5"), ...verdicts), ["a", "b", "c"]);
});
