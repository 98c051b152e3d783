// Bytes as text, for JSON.

/** Write bytes as base64. */
export const toBase64 = (bytes) => {
  let binary = "";
  for (let n = 0; n < bytes.length; n += 0x8000) binary += String.fromCharCode(...bytes.subarray(n, n + 0x8000));
  return btoa(binary);
};

/** Read base64; throws where it is none. */
export const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
