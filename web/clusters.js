// The script of « Mes clusters », loaded on that page alone: clusters of this browser, files, merges, what is kept where.
import { desk } from "./shared.js";
import "./clusters/list.js";
import "./clusters/merge.js";
import "./clusters/journal.js";
import "./clusters/files.js";
import "./clusters/storage.js";

desk.open().catch(() => {}); // the keeper says why
