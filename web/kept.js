// What every page shows of what was kept or entered: its last file, what lies in its folds, how far its questions are,
// what was entered over, and all of it on paper; and which question was worked on last.
import "./filing.js";
import "./last.js";
import "./named.js";
import "./noted.js";
import "./paper.js";
import "./progress.js";
import "./replaced.js";
