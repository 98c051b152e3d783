// What counts as said and done in a meeting. Pure.

/** Whether a decision says something. @type {(decision: Decision) => boolean} */
export const isSaid = (decision) => Boolean(decision.text || decision.owner || decision.due);

/** Whether anything was noted on a question. @type {(question: AskedQuestion) => boolean} */
export const isDealtWith = ({ counts, agreed, said, decisions }) =>
  Boolean(agreed || said || decisions.length || counts.some(Boolean));
