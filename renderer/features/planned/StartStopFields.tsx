// From when to when a meeting or a task is planned: another start moves the stop along.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTimeField } from '../../ui/fields/DateTimeField.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { EntryTimes } from '../entries/entryTimes.ts'
import { endAfter, movedTo } from '../entries/entryTimes.ts'

export type StartStopProps = {
  times: EntryTimes
  onChange: (times: EntryTimes) => void
  startError: ReactNode
  stopError: ReactNode
}

export function StartStopFields({ times, onChange, startError, stopError }: StartStopProps) {
  const { t } = useTranslation('common')
  const { zone } = useFormat()
  const { startAt, endAt } = times
  return (
    <>
      <DateTimeField
        label={t('start')}
        value={startAt}
        required
        lean="nearest"
        error={startError}
        onChange={(next) => onChange(movedTo(times, next))}
      />
      <DateTimeField
        label={t('stop')}
        value={endAt}
        required
        lean="nearest"
        error={stopError}
        onChange={(next, part) => onChange({ startAt, endAt: endAfter(startAt, next, part, zone) })}
      />
    </>
  )
}
