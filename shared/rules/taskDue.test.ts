// When a task is due and overdue, by a table; a day ends when the firm's day ends.
import { expect, test } from 'vitest'
import { isDueBy, isOverdue } from './taskDue.ts'

const at = (text: string): number => Date.parse(`2026-03-${text}:00Z`)
const NOW = at('03T12:00')
/** A day that ends at four in the morning. */
const DAY = { date: '2026-03-03', dayEndAt: at('04T04:00') }

test.each([
  ['due yesterday', { dueDate: '2026-03-02', startAt: null, endAt: null }, true, true],
  ['due today', { dueDate: '2026-03-03', startAt: null, endAt: null }, false, true],
  ['due tomorrow', { dueDate: '2026-03-04', startAt: null, endAt: null }, false, false],
  ['over since noon', { dueDate: null, startAt: at('03T11:00'), endAt: NOW - 1 }, true, true],
  ['going on', { dueDate: null, startAt: at('03T11:00'), endAt: NOW }, false, true],
  ['late at night', { dueDate: null, startAt: at('04T03:59'), endAt: at('04T05:00') }, false, true],
  ['the next morning', { dueDate: null, startAt: at('04T04:00'), endAt: at('04T05:00') }, false, false],
  ['without a date', { dueDate: null, startAt: null, endAt: null }, false, false],
] as const)('A10 %s', (_, times, overdue, due) => {
  expect(isOverdue({ ...times, status: 'Open' }, NOW, DAY.date)).toBe(overdue)
  expect(isOverdue({ ...times, status: 'Done' }, NOW, DAY.date)).toBe(false)
  expect(isDueBy(times, DAY)).toBe(due)
})
