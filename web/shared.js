// What the first script shares with those that a page loads besides: they import from here, never a copy of their own.
// Each bundle takes along only what it asks for.

/**
 * @template {keyof typeof vademecum} Name @param {Name} name
 * @returns {(typeof vademecum)[Name]}
 */
const shared = (name) => globalThis.vademecum[name];

export const checkDay = /* @__PURE__ */ shared("checkDay");
export const desk = /* @__PURE__ */ shared("desk");
export const faultWord = /* @__PURE__ */ shared("faultWord");
export const isBeyond = /* @__PURE__ */ shared("isBeyond");
export const isShort = /* @__PURE__ */ shared("isShort");
export const showAll = /* @__PURE__ */ shared("showAll");
