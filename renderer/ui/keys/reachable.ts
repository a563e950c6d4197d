// What scrolls is reached by Tab, or it could not be read to its end without a mouse.

/** Spread onto a box that scrolls and may hold nothing else to focus. */
export const REACHABLE = { tabIndex: 0 } as const
