// What meetings decided, as rows of the register: with the question that it is about, else on the page of meetings. Pure.
import { statusOf } from "../register.js";
import { DECISIONS } from "../workshop/keys.js";
import { isSaid } from "../workshop/dealt.js";
import { decisionsIn } from "../workshop/meeting.js";

/**
 * Return the decisions as rows; ``meetings`` is the page of meetings.
 * @type {(entries: Pair[], questions: Question[], meetings: Linked | undefined, today: string) => RegisterRow[]}
 */
export const decidedOf = (entries, questions, meetings, today) =>
  decisionsIn(new Map(entries))
    .filter(isSaid)
    .map(({ name, text, owner, due, about, status: given }) => {
      const question = questions.find(({ id }) => id === about);
      const status = statusOf({ done: given === "done", due }, today);
      const { href = "", words = "", lang } = meetings ?? {};
      return {
        id: `${DECISIONS}${name}`,
        title: text || question?.words || "–",
        typed: Boolean(text),
        href: question?.href ?? href,
        words: text,
        owner,
        due,
        given,
        status,
        remaining: given !== "done",
        high: false,
        overdue: status === "late",
        topic: question?.topic ?? {
          id: "",
          title: words,
          href,
          lang,
          phase: 0,
          questions: [],
          actions: [],
        },
      };
    });
