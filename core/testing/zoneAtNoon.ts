// For tests by the real clock.

/**
 * A zone in which it is noon now, give or take half an hour, so that no test ever runs over midnight: what was worked in the
 * last hours lies in today. A test of clock changes names a zone of its own.
 */
export function zoneAtNoon(now: number): string {
  const offset = 12 - new Date(now).getUTCHours()
  if (offset === 0) return 'UTC'
  // The signs of these zones are those of POSIX: Etc/GMT-3 is three hours ahead of Greenwich.
  return offset > 0 ? `Etc/GMT-${offset}` : `Etc/GMT+${-offset}`
}
