// Proves how start, duration and stop of the Time Log Entry dialog hang together.
import { expect, test } from 'vitest'
import type { StopPreview } from '../../../shared/contract/timer.ts'
import { DEFAULT_RULES } from '../../../shared/entities/rules.ts'
import { NO_SUBJECT } from '../../../shared/entities/subject.ts'
import { problemOf, stopOf, timesOf, withMinutes, withStart, withStop } from './timeLog.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 2, 3, 9, 0)

function preview(minutes: number, pausedMinutes = 0): StopPreview {
  const end = START + (minutes + pausedMinutes) * MINUTE
  return {
    timer: {
      id: 't',
      userId: 'u',
      ...NO_SUBJECT,
      customerId: 'c',
      categoryId: 'k',
      state: 'stopped',
      startedAt: START,
      segments: [{ start: START, end }],
      note: '',
      zone: 'UTC',
      taskId: null,
      userName: 'Ana',
      colour: null,
      customerName: 'Acme',
      categoryName: 'Support',
      countedMs: minutes * MINUTE,
      runningSince: null,
    },
    at: end,
    durationMs: minutes * MINUTE,
    durationMinutes: Math.max(1, Math.floor(minutes)),
    maxMinutes: 900,
    rules: DEFAULT_RULES,
    timeLogDialog: true,
  }
}

test('A17 A19 the dialog opens with the start and the elapsed minutes', () => {
  const times = timesOf(preview(83))
  expect(times).toMatchObject({ startAt: START, minutes: 83, minutesTyped: false })
  expect(stopOf(times)).toBe(START + 83 * MINUTE)
})

test('A19 A6 a pause lies between start and stop but not in the duration', () => {
  const times = timesOf(preview(60, 15))
  expect(times.minutes).toBe(60)
  expect(stopOf(times)).toBe(START + 75 * MINUTE)
  expect(withStop(times, START + 85 * MINUTE).minutes).toBe(70)
})

test('A18 a new start moves the stop; a new stop changes the duration', () => {
  const moved = withStart(timesOf(preview(30)), START - 10 * MINUTE)
  expect(moved.minutes).toBe(30)
  expect(stopOf(moved)).toBe(START + 20 * MINUTE)
  const shorter = withStop(moved, START)
  expect(shorter).toMatchObject({ minutes: 10, minutesTyped: true })
  expect(stopOf(shorter)).toBe(START)
})

test('A21 what was typed may not exceed the day, and is checked again when the start changes', () => {
  const typed = withMinutes(timesOf(preview(10)), 31)
  expect(problemOf(typed, 30)).toBe('exceedsDay')
  expect(problemOf(withMinutes(typed, 30), 30)).toBeNull()
  expect(problemOf(withStart(timesOf(preview(40)), START), 30)).toBe('exceedsDay')
})

test('F2 a session that ran over midnight by itself is not refused', () => {
  expect(problemOf(timesOf(preview(600)), 30)).toBeNull()
})

test('A19 nothing, zero and a stop before the start are no durations', () => {
  const times = timesOf(preview(10))
  expect(problemOf(withMinutes(times, null), 900)).toBe('noDuration')
  expect(problemOf(withMinutes(times, 0), 900)).toBe('zero')
  expect(problemOf(withStop(times, START - MINUTE), 900)).toBe('zero')
  expect(problemOf(withStart(times, null), 900)).toBe('noStart')
})
