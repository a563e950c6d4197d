import { expect, test } from 'vitest'
import { fileStamp, parseFileStamp } from './fileStamp.ts'

test('a stamp is UTC to the second, sorts by time and reads back', () => {
  const now = Date.UTC(2026, 10, 22, 20, 35, 0)
  expect(fileStamp(now + 999)).toBe('2026-11-22T20-35-00Z')
  expect(parseFileStamp(fileStamp(now))).toBe(now)
  expect(fileStamp(-1)).toBe('1969-12-31T23-59-59Z')
  for (const impossible of [
    '2026-13-22T20-35-00Z',
    '2026-02-30T20-35-00Z',
    '2026-11-22T25-35-00Z',
    '2026-11-22T24-00-00Z',
  ])
    expect(parseFileStamp(impossible)).toBeNull()
  expect(parseFileStamp('yesterday')).toBeNull()
})
