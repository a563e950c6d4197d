// What is said of a meeting: how often it takes place, and what a change made of its time in the log.
import { useTranslation } from 'react-i18next'
import type { LogCounts } from '../../../shared/contract/meeting.ts'
import { dateIn, repeatOf, startsOf } from '../../../shared/rules/occurrences.ts'
import { useFormat } from '../../ui/figures/format.ts'

/** What was done, and what became of log items, a sentence each. */
export function useLogWords(): (done: string, log: LogCounts) => string {
  const { t } = useTranslation('meetings')
  return (done, { recorded, moved, removed, stayed }) =>
    [
      done,
      ...(recorded > 0 ? [t('log.recorded', { count: recorded })] : []),
      ...(moved > 0 ? [t('log.moved', { count: moved })] : []),
      ...(removed > 0 ? [t('log.removed', { count: removed })] : []),
      ...(stayed > 0 ? [t('log.stayed', { count: stayed })] : []),
    ].join(' ')
}

export type Repeated = {
  startAt: number | null
  endAt: number | null
  zone: string
  allDay: boolean
  repeat: string
}

/** How many times it takes place and when for the last time; null: its rule cannot be read, or never ends. */
export function useFollows(): (of: Repeated) => string | null {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  return ({ startAt, endAt, zone, allDay, repeat }) => {
    if (startAt === null || endAt === null || repeat === '') return null
    const begin = { startAt, endAt, zone, allDay, repeat }
    const rule = repeatOf(begin)
    if (!rule.ok || rule.value === null || (rule.value.count === null && rule.value.until === null))
      return null
    let count = 0
    let last = startAt
    for (const at of startsOf(begin)) {
      count += 1
      last = at
    }
    return t('repeat.follows', { count, last: format.date(dateIn(last, zone), 'long') })
  }
}
