// What stands in a person's calendar as iCalendar: meetings with their rules, tasks, and recorded time; no public holidays, which every
// calendar has by itself.
import ICAL from 'ical.js'
import { dayEndAt, dayStartAt } from '../../../shared/base/dayRule.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { ExportKind } from '../../../shared/contract/organisation.ts'
import type { Meeting } from '../../../shared/entities/meeting.ts'
import type { Task } from '../../../shared/entities/task.ts'
import { isModuleOn } from '../../../shared/rules/module.ts'
import { occurrencesOf } from '../../../shared/rules/occurrences.ts'
import { lastChange } from '../../facts/calendarImport.ts'
import { nameOf } from '../../facts/reads.ts'
import { onlyOf } from '../../facts/sight.ts'
import { tasks } from '../../queries/calendar/tasks.ts'
import { isShown, meetingsIn } from '../../facts/meetings.ts'
import type { ReportContext } from '../context.ts'
import { entriesOfUser } from '../entryRows.ts'
import { entryEvent } from './entryEvent.ts'
import { meetingEvents } from './meetingEvents.ts'
import { taskTodo } from './taskTodo.ts'
import { timeProperty } from './times.ts'
import { zoneComponent } from './zones.ts'

type What = Extract<ExportKind, { kind: 'calendar' }>

export function calendarExport(
  context: ReportContext,
  what: What,
): Result<{ text: string; rows: number }, AppError> {
  const { data, organisation, request } = context
  const user = data.find('user', what.userId)
  if (!isModuleOn(organisation, user, 'calendar'))
    return fail(appError('module.off', { values: { module: 'calendar' } }))
  const meetings = meetingsOf(context, what)
  const events = meetings.flatMap((meeting) =>
    meetingEvents(meeting, {
      organisationZone: organisation.zone,
      changedAt: lastChange(data, 'meeting', meeting.id)?.at ?? null,
      user: (id) => data.find('user', id),
    }),
  )
  const todos = tasksOf(context, what).map((task) =>
    taskTodo(task, {
      changedAt: lastChange(data, 'task', task.id)?.at ?? null,
      customerName: nameOf(data, 'customer', task.customerId),
    }),
  )
  const recorded = entriesOfUser(data, what.userId, what).map((entry) => entryEvent(entry))
  // The library does not count the blank with which a folded line goes on.
  ICAL.foldLength = 74
  const calendar = new ICAL.Component('vcalendar')
  for (const [name, value] of [
    ['version', '2.0'],
    ['prodid', `-//Daybook//Daybook ${request.version}//EN`],
    ['calscale', 'GREGORIAN'],
    ['method', 'PUBLISH'],
    ['x-wr-calname', user?.name ?? 'Daybook'],
    ['x-wr-timezone', organisation.zone],
  ] as const)
    calendar.addPropertyWithValue(name, value)
  for (const [zone, { from, to }] of zonesOf(meetings))
    calendar.addSubcomponent(zoneComponent(zone, from, to))
  const parts = [...events, ...todos, ...recorded]
  for (const part of parts) {
    part.addProperty(timeProperty('dtstamp', [request.now], 'UTC'))
    calendar.addSubcomponent(part)
  }
  return ok({ text: `${calendar.toString()}\r\n`, rows: parts.length })
}

/** Whole series of which an occurrence lies in the range: a rule that was cut would be another one. */
function meetingsOf({ data, query, organisation }: ReportContext, { userId, from, to }: What): Meeting[] {
  const day = { zone: organisation.zone, dayStartMinutes: 0 }
  const [first, last] = [dayStartAt(from, day), dayEndAt(to, day)]
  const only = onlyOf(data, query.actor, 'meeting')
  return meetingsIn(data, first, last, undefined).filter(
    (meeting) =>
      meeting.userIds.includes(userId) &&
      isShown(meeting, only) &&
      occurrencesOf(meeting, first, last).next().done !== true,
  )
}

/** As the calendar shows them: the call that a stopped timer made stands with its recorded time. */
function tasksOf({ data, query, organisation, request }: ReportContext, { userId, from, to }: What): Task[] {
  const { actor } = query
  if (actor === null) return []
  const day = { zone: organisation.zone, dayStartMinutes: 0 }
  const items = tasks(data, {
    first: from,
    last: to,
    from: dayStartAt(from, day),
    until: dayEndAt(to, day),
    now: request.now,
    actor,
    userIds: [userId],
  })
  return items.map(({ id }) => data.find('task', id)).filter((task) => task !== null)
}

/** The zones that times are written in, with the first and the last of them. UTC needs no description. */
function zonesOf(meetings: readonly Meeting[]): Map<string, { from: Instant; to: Instant }> {
  const zones = new Map<string, { from: Instant; to: Instant }>()
  for (const { zone, allDay, firstAt, lastAt, startAt } of meetings) {
    if (zone === 'UTC' || allDay) continue
    const known = zones.get(zone)
    const from = Math.min(firstAt, startAt, known?.from ?? Infinity)
    zones.set(zone, { from, to: Math.max(lastAt, known?.to ?? 0) })
  }
  return zones
}
