// What can go wrong with keeping, by a name for which the page has words: data-<name> of <vm-keeper>.

/** A failure that people are told about; ``name`` is one of refused, full, broken, newer, lost, slow, connection. */
export class Trouble extends Error {
  /** @param {string} name @param {unknown} [cause] */
  constructor(name, cause) {
    super(name, { cause });
    this.name = name;
  }
}

/** Name what a browser's storage complains of. @type {(error: unknown) => Trouble} */
export const troubleOf = (error) => {
  if (error instanceof Trouble) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return new Trouble("full", error);
  if (
    ["NotFoundError", "UnknownError", "DataError", "VersionError", "ConstraintError"].includes(name)
  )
    return new Trouble("broken", error);
  if (["AbortError", "InvalidStateError", "TransactionInactiveError"].includes(name))
    return new Trouble("lost", error);
  return new Trouble("refused", error);
};
