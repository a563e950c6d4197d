// Proves that an address of the diary points where it says, and a wrong one nowhere else.
import { expect, test } from 'vitest'
import { diaryAddress, diaryPath } from './diaryAddress.ts'

test('B33 B35 B38 the three levels have their addresses', () => {
  expect(diaryAddress('/diary')).toEqual({ level: 'none' })
  expect(diaryAddress('/diary/2026-03')).toEqual({ level: 'month', month: '2026-03' })
  expect(diaryAddress(diaryPath('2026-03', 'u 1/2'))).toEqual({
    level: 'user',
    month: '2026-03',
    userId: 'u 1/2',
    date: null,
  })
  expect(diaryAddress('/diary/2026-03/u/2026-03-03')).toMatchObject({ level: 'user', date: '2026-03-03' })
})

test('B38 a day of another month, or none of the calendar, is not opened over this month', () => {
  expect(diaryAddress('/diary/2026-03/u/2026-04-01')).toMatchObject({ date: null })
  expect(diaryAddress('/diary/2026-02/u/2026-02-30')).toMatchObject({ date: null })
  expect(diaryAddress('/diary/2026-13')).toEqual({ level: 'wrong', month: '2026-13' })
})
