// What every page shows of what was kept or entered: its last file, what lies in its folds, how far its questions are, what was entered
// over, and all of it on paper.
import "./filing.js";
import "./noted.js";
import "./paper.js";
import "./progress.js";
import "./replaced.js";
