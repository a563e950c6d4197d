// From which to which day a list goes. Days whose last is before the first are said to be wrong beside their field, and the list stays
// as it was until they are not.
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { DateField } from './DateField.tsx'
import classes from './DaysFilter.module.css'

type End = 'from' | 'to'
type Days = Record<End, LocalDate | null>

export type DaysFilterProps = Days & {
  labels: Record<End, string>
  /** What stands before each field, where there is room. */
  short?: Record<End, string>
  onChange: (days: Days) => void
}

export function DaysFilter({ from, to, labels, short, onChange }: DaysFilterProps) {
  const { i18n } = useTranslation()
  const [wrong, setWrong] = useState<{ days: Days; at: End } | null>(null)
  // Cleared, or another address: what was wrong is gone with it.
  useEffect(() => setWrong(null), [from, to])
  const shown = wrong?.days ?? { from, to }
  const change = (at: End, date: LocalDate | null) => {
    const days = { ...shown, [at]: date }
    if (days.from !== null && days.to !== null && days.to < days.from) return setWrong({ days, at })
    setWrong(null)
    onChange(days)
  }
  return (
    <span className={classes.days}>
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className={classes.day}>
          {short !== undefined && (
            <Text size="xs" c="dimmed" aria-hidden>
              {short[end]}
            </Text>
          )}
          <DateField
            size="xs"
            label={null}
            aria-label={labels[end]}
            lean="past"
            value={shown[end]}
            error={wrong?.at === end && errorSentence(appError('range.endBeforeStart'), i18n.language)}
            onChange={(date) => change(end, date)}
          />
        </span>
      ))}
    </span>
  )
}
