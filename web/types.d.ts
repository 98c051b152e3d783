// The shapes of what crosses modules, known in all of them without an import. Types only: nothing of this is built.

/** A number as people enter it: what it is, and how it was typed. */
interface Entered {
  number: number;
  typed: string;
}

/** What may stand under a key "<id of an entry>#<field>". */
type Value = string | number | boolean | Entered;

/** A value as formulas and people's eyes see it. */
type Plain = string | number | boolean;

/** A key and what stands there. */
type Pair = [key: string, value: Value];

/** A key and what is to stand there; undefined takes away what does. */
type Change = [key: string, value: Value | undefined];

/** A change that says whether it is prose, which merges. */
type Edit = [key: string, value: Value | undefined, text?: boolean];

/** Long work: it yields the share that is done, from 0 to 1. */
type Steps<Result = void> = Generator<number, Result, undefined>;

/** A word of the data; one in another language than the page comes with that. */
type Word = string | [word: string, language: string];

/** The days that a field takes, "2027-01-31". */
interface DayRange {
  first?: string;
  last?: string;
}

/** A row that people added and its place in the order, if it has one. */
type RowPlace = [name: string, order: string | undefined];

/** A Yjs document, and what can stand in it. */
type Doc = import("yjs").Doc;
type Shared = import("yjs").AbstractType<import("yjs").YEvent<any>>;

/** One change in a history: of its writer's steps those before ``to``; ``alone`` where it was written into nothing. */
interface Trace {
  writer: number;
  from: number;
  to: number;
  gone: boolean;
  alone: boolean;
}

/** A piece of a history: what stands in ``name`` under a key, or in the text ``name`` where there is none. */
interface Piece {
  name: string | undefined;
  key: string | null;
  gone: boolean;
  text: boolean;
  values: unknown[];
}

/** The note that a work became one of today's format: what each row was called before. */
interface Renewal {
  kind: "renewed";
  from?: Record<string, string>;
}
