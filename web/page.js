// The first script of every page, deferred: the page is read when it runs.
import { startFields } from "./fields.js";
import "./keeper.js";
import { startReading } from "./reading.js";

startReading();
startFields();
