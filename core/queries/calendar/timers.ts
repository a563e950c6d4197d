// Timers in the calendar: what runs or is paused up to now, what is stopped and waits to be recorded up to its end.
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { namesAlone } from '../../../shared/entities/subject.ts'
import { namedTimers } from '../../facts/reads.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

export const timers: CalendarSource = (data, { from, until, now, userIds }) =>
  userIds
    .flatMap((userId) => namedTimers(data, userId))
    .map(({ timer, ref, colour }): CalendarItem => ({
      ...PLAIN,
      kind: 'timer',
      id: timer.id,
      userId: timer.userId,
      userName: ref.userName,
      startAt: timer.startedAt,
      endAt: timer.state === 'stopped' ? (timer.segments.at(-1)?.end ?? now) : Math.max(now, timer.startedAt),
      names: namesAlone(ref),
      colour,
      state: timer.state,
    }))
    .filter(({ startAt, endAt }) => startAt < until && endAt >= from)
