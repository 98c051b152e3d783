// What the button at the foot of the page loads when it is pressed.
import { saveFile } from "./saving.js";

globalThis.vademecumFile = saveFile;
