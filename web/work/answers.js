// The answer of one person to a survey, as a file; and what several of them add to the answers that are there.
//
// A file names nobody and no moment: a random name, how often it was mended, and what was answered. What it brings is a
// row of that name ("x…", mended "x…-2"), so that the same file opened twice brings nothing, in whatever order.
import { parse, textOf } from "./files.js";
import { BREAKS, clean } from "./limits.js";
import { Trouble } from "./trouble.js";
import { isObject, same } from "./values.js";

const SIGN = "vademecum-answer";
const VERSION = 1;
const NAME = /^(x[a-z0-9]{12})(?:-([2-9]|[1-9]\d{1,2}))?$/;

export const LARGEST = { bytes: 200_000, text: 5000, answers: 1000 };

/** Whether something is the name of an answer. @param {unknown} name @returns {name is string} */
export const isName = (name) => typeof name === "string" && NAME.test(name);

/** @type {(base: string, edition: number) => string} */
export const nameOf = (base, edition) => (edition > 1 ? `${base}-${edition}` : base);

/** Whose answer a row is, and which edition of it; undefined for what is no such name. @type {(name: string) => { base: string, edition: number } | undefined} */
export const partsOf = (name) => {
  const [, base, edition = "1"] = NAME.exec(name) ?? [];
  return base === undefined ? undefined : { base, edition: Number(edition) };
};

/** Write the answer of one person. @type {(survey: string, name: string, values: AnswerValues) => string} */
export const writeAnswer = (survey, name, values) =>
  `${JSON.stringify({ format: SIGN, version: VERSION, survey, name, answers: values }, null, 1)}\n`;

/**
 * What a field may hold of a value that a file gives it; undefined where it may not.
 * @type {(field: AskedField, value: unknown) => Value | undefined}
 */
const fitting = (field, value) => {
  if (field.holds === "choice") return field.choices?.find((choice) => choice === value);
  if (field.holds === "tick") return value === true || undefined;
  if (field.holds === "number") {
    const { min = -Infinity, max = Infinity } = field;
    const inside = typeof value === "number" && value >= min && value <= max;
    return inside && (!field.whole || Number.isInteger(value)) ? value : undefined;
  }
  if (typeof value !== "string" || value.length > LARGEST.text) return undefined;
  const text = clean(value).trim();
  return (field.long ? text : text.replace(BREAKS, " ")) || undefined;
};

/**
 * Read the answer of one person to a survey: { name, values }. Throws a Trouble: what is none of its questions, or no
 * answer to one, makes the whole file one that is not ours.
 * @type {(text: string, survey: Survey) => GivenAnswer}
 */
export const readAnswer = (text, survey) => {
  const data = parse(text.replace(/^\uFEFF/, "").trim(), SIGN, [VERSION]);
  if (data.survey !== survey.id) throw new Trouble("answer-other");
  const name = String(data.name);
  if (!isName(name) || !isObject(data.answers)) throw new Trouble("file-foreign");
  /** @type {AnswerValues} */
  const values = Object.create(null);
  for (const [key, given] of Object.entries(data.answers)) {
    const field = survey.fields.find((one) => one.key === key);
    const value = field && fitting(field, given);
    if (value === undefined) throw new Trouble("answer-odd");
    values[key] = value;
  }
  if (!Object.keys(values).length) throw new Trouble("file-empty");
  if (survey.fields.some(({ key, required }) => required && values[key] === undefined))
    throw new Trouble("answer-short");
  return { name, values };
};

/** Read a File that a person chose; one that is too big is refused before it is read. @type {(file: File, survey: Survey) => Promise<GivenAnswer>} */
export const readAnswerFile = async (file, survey) => {
  if (file.size > LARGEST.bytes) throw new Trouble("answer-big");
  return readAnswer(await textOf(file), survey);
};

/** The answers that are there, by the name of their row. @type {(entries: Iterable<[string, unknown]>, survey: Survey) => Map<string, AnswerValues>} */
export const answersIn = (entries, survey) => {
  /** @type {Map<string, AnswerValues>} */
  const answers = new Map();
  for (const [key, value] of entries) {
    if (!key.startsWith(`${survey.id}.`) || value === null || value === undefined) continue;
    const [name, field] = key.slice(survey.id.length + 1).split("#");
    if (!answers.has(name)) answers.set(name, Object.create(null));
    /** @type {AnswerValues} */ (answers.get(name))[field] = /** @type {Value} */ (value);
  }
  return answers;
};

/** @type {(one: AnswerValues, other: AnswerValues) => boolean} */
const alike = (one, other) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    same(one[key], other[key]),
  );

/** Whether one answer of a person takes the place of another: the last mended; of two the same, the one first in order. @type {(one: GivenAnswer, other: GivenAnswer) => boolean} */
const outdoes = (one, other) =>
  (partsOf(one.name)?.edition ?? 0) > (partsOf(other.name)?.edition ?? 0);

/**
 * What files add to the answers that are there: those to keep by name, and how many are new, mended, there already,
 * or bear the name of another one and say something else. The order of the files does not count.
 * @type {(known: Map<string, AnswerValues>, given: GivenAnswer[]) => Taking}
 */
export const taken = (known, given) => {
  /** @type {Map<string, GivenAnswer>} */
  const best = new Map();
  const person = (/** @type {string} */ name) => partsOf(name)?.base ?? name;
  for (const [name, values] of known) best.set(person(name), { name, values });
  const before = new Map(best);
  /** @type {Taking} */
  const taking = { fresh: [], gone: [], mended: 0, there: 0, clash: 0 };
  const ordered = [...given].sort((a, b) =>
    a.name + JSON.stringify(a.values) < b.name + JSON.stringify(b.values) ? -1 : 1,
  );
  for (const one of ordered) {
    const other = best.get(person(one.name));
    if (!other || outdoes(one, other)) best.set(person(one.name), one);
    else if (one.name === other.name && !alike(one.values, other.values)) taking.clash += 1;
    else taking.there += 1;
  }
  for (const [base, one] of best) {
    const old = before.get(base);
    if (old === one) continue;
    taking.fresh.push(one);
    if (!old) continue;
    taking.gone.push(old.name);
    taking.mended += 1;
  }
  return taking;
};

/** The changes that keep answers, and let go of others: [[key, value], …], in the order of their names. @type {(survey: Survey, taking: Pick<Taking, "fresh" | "gone">, known: Map<string, AnswerValues>) => Change[]} */
export const changesOf = (survey, { fresh, gone }, known) => {
  /** @type {(name: string, values: AnswerValues, kept: boolean) => Change[]} */
  const all = (name, values, kept) =>
    Object.entries(values).map(([key, value]) => [
      `${survey.id}.${name}#${key}`,
      kept ? value : undefined,
    ]);
  const sorted = [...fresh].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...gone.flatMap((name) => all(name, known.get(name) ?? {}, false)),
    ...sorted.flatMap(({ name, values }) => all(name, values, true)),
  ];
};
