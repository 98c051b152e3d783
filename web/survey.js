// What the pages of surveys have: the form of one answer, and the answers that come back.
import "./survey/answer.js";
import "./survey/collect.js";
