// The timer's queries.
import { dayStartAt, msLeftInDay } from '../../shared/base/dayRule.ts'
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { RecentChoice, TimerView, timerQueries } from '../../shared/contract/timer.ts'
import { takesTime } from '../../shared/entities/customer.ts'
import type { Timer } from '../../shared/entities/timer.ts'
import { closeSegments, countedMs, openSegment } from '../../shared/rules/segments.ts'
import type { Data } from '../db/data.ts'
import { readDays } from '../db/totals.ts'
import { dayRule, namedTimers, nameOf, organisationOf, rulesOf, timerRef } from '../reads.ts'
import type { NamedTimer } from '../reads.ts'
import type { QueryHandlers } from './query.ts'

const ORDER = { running: 0, paused: 1, stopped: 2 } as const

export const timerView = ({ timer, ref }: NamedTimer): TimerView => {
  const open = openSegment(timer.segments)
  const closed = timer.segments.filter(({ end }) => end !== null)
  return {
    ...timer,
    userName: ref.userName,
    customerName: ref.customerName,
    categoryName: ref.categoryName,
    projectCode: ref.projectCode,
    projectName: ref.projectName,
    countedMs: countedMs(closed, 0),
    runningSince: open?.start ?? null,
  }
}

const viewOf = (data: Data, timer: Timer): TimerView => timerView({ timer, ref: timerRef(data, timer) })

export const timerViews = (data: Data, userId?: string): TimerView[] =>
  namedTimers(data, userId)
    .map(timerView)
    .sort((a, b) => ORDER[a.state] - ORDER[b.state])

export const timerQueryHandlers: QueryHandlers<keyof typeof timerQueries> = {
  'timer.state': (data, _, { now, today, actor }) => {
    if (actor === null) return ok({ now, timers: [], todayMs: 0, gaps: [] })
    const timers = timerViews(data, actor.userId)
    // Attended time (F5), and of a session that began yesterday only what lies in today (F2): as the page of today counts.
    const recorded = readDays(data, actor.userId, today, today)[0]?.totalMs ?? 0
    const dayStart = dayStartAt(today, dayRule(data))
    const running = timers
      .flatMap((timer) => timer.segments)
      .reduce((sum, { start, end }) => sum + countedMs([{ start: Math.max(start, dayStart), end }], now), 0)
    return ok({
      now,
      timers,
      todayMs: recorded + running,
      gaps: [...data.where('gap', 'user_id = ?', actor.userId)],
    })
  },

  'timer.active': (data, _, { now }) =>
    ok({ now, timers: timerViews(data).filter(({ state }) => state !== 'stopped') }),

  'timer.recents': (data, { limit = 8 }, { actor }) => {
    if (actor === null) return ok([])
    // The newest few hundred sessions name enough different pairs; the index on user and start answers without the rows.
    const rows = data.all<{ customer_id: string | null; category_id: string | null; start_at: number }>(
      'SELECT customer_id, category_id, start_at FROM time_entry WHERE user_id = ? ORDER BY start_at DESC LIMIT 400',
      actor.userId,
    )
    const seen = new Map<string, RecentChoice>()
    for (const { customer_id: customerId, category_id: categoryId, start_at: lastAt } of rows) {
      const key = `${customerId} ${categoryId}`
      if (seen.has(key)) continue
      const customer = customerId === null ? null : data.find('customer', customerId)
      const category = categoryId === null ? null : data.find('category', categoryId)
      if ((customer !== null && !takesTime(customer)) || category?.active === false) continue
      seen.set(key, {
        customerId,
        customerName: customer?.name ?? null,
        categoryId,
        categoryName: category?.name ?? null,
        lastAt,
      })
      if (seen.size >= limit) break
    }
    return ok([...seen.values()])
  },

  'timer.stopPreview': (data, args, { now }) => {
    const timer = data.find('timer', args.timerId)
    const organisation = organisationOf(data)
    if (timer === null || organisation === null) return fail(appError('notFound.timer'))
    const at = args.at ?? now
    const segments = closeSegments(timer.segments, at)
    const durationMs = countedMs(segments, at)
    const start = segments[0]?.start ?? timer.startedAt
    return ok({
      timer: viewOf(data, timer),
      at: timer.state === 'running' ? at : (segments.at(-1)?.end ?? at),
      durationMs,
      durationMinutes: Math.max(1, Math.floor(durationMs / MINUTE_MS)),
      maxMinutes: Math.floor(msLeftInDay(start, dayRule(data)) / MINUTE_MS),
      rules: rulesOf(data, data.find('user', timer.userId)),
      timeLogDialog: organisation.timeLogDialog,
    })
  },

  'draft.list': (data, _, { actor, now }) =>
    ok(
      actor === null
        ? []
        : data
            .where('noteDraft', 'user_id = ? AND expires_at > ? ORDER BY created_at DESC', actor.userId, now)
            .map((draft) => ({
              id: draft.id,
              customerName: nameOf(data, 'customer', draft.customerId),
              categoryName: nameOf(data, 'category', draft.categoryId),
              note: draft.note,
              startedAt: draft.session.startedAt,
              durationMs: countedMs(draft.session.segments, draft.createdAt),
              createdAt: draft.createdAt,
              expiresAt: draft.expiresAt,
            })),
    ),
}
