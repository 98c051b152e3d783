// The agenda of a meeting: its length shared out among topics by the number of their questions. Pure.

/** What begins and ends every meeting. */
export const OPENING = "opening";
export const CLOSING = "closing";

const HOUR = 60;
const TIGHT = 3; // minutes for a question, below which the page says that it is short: a rule of thumb

/** Minutes for welcome and decisions: rules of thumb. @type {(length: number) => [opening: number, closing: number]} */
const endsOf = (length) => (length < HOUR ? [2, 5] : [5, 10]);

/**
 * Share ``rest`` minutes by weight, whole ones, at least one each; what is left over goes where most was cut off.
 * @type {(rest: number, weights: number[]) => number[]}
 */
export const shares = (rest, weights) => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (rest * weight) / all);
  const whole = exact.map((share) => Math.max(1, Math.floor(share)));
  const byCut = exact.map((share, n) => ({ n, cut: share - whole[n] }));
  byCut.sort((a, b) => b.cut - a.cut || a.n - b.n);
  const over = rest - whole.reduce((sum, share) => sum + share, 0);
  for (const { n } of byCut.slice(0, Math.max(0, over))) whole[n] += 1;
  return whole;
};

/** @type {(points: Omit<AgendaPoint, "from">[]) => AgendaPoint[]} */
const placed = (points) => {
  let from = 0;
  return points.map((point) => {
    from += point.minutes;
    return { ...point, from: from - point.minutes };
  });
};

/**
 * Return the points of a meeting with their minutes and where each begins, and the minutes to ``spare``: negative where
 * the points take longer than the meeting. Minutes that people ``gave`` stay.
 * @type {(meeting: Pick<Meeting, "length" | "topics" | "gave">) => Agenda}
 */
export const agenda = ({ length, topics, gave }) => {
  const [opening, closing] = endsOf(length);
  const all = [
    { key: OPENING, questions: 0, minutes: gave[OPENING] ?? opening },
    ...topics.map(({ id, questions }) => ({
      key: id,
      questions: questions.length,
      minutes: gave[id],
    })),
    { key: CLOSING, questions: 0, minutes: gave[CLOSING] ?? closing },
  ];
  const free = all.filter(({ minutes }) => minutes === undefined);
  const taken = all.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const shared = shares(
    length - taken,
    free.map(({ questions }) => questions),
  );
  const points = placed(
    all.map((point) => ({ ...point, minutes: point.minutes ?? Number(shared.shift()) })),
  );
  const last = /** @type {AgendaPoint} */ (points.at(-1));
  return {
    points,
    length,
    spare: length - last.from - last.minutes,
    tight: points.some(({ questions, minutes }) => minutes < TIGHT * questions),
  };
};

/**
 * Return the hour that many minutes after a start, "14:05"; without a start, the time that has passed, "0:05".
 * @type {(start: string, minutes: number) => string}
 */
export const hourAt = (start, minutes) => {
  const [hours, past] = /^\d\d:\d\d/.test(start) ? start.split(":").map(Number) : [0, 0];
  const at = hours * HOUR + past + minutes;
  const hour = String(Math.floor(at / HOUR) % 24);
  return `${start ? hour.padStart(2, "0") : hour}:${String(at % HOUR).padStart(2, "0")}`;
};

/**
 * Return the minutes left for a point, by the hour at which it is to end and never more than it has, and for the meeting:
 * rounded up, negative where that is past. ``begun`` and ``now`` are milliseconds.
 * @type {(agenda: Agenda, key: string, begun: number, now: number) => { point: number, meeting: number }}
 */
export const timeLeft = ({ points, length }, key, begun, now) => {
  const past = (now - begun) / 60_000;
  const left = (/** @type {number} */ end) => Math.ceil(end - past) || 0; // no negative zero
  const { from = 0, minutes = 0 } = points.find((point) => point.key === key) ?? {};
  return { point: Math.min(left(from + minutes), minutes), meeting: left(length) };
};
