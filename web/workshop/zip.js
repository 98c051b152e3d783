// An archive of texts (ZIP, APPNOTE 6.3), nothing compressed: a document of some pages needs no more. Pure.

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
const DAY = 0x21; // 1 January 1980: an archive of the same texts is the same
const UTF8 = 0x0800;

/** The sum by which an archive knows its files (CRC-32). @type {(bytes: Uint8Array) => number} */
export const checksum = (bytes) => {
  let sum = -1;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
};

/**
 * Write numbers, each in so many bytes, the lowest first.
 * @type {(fields: [bytes: number, value: number][]) => Uint8Array}
 */
const packed = (fields) =>
  Uint8Array.from(
    fields.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, n) => (value >>> (8 * n)) & 0xff),
    ),
  );

/** @type {(parts: Uint8Array[]) => Uint8Array<ArrayBuffer>} */
const joined = (parts) => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** What both heads of a file say of it. @type {(name: Uint8Array, content: Uint8Array) => [number, number][]} */
const facts = (name, content) => [
  [2, 20], // version needed
  [2, UTF8],
  [2, 0], // stored as it is
  [2, 0], // time
  [2, DAY],
  [4, checksum(content)],
  [4, content.length],
  [4, content.length],
  [2, name.length],
  [2, 0],
];

/** @type {(files: Record<string, string>) => Uint8Array<ArrayBuffer>} */
export const archive = (files) => {
  const encoder = new TextEncoder();
  /** @type {[Uint8Array[], Uint8Array[]]} */
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const about = facts(name, content);
    const head = packed([[4, 0x04034b50], ...about]);
    const entry = packed([
      [4, 0x02014b50],
      [2, 20],
      ...about,
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ]);
    parts.push(head, name, content);
    directory.push(entry, name);
    at += head.length + name.length + content.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const n = directory.length / 2;
  const end = packed([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, n],
    [2, n],
    [4, length],
    [4, at],
    [2, 0],
  ]);
  return joined([...parts, ...directory, end]);
};
