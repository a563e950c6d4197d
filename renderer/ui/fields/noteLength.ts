// How long a note may be; the same limit as in shared/entities/entity.ts.

export const NOTE_MAX = 10_000

/** Characters over the limit; 0: it fits. */
export const noteTooLong = (text: string): number => Math.max(0, text.length - NOTE_MAX)
