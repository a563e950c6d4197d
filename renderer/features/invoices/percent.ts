// Percentages and quantities as people write them: in hundredths within, with the locale's decimal mark on screen.
import { useMemo } from 'react'
import { useFormat } from '../../ui/figures/format.ts'

/** Hundredths of what was typed; null: it is no number with at most two decimals. */
export function hundredthsOf(text: string): number | null {
  const typed = text.trim().replace(/\s*%$/, '').replace(',', '.').replace('−', '-')
  return /^-?\d{1,6}(?:\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : null
}

export function usePercent() {
  const format = useFormat()
  return useMemo(() => {
    const text = (hundredths: number): string =>
      new Intl.NumberFormat(format.locale, { maximumFractionDigits: 2, useGrouping: false }).format(
        hundredths / 100,
      )
    return { text, shown: (hundredths: number): string => format.percent(hundredths / 100) }
  }, [format])
}
