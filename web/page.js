// The first script of every page, deferred: the page is read when it runs.
import { startArrival } from "./arrival.js";
import { desk } from "./desk.js";
import { showAll, showFields, startFields } from "./fields.js";
import { startFoot } from "./foot.js";
import { startKeeper } from "./keeper.js";
import { startPaper } from "./paper.js";
import { startProgress } from "./progress.js";
import { startReading } from "./reading.js";
import { startScripts } from "./scripts.js";

globalThis.vademecum = { desk, showAll, showFields }; // for shared.js
startReading();
startPaper();
startFields();
startProgress();
startKeeper();
startFoot();
startArrival(startScripts());
