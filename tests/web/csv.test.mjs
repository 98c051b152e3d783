import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csv } from "../../web/csv.js";

const SEPARATORS = [";", ",", "\t", "|"];
const seen = (text) => text.replaceAll("\u200B", "");

/** Read CSV as spreadsheets do: quotes count at the beginning of a cell, and what follows a closing quote is taken as it is. */
const read = (text, separator) => {
  const rows = [[]];
  let [cell, state] = ["", "begin"];
  const end = () => {
    rows.at(-1).push(cell);
    [cell, state] = ["", "begin"];
  };
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (state === "quoted" && sign === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (state === "quoted" && sign === '"') state = "plain";
    else if (state === "quoted") cell += sign;
    else if (sign === separator) end();
    else if (sign === "\r" || sign === "\n") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      end();
      rows.push([]);
    } else if (state === "begin" && sign === '"') state = "quoted";
    else [cell, state] = [cell + sign, "plain"];
  }
  return rows.slice(0, -1);
};

const isHarmless = (cell) => {
  const text = cell.replace(/^["\s]+/, "");
  return !/^[=+\-@＝＋－＠]/.test(text);
};

test("a mark for UTF-8, the separator of the language, lines that end as they should", () => {
  assert.equal(
    csv(
      [
        ["a", "b;c"],
        ["d\ne", 'f"g'],
      ],
      "fr",
    ),
    '\uFEFFa;"b;c"\r\n"d\ne";"f""g"\r\n',
  );
  assert.equal(csv([["a", "b", undefined]], "ar"), "\uFEFFa,b,\r\n");
  for (const language of ["de", "es", "pt-BR"])
    assert.equal(csv([["a", "1,5"]], language), '\uFEFFa;"1,5"\r\n', language);
});

test("what is no formula shows no apostrophe and is seen as it was written", () => {
  const texts = [
    "- Préparer",
    "-Préparer",
    "– Préparer",
    "- Réunion(s) avec le bureau",
    "+216 71 234 567",
    "+216-71-234-567",
    "+216 (0)71",
    "-5",
    "-12,5",
    "+5 %",
    "- 3 réunions",
    "=> voir la fiche",
    "@ Sfax",
    "@karim",
    "- تحضير الأسئلة",
    "Liste :\n- un\n- deux",
    "'quoi ?",
    "12-05",
    "a=1",
    "1-2",
    "\tretrait",
  ];
  for (const language of ["fr", "en", "ar"]) {
    const cells = read(
      csv(
        texts.map((text) => [text]),
        language,
      ),
      language === "fr" ? ";" : ",",
    ).map(([cell]) => cell);
    assert.deepEqual(cells.map(seen), texts);
  }
  const untouched = [
    "Préparer",
    "12-05",
    "a=1",
    "a - b",
    "Réunion, lieu ; heure",
    "'quoi ?",
    "x|y",
  ];
  assert.deepEqual(read(csv([untouched], "fr"), ";"), [untouched]);
});

test("formulas are disarmed, in sight", () => {
  const hostile = [
    "=1+1",
    " =1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://x";"y")',
    "＝1",
    "@SUM(A1)",
    "-SUM(A1)",
    "+HYPERLINK(1)",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
  ];
  for (const [cell] of read(
    csv(
      hostile.map((text) => [text]),
      "fr",
    ),
    ";",
  ))
    assert.ok(cell.startsWith("'"), cell);
  for (const text of [
    "+1",
    "-1+1",
    "@A1",
    "＋1",
    "－1",
    "＠x",
    "-(1)",
    "- A1",
    "+A1",
    "-$A$1",
    '"=1',
  ]) {
    for (const separator of SEPARATORS)
      for (const cells of read(csv([["x", text, "y"]], "fr"), separator))
        assert.ok(cells.every(isHarmless), text);
  }
});

test("a cell is no formula under any separator either, and both readings keep every sign that is seen", () => {
  const pieces = fc.constantFrom(
    ";",
    ",",
    "\t",
    "|",
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    '"',
    "'",
    " ",
    "\u00A0",
    "\r",
    "\n",
    "\v",
    "\u2028",
    "1",
    "a",
    "é",
    "ت",
    "(",
    "SUM(A1)",
    "x;=1+1;",
    "=1+1",
  );
  const anyText = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const rows = fc.array(fc.array(anyText, { minLength: 2, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom("fr", "en"), (written, language) => {
      const text = csv(written, language);
      for (const separator of SEPARATORS)
        for (const cells of read(text, separator))
          for (const cell of cells) assert.ok(isHarmless(cell), JSON.stringify([separator, cell]));
      const own = read(text, language === "fr" ? ";" : ",");
      const plain = (cell) => seen(cell).replace(/^'/, "");
      assert.deepEqual(
        own.map((cells) => cells.map(plain)),
        written.map((cells) => cells.map((cell) => plain(cell.replaceAll("\0", "")))),
      );
    }),
    { numRuns: 3000 },
  );
});
