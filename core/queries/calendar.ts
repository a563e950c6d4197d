// The calendar's query: its sources one after the other, each narrowed to whom the asker may see.
import { dayEndAt, dayStartAt } from '../../shared/base/dayRule.ts'
import { ok } from '../../shared/base/result.ts'
import type { CalendarKind, calendarQueries } from '../../shared/contract/calendar.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { onlyOf } from '../facts/sight.ts'
import { dayRule } from '../facts/reads.ts'
import { absences } from './calendar/absences.ts'
import { entries } from './calendar/entries.ts'
import { holidays } from './calendar/holidays.ts'
import { meetings, withoutTheirTime } from './calendar/meetings.ts'
import type { CalendarSource } from './calendar/source.ts'
import { tasks } from './calendar/tasks.ts'
import { timers } from './calendar/timers.ts'
import type { QueryHandlers } from './query.ts'

/** `of`: the noun that says whom it is shown to. */
const SOURCES: Record<CalendarKind, { of: EntityName; read: CalendarSource }> = {
  entry: { of: 'timeEntry', read: entries },
  timer: { of: 'timer', read: timers },
  task: { of: 'task', read: tasks },
  meeting: { of: 'meeting', read: meetings },
  absence: { of: 'absence', read: absences },
  holiday: { of: 'organisation', read: holidays },
}

export const calendarQueryHandlers: QueryHandlers<keyof typeof calendarQueries> = {
  'calendar.range': (data, { from: first, to: last, userIds }, { actor, now }) => {
    if (actor === null) return ok({ items: [], onlyYours: false })
    const rule = { zone: dayRule(data).zone, dayStartMinutes: 0 }
    const asked = [...new Set(userIds ?? [actor.userId])]
    const items = Object.values(SOURCES).flatMap(({ of, read }) => {
      const only = onlyOf(data, actor, of)
      return read(data, {
        first,
        last,
        from: dayStartAt(first, rule),
        until: dayEndAt(last, rule),
        now,
        actor,
        userIds: asked.filter((userId) => only === null || userId === only),
      })
    })
    return ok({ items: withoutTheirTime(items), onlyYours: onlyOf(data, actor, 'timeEntry') !== null })
  },
}
