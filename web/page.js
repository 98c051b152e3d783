// The first script of every page, deferred: the page is read when it runs. Keeping starts first; a fault in one part
// takes nothing from the others.
import { startArrival } from "./arrival.js";
import { isBeyond, isShort } from "./beyond.js";
import { checkDay } from "./dates.js";
import { desk } from "./desk.js";
import { apart, stopped, watchFaults } from "./faults.js";
import { showAll, startFields } from "./fields.js";
import { startFoot } from "./foot.js";
import { startKeeper } from "./keeper.js";
import { startReading } from "./reading.js";
import { faultWord } from "./remarks.js";
import { startScripts } from "./scripts.js";
import { startSwitch } from "./switch.js";

globalThis.vademecum = { checkDay, desk, faultWord, isBeyond, isShort, showAll }; // for shared.js
apart(watchFaults);
apart(startFields, stopped);
apart(startKeeper, stopped);
apart(() => startArrival(startScripts()));
for (const start of [startReading, startFoot, startSwitch]) apart(start);
