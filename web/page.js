// The first script of every page, deferred: the page is read when it runs. Keeping starts first; a fault in one part
// takes nothing from the others.
import { isShort } from "./beyond.js";
import { checkDay } from "./dates.js";
import { desk } from "./desk.js";
import { apart, stopped, watchFaults } from "./faults.js";
import { showAll, showFields, startFields } from "./fields.js";
import { startKeeper } from "./keeper.js";
import { startProgress } from "./progress.js";
import { startReading } from "./reading.js";
import { startScripts } from "./scripts.js";
import { startSwitch } from "./switch.js";

globalThis.vademecum = { checkDay, desk, isShort, showAll, showFields }; // for shared.js
apart(watchFaults);
apart(startFields, stopped);
apart(startKeeper, stopped);
for (const start of [startProgress, startScripts, startReading, startSwitch]) apart(start);
