// Text, dates and instants as they are let in: cleaned, never cut, and within the calendar with room around.
import { describe, expect, test } from 'vitest'
import { InstantSchema, LocalDateSchema, Name, Note } from './entity.ts'

const FAMILY = '👨‍👩‍👧‍👦'

describe('texts are refused when too long, never cut', () => {
  test('a name of 199 letters and an emoji of 11 units', () => {
    expect(Name.safeParse('n'.repeat(199) + FAMILY).success).toBe(false)
    expect(Name.parse('n'.repeat(189) + FAMILY)).toHaveLength(200)
  })

  test('a note of 10,000 letters and an emoji', () => {
    expect(Note.safeParse(`${'x'.repeat(10_000)}🙂`).success).toBe(false)
    expect(Note.parse(`${'x'.repeat(9_998)}🙂`)).toHaveLength(10_000)
  })

  test('what a name may lose in cleaning does not count, and nonsense of megabytes is not even cleaned', () => {
    expect(Name.parse(`  ${'n'.repeat(200)}\t `)).toHaveLength(200)
    expect(Name.safeParse(' '.repeat(5_000_000)).success).toBe(false)
  })
})

test('F8 dates and instants have room around them for weeks, day ends and zones', () => {
  expect(LocalDateSchema.safeParse('0001-01-01').success).toBe(false)
  expect(LocalDateSchema.safeParse('9999-12-31').success).toBe(false)
  expect(LocalDateSchema.safeParse('2028-02-29').success).toBe(true)
  expect(InstantSchema.safeParse(253_402_300_799_999).success).toBe(false)
  expect(InstantSchema.safeParse(253_370_764_799_999).success).toBe(true)
})
