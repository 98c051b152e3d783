// Hand a file to the person: nothing is sent anywhere.

/** Offer ``content`` (a string or bytes) as a download named ``name``. */
export const download = (name, content, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** A name for a file that every system accepts: words of a cluster, a kind, the day. */
export const fileName = (cluster, kind, ending) => {
  const day = new Date().toISOString().slice(0, 10);
  const plain = cluster.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return [plain || "cluster", kind, day].filter(Boolean).join("-") + ending;
};
