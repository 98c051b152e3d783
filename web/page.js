// The first script of every page, deferred: the page is read when it runs.
import { startReading } from "./reading.js";
import "./keeper.js";

startReading();
