import { expect, test } from 'vitest'
import { parseMoment } from './parseMoment.ts'

const read = (text: string, locale = 'en-GB') => parseMoment(text, '2026-03-03', '2026-03-10', locale)

test('E4 a time alone is on the day that it was on; with a date it is on that', () => {
  expect(read('9:02')).toEqual({ date: '2026-03-03', time: '09:02' })
  expect(read('9 pm')).toEqual({ date: '2026-03-03', time: '21:00' })
  expect(read('04/03/2026 09:15')).toEqual({ date: '2026-03-04', time: '09:15' })
  expect(read('04/03/2026, 09:15')).toEqual({ date: '2026-03-04', time: '09:15' })
  expect(read('04.03.2026 9:15', 'de-DE')).toEqual({ date: '2026-03-04', time: '09:15' })
  expect(read('3/4/2026 9:15 pm', 'en-US')).toEqual({ date: '2026-03-04', time: '21:15' })
  expect(read('yesterday 17')).toEqual({ date: '2026-03-09', time: '17:00' })
})

test('E4 what is no moment is not guessed at', () => {
  for (const text of ['', 'soon', '25:00', '04/03/2026', '31/02/2026 9:00', '9:00 04/03/2026'])
    expect(read(text), text).toBeNull()
})

test('K12 what a time replaces says which half of the day is meant, and 24:00 is the next day', () => {
  const over = (text: string, replaced: string) =>
    parseMoment(text, '2026-03-03', '2026-03-10', 'en-US', replaced)
  expect(over('2:45', '14:55')).toEqual({ date: '2026-03-03', time: '14:45' })
  expect(over('3/4/2026 2:45', '14:55')).toEqual({ date: '2026-03-04', time: '14:45' })
  expect(read('24:00')).toEqual({ date: '2026-03-04', time: '00:00' })
})
