// The first script of every page, deferred: the page is read when it runs.
import { isShort } from "./beyond.js";
import { checkDay } from "./dates.js";
import { desk } from "./desk.js";
import { showAll, showFields, startFields } from "./fields.js";
import { startKeeper } from "./keeper.js";
import { startProgress } from "./progress.js";
import { startReading } from "./reading.js";
import { startScripts } from "./scripts.js";

globalThis.vademecum = { checkDay, desk, isShort, showAll, showFields }; // for shared.js
startReading();
startFields();
startProgress();
startKeeper();
startScripts();
