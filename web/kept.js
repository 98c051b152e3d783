// What every page shows of what was kept or entered: how far its questions are, what was entered over, all of it on paper;
// and which question was worked on last.
import "./last.js";
import "./named.js";
import "./paper.js";
import "./progress.js";
import "./replaced.js";
