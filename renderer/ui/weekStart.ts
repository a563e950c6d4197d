// The first day of the week where a locale is used.

type WeekInfo = { firstDay?: number }

/** 1 Monday … 7 Sunday; Monday where the browser does not know. */
export function weekStartOfLocale(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(locale)
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
