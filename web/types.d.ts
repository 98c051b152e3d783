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

/** What the values of a field are, as macros/model/kinds.py has it; what each field of a part has a value along. */
type Holds = "words" | "number" | "day" | "choice" | "choices" | "tick";
type Along = "" | "rows" | "periods";

/** What the keys of tools stand for: assets/entries.js, by tool, part, row and field. */
type Meanings = Record<string, ToolMeaning>;

interface ToolMeaning {
  title: Word;
  parts: Record<string, PartMeaning>;
}

interface PartMeaning {
  title: Word;
  along: Along;
  free: boolean;
  rows: Record<string, Word>;
  periods: Record<string, Word>;
  fields: Record<string, FieldMeaning>;
}

interface FieldMeaning {
  label: Word;
  holds: Holds | "moment" | "row"; // of meetings: milliseconds since 1970, the name of a row below ``below``
  below?: string;
  long?: true;
  percent?: true;
  year?: true;
  choices?: Record<string, Word>;
}

/** What one key stands for; see meaningOf(). */
interface Meaning {
  tool: ToolMeaning;
  part: PartMeaning;
  field?: FieldMeaning;
  prefix: string;
  at: string;
  free: boolean;
  period?: string;
  choice?: string;
}

/** One cluster's work, and all clusters of this browser. */
type Work = import("./work/work.js").Work;
type Clusters = import("./work/clusters.js").Clusters;

/** What changes of a work say: those of this page, or of others. */
type Watcher = (changes: Map<string, Value | undefined>, local: boolean) => void;

/** What is noted about a cluster, under "<cluster>#<name>". */
interface Facts {
  name: string;
  created: number;
  deleted: number;
  filed: number;
  "filed-mark": Uint8Array;
  last: string; // the question that was worked on last
}

/** What is needed to bring a cluster back. */
interface About {
  name?: string;
  created?: number;
}

/** What clusters ask of the page: which one is chosen, what retired ids became, what keys stand for, the time. */
interface ClustersOptions {
  current: { get(): string | null | undefined; set(id: string): void };
  retired?: Retired;
  meanings?: () => Promise<Meanings>;
  now?: () => number;
}

/** Retired ids, each with those that take over what was answered under it. */
type Retired = Record<string, string[]>;

/** The parts of the store that reading and merging files need; see web/store.js. */
interface Store {
  scratch: () => Work;
  readHistory: (bytes: Uint8Array) => Work;
  layOver: (work: Work, changes: Edit[], records?: [name: string, what: unknown][]) => Steps;
  renew: (work: Work) => Steps | void;
}

/** How a work differs from another under a key; see compare(). */
interface Difference {
  key: string;
  kind: "differs" | "new" | "seen" | "same";
  mine?: Value;
  theirs?: Value;
  both?: string;
  choice?: Choice;
  text?: boolean;
}

type Choice = "mine" | "theirs" | "both";

/** A note about many changes at once, a merge or a reset; see journal.js. */
interface Note {
  kind: string;
  at: string;
  where: string;
  name?: string;
  changes: NotedChange[];
}

interface NotedChange {
  key: string;
  before?: Value;
  after?: Value;
  theirs?: Value;
  text?: boolean;
}

/** A map of a Yjs document. */
type Values<What = unknown> = import("yjs").Map<What>;

/** An update as the browser's storage has it. */
type Kept = [key: IDBValidKey, update: Uint8Array];

/** What tabs tell each other: an update, or how far they are, which asks for what is missing. */
interface TabMessage {
  update?: Uint8Array;
  ask?: Uint8Array;
}

/** What one key holds in both works and in the union of their histories. */
interface Compared {
  key: string;
  mine?: Value;
  theirs?: Value;
  joined?: Value;
  seen: boolean;
  before: boolean;
  newer?: boolean;
}

interface MergeOptions {
  store: Pick<Store, "scratch">;
  at: string;
  about?: { name?: string; file?: string };
}

/** What is to be noted about many changes: of the keys that may be touched, and what another work had under them. */
interface NoteOptions {
  kind: string;
  at: string;
  keys: Iterable<string>;
  theirs?: Map<string, Value | undefined>;
  name?: string;
  file?: string;
}

interface FoundNote {
  name: string;
  note: Note;
  undone?: { at: string };
}

/** Places of format 1 that hold something, "<tool>.<part>.<place>", with what stands there. */
type Places = Map<string, Meaning>;

/** What stands under a key of a work that becomes one of today's format. */
interface Standing {
  key: string;
  value: Value;
  text: boolean;
  meaning?: Meaning;
}

/** Rows by what they were made from, → name, and those about to be renamed; see lineage.js. */
interface Known {
  known: Map<string, string>;
  met: Map<string, string>;
}

/** What rows are called now, "<tool>.<part>.<row>" → name, and what is to be noted of them. */
interface Named {
  names: Map<string, string>;
  changes: Edit[];
}

/** What a person can read in a file: what stands under each key, what has no room, how many answers; see files.js. */
interface Readable {
  entered: Map<string, { value: Value; text: boolean }>;
  kept: Set<string>;
  answers: number;
}

interface ReadableFile extends Readable {
  records: Map<string, unknown>;
  whole: boolean;
  skipped: number;
}

/** A file that was read; see read() of files.js. */
interface ReadFile {
  work: Work;
  history: "used" | "missing" | "damaged";
  edited: number;
  skipped: number;
  name: string;
  id: string;
  written?: Date;
  content: string;
  language: string;
}

/** An element by the tag in its selector; where that has none it is an HTML element, or a control if it has a name. */
type Selected<Selector extends string> = Selector extends `${string}(textarea, select, ${string}`
  ? Control
  : Selector extends `${string},${string}`
  ? HTMLElement
  : Selector extends `${string} ${infer Last}`
    ? Selected<Last>
    : Selector extends `[name${string}`
      ? Control
      : Tagged<Selector>;

type Tagged<Selector extends string> = Selector extends `${infer Tag}${"[" | "." | ":" | "#"}${string}`
  ? Tag extends `${infer Bare}${"[" | "." | ":" | "#"}${string}`
    ? Tagged<Bare>
    : OfTag<Tag>
  : OfTag<Selector>;

type OfTag<Tag extends string> = Tag extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[Tag]
  : HTMLElement;

interface ParentNode {
  querySelector<Selector extends string>(selector: Selector): Selected<Selector> | null;
  querySelectorAll<Selector extends string>(selector: Selector): NodeListOf<Selected<Selector>>;
}

interface Element {
  closest<Selector extends string>(selector: Selector): Selected<Selector> | null;
}

/** A native control. Only some kinds have what may be missing here. */
interface Control extends HTMLElement {
  name: string;
  type: string;
  value: string;
  validity: ValidityState;
  readonly labels: NodeListOf<HTMLLabelElement> | null;
  checked?: boolean;
  defaultChecked?: boolean;
  defaultValue?: string;
  min?: string;
  max?: string;
  rows?: number;
  options?: HTMLOptionsCollection;
  selectedOptions?: HTMLCollectionOf<HTMLOptionElement>;
}

/** One that people write words in. */
interface TextControl extends Control {
  selectionStart: number;
  selectionEnd: number;
  setSelectionRange(start: number, end: number): void;
}

/** Something that tells events by their names. */
type Hearable<Events> = {
  addEventListener<Name extends keyof Events & string>(
    name: Name,
    hear: (event: Events[Name]) => unknown,
    options?: AddEventListenerOptions,
  ): void;
} & EventTarget;

/** The front of the desk, as far as it is not there from the start; see front.js. */
interface AtDesk {
  /** When this browser last kept something. */
  keptAt?: Date;
  /** All clusters, and the work of the chosen one, once open() has resolved. */
  clusters: Clusters;
  work: Work;
  /** The address of the store, and what retired ids became: the page says so. */
  source: string;
  retired?: Retired;
  /** The day of the demonstration, where that is shown: nothing can be changed. */
  asOf?: string;
}

/** What the desk tells, the first three with what is to be shown, by key. */
interface DeskEvents {
  draft: CustomEvent<Map<string, Value | undefined>>;
  open: CustomEvent<Map<string, Value | undefined>>;
  change: CustomEvent<Map<string, Value | undefined>>;
  state: Event;
}

/** What was given and is not known to be written, by key; ``from`` and ``base`` are the texts that prose started from. */
type Given = Map<string, GivenEntry>;

interface GivenEntry extends DraftEntry {
  from?: string;
  handed: boolean;
}

interface DraftEntry {
  value?: Value;
  base?: string;
  made?: { value?: Value };
  blind?: boolean;
}

/** What this tab keeps of it for the next page; see draft.js. */
interface Draft {
  given: [key: string, entry: DraftEntry][];
  changes?: string;
  about?: About;
}

/** What a storage is closed by. */
interface Closable {
  database?: { close(): unknown };
}

/** The cluster of this tab, and what became of it elsewhere: gone from the list, back in it, or left for the next one. */
interface Own {
  id: string;
  about?: About; // in case that another tab deletes it
  news?: "gone" | "returned" | "left";
}

/** What the scripts of a page hand each other; the page loads those that it needs. */
declare var vademecum: {
  checkDay: typeof import("./dates.js").checkDay;
  desk: typeof import("./desk.js").desk;
  faultWord: typeof import("./remarks.js").faultWord;
  isBeyond: typeof import("./beyond.js").isBeyond;
  isShort: typeof import("./beyond.js").isShort;
  showAll: typeof import("./fields.js").showAll;
};
declare var vademecumStore: Omit<Store, "renew"> & {
  openClusters: (options: ClustersOptions) => Promise<Clusters>;
  applyRetired: (work: Work, retired: Retired) => void;
  renew: (work: Work, tools: Meanings, mine?: Work) => Steps;
};
declare var vademecumEntries: Meanings | undefined;
declare var vademecumMinutes: Record<string, string>;
declare var vademecumFile: () => Promise<string>;
declare var vademecumDemonstrate: (desk: import("./demonstration.js").Demonstration) => Promise<void>;
declare var vademecumNumbers: Pick<typeof import("./numbers.js"), "keptNumber" | "shownNumber"> | undefined;

declare var trustedTypes: { createPolicy(name: string, rules: object): unknown } | undefined;

/** Plural forms of a word. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What {names} in a word are filled with. */
type Filled = Record<string, unknown>;

/** What an element is made with; what is undefined or false is left out. */
type Attributes = Record<string, string | number | boolean | undefined>;
type Child = Node | string | undefined | Child[];

/** An entry of the vade-mecum that can be led to, in its language where that is not the page's. */
interface Linked {
  href: string;
  words: string;
  lang?: string;
}

/** A number as it was read: ``other`` is what the same signs can mean besides; see readNumber(). */
interface NumberRead extends Entered {
  other: number | undefined;
  sure: boolean;
}

/** What writes in a language. */
type KindOfIntl = new (language: string, options?: object) => unknown;

/** A tool as its page has it: for_browser() of macros/reckoning/evaluation.py. */
interface Tool {
  id: string;
  parts: ToolPart[];
  results: ToolField[];
  checks: ToolCheck[];
  start: Answers;
}

interface ToolPart {
  key: string;
  along: Along;
  survey: boolean;
  rows: string[];
  free: number;
  periods: string[];
  fields: ToolField[];
  named?: Record<string, Reference>;
}

interface ToolField {
  key: string;
  type: string;
  holds: Holds;
  choices?: string[];
  min?: number;
  max?: number;
  value?: Formula;
  own?: boolean;
  default?: Answer;
}

interface ToolCheck {
  key: string;
  severity: string;
  part?: string;
  own?: boolean;
  when: Formula;
}

/** A check that has something to point out, at a row or period. */
interface Fired {
  key: string;
  severity: string;
  at: string | null;
}

/** What stands in the controls of a tool, or in the data, by flat key. */
type Answer = Value | string[] | null | undefined;
type Answers = Record<string, Answer>;

/** The tree of a formula: a constant, or the name of a function and its arguments. */
type Formula = Plain | null | undefined | Formula[];

/** A value elsewhere in the tool: one, or with "*" that of every row or period. */
type Reference = ["ref", part: string, field: string, at?: string | null, holds?: string];

/** What a formula comes to. */
type Reckoned = Plain | string[] | Problem | null;
type Problem = import("./formula/values.js").Problem;
type Evaluation = import("./formula.js").Evaluation;
type Run = import("./formula/run.js").Run;

/** A function of formulas: the run that it is part of, and the trees of its arguments. */
type FormulaFunction = (run: Run, ...nodes: Formula[]) => Reckoned | undefined;

/** The page of a tool: <vm-tool>, with what the page says of it. */
interface ToolElement extends HTMLElement, ToolData {
  words: ToolWords;
  tables: import("./tool/rows.js").Rows[];
  evaluation: Evaluation;
}

/** What the page says of a tool: data() of macros/pages/form.py. */
interface ToolData {
  tool: Tool;
  example: Answers;
  /** The day on which the example is read. */
  exampleDay: string;
  fields: Record<string, Shape>;
  charts: Chart[];
  calendar: Calendar | null;
}

/** How a field is shown, and its limits: numbers, or days. */
interface Shape extends DayRange {
  type: string;
  decimals: number;
  min?: number;
  max?: number;
}

/** What a type of field is: kinds.js. */
interface FieldKind {
  holds: string;
  percent: boolean;
  even: boolean;
  grouped: boolean;
}

/** What a kind of chart is: kinds.js. */
interface ChartKind {
  numbered: boolean;
  stepped: boolean;
  broad: boolean;
}

interface Chart {
  key: string;
  kind: string;
  series: string[];
  by?: string;
  zones: number[];
  ends: Label[];
  steps: number[];
  outlines: number;
}

interface Calendar {
  part: string;
  date: string;
  title: string;
  details: string[];
}

/** The words that the script of a tool says: tool-words.html. */
type ToolWords = Record<ToolWord, string> & DateWords;
type ToolWord =
  | ("problem" | "yes" | "no" | "said" | "number" | "between" | "least" | "most" | "share")
  | ("read" | "take" | "error" | "warning" | "note" | "removed" | "undo" | "row" | "more")
  | ("table" | "first" | "value" | "blank" | "reckoned" | "unreckoned" | "undrawn" | "today" | "passed");

interface DateWords {
  noDates: string;
  oddDates: Forms;
  points: Forms;
  filled: Forms;
}

/** A row of a calendar. */
interface DatedRow {
  id: string;
  due: string;
  title: string;
  details: string;
  status?: string;
  range?: DayRange;
}

/** What a drawing names, in its language where that is not the page's. */
interface Label {
  text: string;
  lang?: string;
}

/** Where a chart takes values from. */
interface Series {
  part: string;
  field: string;
  list: boolean;
  at: string | null;
}

/** One point of a drawing: a value of each series, how each is shown, and the steps of a choice. */
interface Point {
  label: Label;
  values: Reckoned[];
  shown: string[];
  steps: Step[];
  tones: (string | undefined)[];
}

interface Step {
  key: string;
  words: Label;
  tone?: string;
}

/** A point before it is shown: with what its values are taken from. */
interface Found {
  label: () => Label;
  values: Reckoned[];
  refs: Series[];
}

/** What a drawing and its table are made from. */
interface Drawing {
  points: Point[];
  all: number;
  names: Label[];
  zones: number[];
  ends: Label[];
  outlines: number;
  fields: Shape[];
  steps: Step[];
  values: number[];
  rates: string[];
  today: Today | undefined;
  rtl: boolean;
  width: number;
  say: (value: Reckoned) => string;
  short: (value: number) => string;
}

/** The day on which days are looked at, as formulas see it. */
interface Today extends Label {
  value: number;
}

/** A row of a timeline: days since 1970-01-01, how much of it is done, whether its reading asks to look at it. */
interface TimeRow extends Record<"begin" | "end" | "share", number> {
  words: Label;
  days: Label;
  marked: boolean;
}

/** From which day to which a timeline goes, the days that it marks, and how many months lie between. */
interface TimeAxis extends Record<"from" | "to" | "step", number> {
  marks: number[];
}

interface TimePlace extends TimeAxis {
  narrow: boolean;
  across: (day: number) => number;
  length: number;
}

/** How a text of a drawing stands: around its point, in so many signs a line, in so many lines. */
interface LabelLook {
  anchor?: string;
  length?: number;
  most?: number;
  kind?: string;
}

/** A lane: its name, and the entries in it. */
interface Lane {
  words: Label;
  points: Point[];
}

/** What stands in the box of an entry, in so many rows of words, and the codes of what leads to it. */
interface BoxText extends Label {
  code: string;
  note: string;
  rows: number;
  notes: number;
  height: number;
  from: string[];
}

/** A box in a lane, as it stands where one reads from left to right. */
interface LaneBox {
  x: number;
  y: number;
  width: number;
  said: BoxText;
}

/** A point of a tree, how deep it stands, and the row of the one that it serves. */
type Branch = [point: Point, depth: number, above?: number];

/** What stands under a number. */
interface Reading {
  fault: HTMLElement;
  said: HTMLElement;
  take: HTMLElement;
  reading: HTMLElement;
  other: string;
}

/** A check that fired, with the part under which it is said. */
interface PlacedCheck extends Fired {
  part: string;
}

/** How a row of the register stands. */
type Status = "done" | "late" | "soon" | "open" | "odd";

/** What filters ask of a row. */
interface Passing {
  remaining: boolean;
  high: boolean;
  overdue: boolean;
  owner?: string;
}

/** How deep names under columns reach, and what draws one. */
interface NamesUnder {
  deep: number;
  name: (point: Point, n: number, middle: number, y: number) => Child;
}

/** Where values lie around a centre: ``far`` outside, and joined. */
interface Around {
  high: number;
  at: (n: number, value: number, far?: number) => [x: number, y: number];
  closed: (values: number[]) => string;
}

/** A word shown with its language, where that is not the page's. */
interface NamedWord {
  text: string;
  language?: string;
}

/** What is said after the page of clusters was loaded anew. */
interface Said {
  what: string;
  id?: string;
}

/** A file that is offered for opening or merging. */
interface OpenedFile extends ReadFile {
  file: string;
}

interface DocumentEventMap {
  "vm-compare": CustomEvent<OpenedFile | undefined>;
  "vm-merged": CustomEvent<string | undefined>;
}

/** What stands under a key. */
type Getter = (key: string) => Value | undefined;

/** How a question was rated, as it counts. */
interface Rating {
  counted?: string;
  target: number;
  importance: number;
}

/** What a question or an action says about what is built on what. */
interface Founded {
  phase: number;
  counted?: string;
  status?: string;
  foundation?: boolean;
}

interface TopicScore {
  state: "shown" | "few" | "na";
  rated: number;
  asked: number;
  questions: number;
  coverage: number | undefined;
  score?: number;
  cautious?: number;
}

/** What was noted on a question, and what follows from it. */
interface QuestionNotes extends Rating, Passing {
  id: string;
  level?: string;
  reviewed?: string;
  evidence: string;
  owner: string;
  next: string;
  due: string;
  lacks: string[];
  priority: number | undefined;
}

interface ActionNotes extends Passing {
  id: string;
  given: string;
  owner: string;
  due: string;
  note: string;
  status: Status;
}

/** The content of the dashboard's page, without what was noted. */
interface Content {
  phases: number[];
  topics: ContentTopic[];
  tools: Record<string, Linked>;
  others: string[];
  meetings?: Linked;
  joins?: Record<string, Join[]>;
}

/** How the rows of a table join a list of « Mon cluster »: macros/model/joins.py. */
interface Join
  extends Partial<Record<"title" | "owner" | "date" | "note" | "status" | "done", string>> {
  list: string;
  only?: Record<string, string>;
  rows?: Record<string, Word>;
}

/** A row of a tool in a list for the whole cluster. */
interface Joined extends Record<"id" | "list" | "title" | "href", string> {
  owner: string;
  date: string;
  note: string;
  given?: string;
  typed: boolean;
  lang?: string;
  tool: Linked;
}
type Lists = Record<"risks" | "indicators" | "events", Joined[]>;

interface ContentTopic {
  id: string;
  title: string;
  href: string;
  lang?: string;
  phase: number;
  questions: ContentQuestion[];
  actions: ContentAction[];
}

interface ContentAction extends Linked {
  id: string;
}

interface ContentQuestion extends ContentAction {
  tools: string[];
  foundation?: boolean;
}

interface Question extends QuestionNotes, ContentQuestion {
  owner: string;
  topic: ContentTopic;
  phase: number;
}

interface Action extends ActionNotes, ContentAction {
  owner: string;
  topic: ContentTopic;
  phase: number;
}

/** A row of the one register of everything decided. */
interface RegisterRow extends Passing {
  id: string;
  title: string;
  typed: boolean;
  href: string;
  words: string;
  lang?: string;
  owner: string;
  due: string;
  status: Status;
  given?: string;
  topic: ContentTopic;
}

/** A topic with its score, and the one that it had at the last snapshot. */
interface Topic extends Omit<ContentTopic, "questions" | "actions"> {
  questions: Question[];
  actions: Action[];
  score: TopicScore;
  target: number | undefined;
  heat: number[];
  last?: TopicScore;
}

/** The score of a phase: the mean of the scores of ``shown`` of its ``topics``; ``rated`` of ``asked`` questions. */
interface PhaseScore extends Record<"rated" | "asked" | "shown" | "topics", number> {
  score: number | undefined;
  coverage: number | undefined;
}
interface Phase extends PhaseScore {
  number: number;
}

interface Snapshot {
  key: string;
  name: string;
  at: number;
  levels: Record<string, string>;
  targets?: Record<string, number>;
  statuses?: Record<string, string>;
}

/** What changed since a snapshot. */
interface Changes {
  rose: (Question & { from: number; to: number })[];
  fell: (Question & { from: number; to: number })[];
  fresh: (Question & { to: number })[];
  closed: Action[];
}

/** An answer under an id that the content no longer has. */
interface Homeless {
  id: string;
  field: string;
  value: Plain | undefined;
}

/** Everything that the dashboard shows, with the cluster's name and its mark. */
interface Summary extends Reckoning {
  name: string;
  mark: string;
}

interface Reckoning {
  questions: Question[];
  actions: Action[];
  topics: Topic[];
  phases: Phase[];
  foundations: Question[];
  priorities: Question[];
  open: Question[];
  rows: RegisterRow[];
  lists: Lists;
  evidence: Question[];
  homeless: Homeless[];
  snapshots: Snapshot[];
  tools: Record<string, Linked>;
  empty: boolean;
}

/** What the dashboard reads of a work. */
interface WorkRead {
  get: Getter;
  entries: Pair[];
  records: Map<string, unknown>;
  retired?: Retired;
  today: string;
}

/** What takes a snapshot away. */
type Take = (snapshot: Snapshot) => void;

/** What snapshots ask of the dashboard. */
interface Board {
  latest: () => Summary;
  record: (key: string, what: unknown) => void;
  show: () => void;
}

/** The language of a site's search: data/search.yml. */
interface SearchWords {
  idle: string[];
  articles: string[];
  attached: string[];
  plurals: string[];
  synonyms: string[][];
}

/** A word that is asked for: as typed, in the singular, as it stands, and further forms. */
interface AskedWord {
  typed: string;
  one: string;
  head: string;
  deeper: string[];
}

/** The same, spelt in one way; endings of the plural, each with that of the singular if it has one; names, by word. */
interface SpeltWords extends Omit<SearchWords, "plurals" | "synonyms"> {
  plurals: string[][];
  synonyms: AskedWord[][][];
}

interface Comparer {
  forms: (text: string) => string[];
  ask: (typed: string) => { query: string; meant: Map<string, string[]> };
}

/** What is used of lunr, inside the theme's worker, and what the worker finds. */
interface LunrToken {
  toString(): string;
  clone(change: () => string): LunrToken;
}

interface LunrIndex {
  search(query: unknown): { matchData: { metadata: Record<string, Record<string, { position: unknown[] }>> } }[];
}

interface Lunr {
  Pipeline: { registerFunction(change: (token: LunrToken) => LunrToken[], name: string): void };
  stemmer: (token: LunrToken) => LunrToken[];
  Builder: { prototype: { b: (n: number) => void; _b: number } };
  Index: { prototype: LunrIndex };
}

interface FoundPlace {
  location: string;
  text: string;
  score: number;
  terms: Record<string, unknown>;
}

interface SearchResult {
  type: number;
  data: { items: FoundPlace[][] };
}

/** A part of the page of clusters: it starts once the store is open, and acts when a button is pressed. */
interface PartOfClusters {
  start(): void;
  act(what: string, button: HTMLElement): Promise<void>;
}

/** The words of the page of clusters, and what ids, fields and values are called. */
interface ClusterWords {
  words: Record<string, string | Forms>;
  titles: Record<string, Word>;
  fields: Record<string, Word>;
  values: Record<string, Record<string, string>>;
  unnamed: string;
}

/** The words of the dashboard: dashboard-words.html. */
interface DashboardWords extends Record<DashboardWord, string>, DateWords {
  exits: Record<string, string>;
  bands: Record<string, string>;
  states: Record<string, string>;
  timings: Partial<Record<Status, string>>;
  mean: Forms;
  covered: Forms;
  files: Record<"actions" | "dates" | "evidence", string>;
  lacks: Record<string, string>;
  fields: Record<string, string>;
  changes: Record<"rose" | "fell" | "fresh" | "closed", string>;
  all: Forms;
  open: Forms;
  lists: Record<string, Forms>;
}
type DashboardWord =
  | ("title" | "radar" | "none" | "few" | "na" | "unknown" | "tools" | "ownerIs" | "dueIs")
  | ("priority" | "gap" | "levels" | "level" | "fewer" | "count" | "action" | "from")
  | ("owner" | "due" | "status" | "timing" | "id" | "topic" | "question" | "levelName" | "evidence")
  | ("moved" | "unchanged" | "unnamed" | "delete" | "compare" | "failed")
  | ("snapshotKept" | "snapshotGone" | "snapshotBack");

/** The words of what comes after the last question of a topic; bands, states and meanings by their names. */
interface NextWords extends Record<"sum" | "cautious" | "overdue" | "strong", string> {
  counted: Forms;
  bands: Record<string, string>;
  states: Record<string, string>;
  meanings: Record<string, string>;
}

/** The page of the dashboard: <vm-dashboard>. */
interface DashboardElement extends HTMLElement {
  content: Content;
  words: DashboardWords;
  filter: () => void;
  take: Take;
  records: Values | undefined;
}

/** What the page of meetings offers: topics with their questions, each in its language where that is not the page's. */
interface OfferedTopic {
  id: string;
  title: string;
  lang?: string;
  questions: OfferedQuestion[];
}
interface OfferedQuestion {
  id: string;
  text: string;
  kind: string;
  lang?: string;
}

/** A question of a meeting, with what was noted: how many chose each level, the one agreed, what was said. */
interface AskedQuestion extends OfferedQuestion {
  counts: number[];
  agreed: string;
  said: string;
  decisions: Decision[];
}
interface Decision
  extends Record<"name" | "text" | "owner" | "due" | "status" | "about" | "meeting", string> {}

interface AskedTopic extends OfferedTopic {
  questions: AskedQuestion[];
}

/** A meeting: length in minutes, ``begun`` in milliseconds, the minutes that people gave to points by their key. */
interface Meeting extends Record<"name" | "date" | "start" | "place" | "people" | "note", string> {
  length: number;
  begun: number;
  topics: AskedTopic[];
  gave: Record<string, number>;
  decisions: Decision[];
}

/** A point of an agenda, in minutes, ``from`` the beginning of the meeting. */
interface AgendaPoint extends Record<"questions" | "minutes" | "from", number> {
  key: string;
}
interface Agenda {
  points: AgendaPoint[];
  length: number;
  spare: number;
  tight: boolean;
}

interface Spread extends Record<"people" | "least" | "most" | "median", number> {
  kind: "same" | "near" | "apart";
}

/** A screen of the session of a meeting. */
interface SessionScreen {
  kind: "agenda" | "question" | "closing";
  point: string;
  question?: AskedQuestion;
  topic?: OfferedTopic;
}

type Room = import("./workshop/room.js").Room;

/** The words of the page of meetings: workshop-words.html. */
interface WorkshopWords extends Record<WorkshopWord, string> {
  levels: string[];
  lengths: Record<string, string>;
  kinds: Record<Spread["kind"], string>;
  meanings: Record<string, string[]>;
  dealt: Forms;
  decidedCount: Forms;
  left: Forms;
  late: Forms;
  spread: Forms;
  over: Forms;
  spare: Forms;
  questions: Forms;
}
type WorkshopWord =
  | ("cluster" | "date" | "hours" | "place" | "present" | "report" | "decision" | "decisions" | "none")
  | ("owner" | "due" | "question" | "voices" | "level" | "count" | "agreedLine" | "decisionLine" | "undone")
  | ("undoneNote" | "moreNote" | "unchosen" | "hidden" | "position" | "leftPoint" | "leftAll" | "tight")
  | ("opening" | "closing" | "end" | "agenda" | "chosen" | "minutes" | "undated" | "fresh" | "saved" | "failed")
  | ("file" | "unnamed" | "advice" | "onSheet" | "middle" | "propose" | "before" | "begin" | "goOn");

/** A block of a document: a paragraph, or a table whose columns have widths in twentieths of a point. */
type Block =
  | { style: string; text: string; bold?: boolean }
  | { table: string; widths: number[]; head?: string[]; rows: string[][] };

/** One language of the page for lost addresses. */
interface LostLanguage {
  direction: string;
  home: string;
  title: string;
  pages: Record<string, string>;
}

/** What the home page knows of the content: ids below that of their topic. */
interface CockpitContent {
  phases: number[];
  meetings: Linked;
  tools: Record<string, Linked>;
  joins: Record<string, Join[]>;
  topics: (Omit<ContentTopic, "questions"> & { questions: string })[];
}

interface Cockpit {
  empty: boolean;
  late: RegisterRow[];
  next: RegisterRow[];
  resume?: Question;
}

/** The cockpit of the home page: <vm-cockpit>. */
interface CockpitParts {
  content: Content;
  words: Record<"resume" | "question" | "unnamed", string> & { more: Forms };
  heading: HTMLElement;
}

/** The page of files: <vm-downloads>, and of the business plan: <vm-plan>. */
interface DownloadsElement extends HTMLElement {
  forms: Forms;
  filters: Record<string, HTMLSelectElement>;
}

interface PlanElement extends HTMLElement {
  words: Record<
    | "long"
    | "short"
    | "unwritten"
    | "missing"
    | "and"
    | "complete"
    | "range"
    | "advised"
    | "begun"
    | "done"
    | "unanswered"
    | "take"
    | "taken"
    | "took"
    | "untook",
    string
  > &
    Record<"length" | "points" | "questions" | "written" | "total", Forms>;
}

/** What is asked of a section of the business plan: advised pages, points to show, questions that feed it. */
interface SectionShape {
  id: string;
  min?: string;
  max?: string;
  points: string[];
  questions: string[];
}

/** How far it is: words written, fewest and most that are advised, what is open. */
interface SectionState {
  words: number;
  least?: number;
  most?: number;
  open: { points: number; questions: number };
  state: "empty" | "begun" | "done";
}

/** A survey, as macros/pages/asked.py tells of it, and what is said of its answers. */
interface Survey {
  id: string;
  fields: AskedField[];
}
interface AskedField {
  key: string;
  label: string;
  holds: Holds;
  long?: boolean;
  choices?: string[];
  min?: number;
  max?: number;
  whole?: boolean;
  required?: boolean;
}

/** What one person answered, by field; under the name of its row; as the tab remembers it while it is written. */
type AnswerValues = Record<string, Value>;
interface GivenAnswer {
  name: string;
  values: AnswerValues;
}
interface AnswerDraft {
  base: string;
  edition: number;
  held: Answers;
  saved?: string;
}

/** What files add to the answers that are there. */
interface Taking {
  fresh: GivenAnswer[];
  gone: string[];
  mended: number;
  there: number;
  clash: number;
}

/** What the search's worker has besides: scripts on demand, and the theme's lunr. */
declare function importScripts(...addresses: string[]): void;
declare var lunr: Lunr;

/** The data that pages give their elements, data-… : those that have it are asked for it, others are seen not to. */
interface DOMStringMap {
  at: string;
  begins: string;
  do: string;
  far: string;
  fieldname: string;
  forms: string;
  key: string;
  kind: string;
  note: string;
  questions: string;
  said: string;
  value: string;
  vmClear: string;
  vmField: string;
  vmCopy: string;
  vmScript: string;
  vmStacked: string;
  vmUnfold: string;
}

/** Nothing was remembered: null is the JSON of nothing. */
interface JSON {
  parse(text: string | null): any;
}
