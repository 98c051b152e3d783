// The clusters that this browser holds: separate pieces of work, each in a database of its own, and their list.
import { Database } from "./database.js";
import { newDoc } from "./doc.js";
import { List, newId } from "./list.js";
import { isOld, renew } from "./renew.js";
import { applyRetired } from "./retired.js";
import { deleteStorage, writtenAt } from "./storage.js";
import { cleanStrays } from "./strays.js";
import { FORMAT, Work } from "./work.js";

const LIST = "vademecum.clusters";
const FIRST = "work"; // the one that was there before there were several: its database keeps its name

/** @type {(id: string) => string} */
const databaseOf = (id) => (id === FIRST ? "vademecum.work" : `vademecum.cluster.${id}`);

/** All clusters. */
export class Clusters extends List {
  /** @param {Doc} doc @param {Database} database that keeps the list @param {ClustersOptions} options */
  constructor(
    doc,
    database,
    { current, retired = {}, meanings = async () => ({}), now = () => Date.now() },
  ) {
    super(doc, now);
    this.database = database;
    this.current = current;
    this.retired = retired;
    this.meanings = meanings;
  }

  /**
   * Open the list; ``current`` remembers the chosen cluster ({ get(), set(id) }), ``retired`` what ids became,
   * ``meanings()`` fetches what the keys of tools stand for.
   * @param {ClustersOptions} options
   */
  static async open(options) {
    const doc = newDoc();
    return new Clusters(doc, await Database.open(LIST, doc), options);
  }

  /** Return the id of the cluster to work on: the chosen one, else the first, else a new one. */
  choose() {
    const chosen = this.current.get();
    if (chosen && this.all.includes(chosen)) return chosen;
    return this.all[0] ?? this.add("", this.fact(FIRST, "created") === undefined ? FIRST : newId());
  }

  /**
   * Open the work of a cluster; one of an earlier format becomes today's, retired ids pass on what they hold.
   * @param {string} id
   */
  async work(id) {
    const doc = newDoc();
    const work = new Work(id, doc, await Database.open(databaseOf(id), doc));
    work.place = this.mark(id);
    if (work.format <= FORMAT) cleanStrays(doc);
    if (isOld(work)) renew(work, await this.meanings());
    if (work.format <= FORMAT) applyRetired(work, this.retired);
    return work;
  }

  /**
   * Make a cluster from a history (a copy, a file); return its id once it is written.
   * @param {string} name @param {Uint8Array} state
   */
  async make(name, state) {
    const id = newId();
    const doc = newDoc();
    let database;
    try {
      database = await Database.open(databaseOf(id), doc);
      const work = new Work(id, doc, database);
      work.join(state);
      await work.saved();
      await database.close();
    } catch (error) {
      await database?.close();
      await deleteStorage(databaseOf(id)).catch(() => {});
      throw error;
    }
    this.add(name, id);
    await this.database.saved();
    return id;
  }

  /**
   * Copy a cluster, its records and its history too, under another name; return the id of the copy.
   * @param {string} id @param {string} name
   */
  async duplicate(id, name) {
    const work = await this.work(id);
    try {
      return await this.make(name, work.state());
    } finally {
      await work.database?.close();
    }
  }

  /** When a cluster was last saved in this browser, if it ever was. @param {string} id */
  async keptAt(id) {
    const at = await writtenAt(databaseOf(id));
    return at ? new Date(at) : undefined;
  }

  /** Empty the bin of what has been there for its days. */
  async empty() {
    for (const id of this.outdated) await this.forget(id);
  }

  /** Delete a cluster for good. @param {string} id */
  async forget(id) {
    await deleteStorage(databaseOf(id));
    this.drop(id);
  }
}
