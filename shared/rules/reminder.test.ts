// When a reminder is due, by table and by property.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remindersDue } from './reminder.ts'
import type { ReminderFacts } from './reminder.ts'

const HOUR = 3_600_000
const all = { nothingRuns: true, longTimer: true, gaps: true }
const at = (hour: number) => hour * HOUR
const facts = (over: Partial<ReminderFacts>): ReminderFacts => ({
  now: at(11),
  date: '2026-03-03',
  wallTime: '11:00',
  expectedMs: 8 * HOUR,
  attendedMs: 0,
  recorded: [],
  timers: [],
  maxSessionMs: null,
  ...over,
})
const timer = (hours: number, running = true) => ({ id: 'T1', running, countedMs: hours * HOUR })
const worked = (start: number, end: number) => ({ start: at(start), end: at(end) })

test.each<[string, Partial<ReminderFacts>, string[]]>([
  ['a working morning without a timer', {}, ['nothingRuns']],
  ['before nine', { wallTime: '08:59' }, []],
  ['from five on', { wallTime: '17:00' }, []],
  ['a day off', { expectedMs: 0 }, []],
  ['the hours are done', { attendedMs: 8 * HOUR }, []],
  ['a timer runs', { timers: [timer(1)] }, []],
  ['a timer is paused', { timers: [timer(1, false)] }, []],
  ['half an hour after the last work', { recorded: [worked(8, 10.5)] }, []],
  ['an hour after the last work', { recorded: [worked(8, 10)] }, ['nothingRuns']],
  ['ten hours in one go', { timers: [timer(10)] }, ['longTimer']],
  ['a paused timer is not running long', { timers: [timer(12, false)] }, []],
  ['longer than the rules allow', { timers: [timer(4)], maxSessionMs: 4 * HOUR }, ['longTimer']],
  ['rules that allow more change nothing', { timers: [timer(10)], maxSessionMs: 20 * HOUR }, ['longTimer']],
  [
    'a hole in the day, in the evening',
    { wallTime: '17:00', recorded: [worked(13, 17), worked(9, 11)] },
    ['gaps'],
  ],
  ['in the day nobody is disturbed', { wallTime: '16:59', recorded: [worked(9, 11), worked(13, 16.5)] }, []],
  ['a lunch is no hole', { wallTime: '18:00', recorded: [worked(9, 12), worked(13, 17)] }, []],
  [
    'work inside other work leaves no hole',
    { wallTime: '18:00', recorded: [worked(9, 17), worked(10, 11)] },
    [],
  ],
  ['somebody still works', { wallTime: '18:00', recorded: [worked(9, 11)], timers: [timer(1)] }, []],
])('J11 %s', (_name, over, kinds) => {
  expect(remindersDue(facts(over), all, new Set()).map(({ kind }) => kind)).toEqual(kinds)
})

test('J11 each is said once, and again only after something has changed', () => {
  const [first] = remindersDue(facts({}), all, new Set())
  const said = new Set([first?.key ?? ''])
  expect(remindersDue(facts({ now: at(12), wallTime: '12:00' }), all, said)).toEqual([])
  expect(
    remindersDue(facts({ now: at(15), wallTime: '15:00', recorded: [worked(12, 13)] }), all, said),
  ).toHaveLength(1)
})

test('J11 what is switched off is never due', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 4 }))
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 2 }),
      fc.integer({ min: 0, max: 23 }),
      fc.record({ nothingRuns: fc.boolean(), longTimer: fc.boolean(), gaps: fc.boolean() }),
      (spans, hours, hour, wanted) => {
        const due = remindersDue(
          facts({
            now: at(hour),
            wallTime: `${String(hour).padStart(2, '0')}:00`,
            recorded: spans.map(([start, length]) => worked(start, start + length)),
            timers: hours.map((counted) => timer(counted)),
          }),
          wanted,
          new Set(),
        )
        for (const { kind } of due) expect(wanted[kind]).toBe(true)
      },
    ),
  )
})
