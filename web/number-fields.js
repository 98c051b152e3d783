// How number fields are read and shown, for the first script: a page that has such fields loads this before it.
import { keptNumber, shownNumber } from "./numbers.js";

globalThis.vademecumNumbers = { keptNumber, shownNumber };
