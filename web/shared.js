// What the first script shares with those that a page loads besides: they import from here, never a copy of their own.
export const { checkDay, desk, faultWord, isBeyond, isShort, showAll } = globalThis.vademecum;
