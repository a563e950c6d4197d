// The first day of the week where a locale is used.

/** The seven weekdays, 1 Monday … 7 Sunday, in the order of a week that begins with the first. */
export const weekFrom = (first: number): number[] =>
  Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1)

type WeekInfo = { firstDay?: number }

/** 1 Monday … 7 Sunday; Monday where the browser does not know. */
export function weekStartOfLocale(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(locale)
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
