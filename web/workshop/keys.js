// Where a meeting and its decisions are kept: rows of two tables, as those of a tool are; macros/pages/meetings.py names
// their fields. A field about a question or a topic bears its id, with ~ in place of dots: a dot parts fields.

/** Below which the meetings stand, and their decisions. */
export const MEETINGS = "workshop.meetings.";
export const DECISIONS = "workshop.decisions.";

/** @type {(id: string) => string} */
const flat = (id) => id.replaceAll(".", "~");

/** The key of a field of a meeting, perhaps about a question or a topic. @type {(meeting: string, field: string, about?: string) => string} */
export const meetingKey = (meeting, field, about = "") =>
  `${MEETINGS}${meeting}#${field}${about && `.${flat(about)}`}`;

/** The key of a field of a decision. @type {(decision: string, field: string) => string} */
export const decisionKey = (decision, field) => `${DECISIONS}${decision}#${field}`;
