// Time of a day without clock times (F9).

/** A day and an amount of time. No session is without length, so its bounds tell. */
export const isAmount = ({ startAt, endAt }: { startAt: number; endAt: number }): boolean => startAt === endAt
