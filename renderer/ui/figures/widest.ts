// The longest texts that a moment, a time or a date can be written as in a locale, so that columns are as wide as they need (K14).
import { useMemo } from 'react'
import { createFormat, useFormat } from './format.ts'
import type { Format } from './format.ts'

export type Widest = ReturnType<typeof widestOf>

/** Each month by its name, with a day of two figures, before and after noon: digits are of one width, words are not. */
export function widestOf({ locale, currency }: Pick<Format, 'locale' | 'currency'>) {
  const format = createFormat(locale, 'UTC', currency)
  const moments = Array.from({ length: 12 }, (_, month) => [
    Date.UTC(2028, month, 28, 10, 58),
    Date.UTC(2028, month, 28, 22, 58),
  ]).flat()
  const dates = moments.map((at) => format.local(at).date)
  const unique = (texts: string[]) => [...new Set(texts)]
  return {
    dateTimes: unique(moments.map(format.dateTime)),
    times: unique(moments.map(format.time)),
    /** '28.12.2028', as lists write days. */
    shortDates: unique(dates.map((date) => format.date(date, 'short'))),
    dates: unique(dates.map((date) => format.date(date))),
    /** '28.12.2028 22:58': a short date and a time, as lists write them. */
    shortDateTimes: unique(
      moments.map((at) => `${format.date(format.local(at).date, 'short')} ${format.time(at)}`),
    ),
  }
}

export function useWidest(): Widest {
  const { locale, currency } = useFormat()
  return useMemo(() => widestOf({ locale, currency }), [locale, currency])
}
