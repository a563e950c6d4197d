// When a meeting takes place: from a time to a time, or whole days.
import { Checkbox, SimpleGrid, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayEndAt } from '../../../shared/base/dayRule.ts'
import { HOUR_MS } from '../../../shared/base/duration.ts'
import { dateIn } from '../../../shared/rules/occurrences.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { EntryTimes } from '../entries/entryTimes.ts'
import { StartStopFields } from '../planned/StartStopFields.tsx'
import { daysFrom, wholeDays } from './meetingDraft.ts'

export type MeetingTimesProps = {
  times: EntryTimes
  allDay: boolean
  /** Of the meeting: its whole days are those of its own clocks. */
  zone: string
  onChange: (times: EntryTimes, allDay: boolean) => void
  /** Whether it takes whole days belongs to the series. */
  fixedKind: boolean
  startError: ReactNode
  stopError: ReactNode
}

export function MeetingTimes(props: MeetingTimesProps) {
  const { times, allDay, zone, onChange, startError, stopError } = props
  const { t } = useTranslation('meetings')
  const { startAt, endAt } = times
  const rule = { zone, dayStartMinutes: 0 }
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {allDay ? (
          <>
            <DateField
              label={t('firstDay')}
              value={startAt === null ? null : dateIn(startAt, zone)}
              required
              error={startError}
              onChange={(date) =>
                onChange(date === null ? { startAt: null, endAt } : daysFrom(times, date, zone), true)
              }
            />
            <DateField
              label={t('lastDay')}
              value={endAt === null ? null : dateIn(endAt - 1, zone)}
              required
              error={stopError}
              onChange={(date) =>
                onChange({ startAt, endAt: date === null ? null : dayEndAt(date, rule) }, true)
              }
            />
          </>
        ) : (
          <StartStopFields
            times={times}
            startError={startError}
            stopError={stopError}
            onChange={(next) => onChange(next, false)}
          />
        )}
      </SimpleGrid>
      {!props.fixedKind && (
        <Checkbox
          label={t('allDay')}
          checked={allDay}
          onChange={(event) => {
            const is = event.currentTarget.checked
            if (is) return onChange(wholeDays(times, zone), true)
            const nine = startAt === null ? null : startAt + 9 * HOUR_MS
            onChange({ startAt: nine, endAt: nine === null ? null : nine + HOUR_MS }, false)
          }}
        />
      )}
    </Stack>
  )
}
