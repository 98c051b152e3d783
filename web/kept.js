// What every page shows of what was kept or entered: how far its questions are, what was entered over, and all of it on
// paper.
import "./paper.js";
import "./progress.js";
import "./replaced.js";
