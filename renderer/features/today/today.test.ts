// Proves how a day is laid out as a list and as a strip.
import { expect, test } from 'vitest'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { NO_SUBJECT } from '../../../shared/entities/subject.ts'
import { dayRows } from './dayRows.ts'
import { dayStrip } from './dayStrip.ts'

const HOUR = 3_600_000
const DAY = Date.UTC(2026, 2, 3)
const at = (hours: number) => DAY + hours * HOUR

const entry = (id: string, from: number, to: number): EntryView => ({
  id,
  sessionId: id,
  userId: 'u',
  ...NO_SUBJECT,
  customerId: 'c',
  categoryId: 'k',
  workDate: '2026-03-03',
  startAt: at(from),
  endAt: at(to),
  durationMs: (to - from) * HOUR,
  segments: [{ start: at(from), end: at(to) }],
  note: '',
  zone: 'UTC',
  source: 'manual',
  taskId: null,
  meetingId: null,
  occurrenceAt: null,
  importKey: '',
  officeId: null,
  departmentId: null,
  officeLabel: null,
  departmentLabel: null,
  userName: 'Ana',
  colour: null,
  customerName: 'Acme',
  categoryName: 'Support',
  overlaps: false,
  linked: false,
  isBillable: true,
})
const timer = (from: number, to: number | null): TimerView => ({
  id: 't',
  userId: 'u',
  ...NO_SUBJECT,
  customerId: 'c',
  categoryId: 'k',
  state: to === null ? 'running' : 'paused',
  startedAt: at(from),
  segments: [{ start: at(from), end: to === null ? null : at(to) }],
  note: '',
  zone: 'UTC',
  taskId: null,
  userName: 'Ana',
  colour: null,
  customerName: 'Acme',
  categoryName: 'Support',
  countedMs: to === null ? 0 : (to - from) * HOUR,
  runningSince: to === null ? at(from) : null,
})

const kinds = (rows: ReturnType<typeof dayRows>) =>
  rows.map((row) =>
    row.kind === 'free' ? `free ${(row.from - DAY) / HOUR}-${(row.to - DAY) / HOUR}` : row.kind,
  )

test('F1 entries stand in order, with the free time between them', () => {
  expect(kinds(dayRows([entry('b', 10.75, 12), entry('a', 9, 10)], [], at(12)))).toEqual([
    'entry',
    'free 10-10.75',
    'entry',
  ])
})

test('F1 a pause of under five minutes is no gap, and the running timer ends the list', () => {
  expect(kinds(dayRows([entry('a', 9, 10)], [timer(10.05, null)], at(11)))).toEqual(['entry', 'timer'])
  expect(kinds(dayRows([entry('a', 9, 10)], [timer(10.5, null)], at(11)))).toEqual([
    'entry',
    'free 10-10.5',
    'timer',
  ])
})

test('F5 where sessions overlap, only what none covers is free', () => {
  const rows = dayRows([entry('a', 8, 12), entry('b', 9, 10), entry('c', 13, 14)], [], at(15))
  expect(kinds(rows)).toEqual(['entry', 'entry', 'free 12-13', 'entry'])
})

test('the strip shows the working hours, and more where there is more', () => {
  const usual = dayStrip([{ key: 'a', from: at(9), to: at(10) }], DAY, at(24))
  expect([(usual.from - DAY) / HOUR, (usual.to - DAY) / HOUR]).toEqual([8, 18])
  expect(usual.blocks[0]).toMatchObject({ key: 'a', top: 10, height: 10, lane: 0, lanes: 1 })
  const early = dayStrip([{ key: 'a', from: at(5.5), to: at(20.25) }], DAY, at(24))
  expect([(early.from - DAY) / HOUR, (early.to - DAY) / HOUR]).toEqual([5, 21])
})

test('F5 overlapping sessions stand side by side, others have the whole width', () => {
  const { blocks } = dayStrip(
    [
      { key: 'a', from: at(8), to: at(12) },
      { key: 'b', from: at(11), to: at(13) },
      { key: 'c', from: at(12), to: at(13) },
      { key: 'd', from: at(14), to: at(15) },
    ],
    DAY,
    at(24),
  )
  expect(blocks.map(({ key, lane, lanes }) => [key, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 2],
    ['d', 0, 1],
  ])
})
