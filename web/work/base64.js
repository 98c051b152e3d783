// Bytes as text, for JSON.

/** Write bytes as base64. @type {(bytes: Uint8Array) => string} */
export const toBase64 = (bytes) => {
  let binary = "";
  for (let n = 0; n < bytes.length; n += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(n, n + 0x8000));
  return btoa(binary);
};

/** Read base64; throws where it is none. @type {(text: string) => Uint8Array} */
export const fromBase64 = (text) => {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let n = 0; n < binary.length; n += 1) bytes[n] = binary.charCodeAt(n);
  return bytes;
};
