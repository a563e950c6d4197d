// What people type and paste: durations, moments, dates, names and notes. Read or refused with a reason, never an exception.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_TYPED_MS, parseDuration } from '../shared/base/durationText.ts'
import { parseIso, toIso } from '../shared/base/instant.ts'
import { isLocalDate, isMonth } from '../shared/base/localDate.ts'
import { parseMoney } from '../shared/base/moneyText.ts'
import { isWallTime } from '../shared/base/wallTime.ts'
import { Refusal, UsageError } from '../cli/refusal.ts'
import { readDate, readMonth, readTime } from '../cli/times.ts'
import { parseTime } from '../shared/base/typedTime.ts'
import { parseDate } from '../renderer/ui/fields/parseTyped.ts'
import { MonthSchema } from '../shared/contract/diary.ts'
import { Line, LocalDateSchema, Name, Note } from '../shared/entities/entity.ts'
import { figure } from './figures.ts'
import { hostileText } from './hostileValues.ts'
import { SEED, tries } from './size.ts'

const RUNS = tries(1_500, 10_000)
const params = { seed: SEED, numRuns: RUNS }

/** Text made of what such a text is made of, in any order, and text that is anything. */
const nearly = (alphabet: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: fc.constantFrom(...alphabet.split('')), maxLength: 24 }) },
    { weight: 1, arbitrary: hostileText },
  )

describe('up to 10,000 inputs for each', () => {
  test('D12 durations: a whole number of ms within the limit, or a reason', () => {
    fc.assert(
      fc.property(nearly('0123456789:., hminstdu-−+eE '), (text) => {
        const read = parseDuration(text)
        if (!read.ok) {
          expect(read.error.reason).toMatch(/^(empty|unreadable|negative|tooLarge)$/)
          return
        }
        expect(Number.isInteger(read.value) && read.value >= 0 && read.value <= MAX_TYPED_MS).toBe(true)
      }),
      params,
    )
  })

  test('moments: an instant that reads back, or a reason', () => {
    fc.assert(
      fc.property(
        nearly('0123456789-:TZ+.[]/EuropBlinUTC '),
        fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'Asia/Kolkata'),
        (text, zone) => {
          const read = parseIso(text, zone)
          if (!read.ok) {
            expect(read.error.reason).toMatch(/^(invalid|missing|twice)$/)
            return
          }
          expect(parseIso(toIso(read.value, zone), zone)).toEqual(read)
        },
      ),
      params,
    )
  })

  test('dates, months and times of day: yes or no', () => {
    fc.assert(
      fc.property(nearly('0123456789-:'), (text) => {
        expect(
          [isLocalDate(text), isMonth(text), isWallTime(text)].every((is) => typeof is === 'boolean'),
        ).toBe(true)
        if (LocalDateSchema.safeParse(text).success) expect(isLocalDate(text)).toBe(true)
        if (MonthSchema.safeParse(text).success) expect(isMonth(text)).toBe(true)
      }),
      params,
    )
  })

  test('names, lines and notes: clean and stable, or refused', () => {
    for (const [schema, max] of [
      [Name, 200],
      [Line, 500],
      [Note, 10_000],
    ] as const)
      fc.assert(
        fc.property(hostileText, (text) => {
          const read = schema.safeParse(text)
          if (!read.success) return
          expect(read.data.length).toBeLessThanOrEqual(max)
          expect(schema.parse(read.data)).toBe(read.data)
          expect(read.data.isWellFormed()).toBe(true)
        }),
        params,
      )
  })

  test('B27 times of day in a field: one that there is, the same when read again, or none', () => {
    fc.assert(
      fc.property(nearly('0123456789:.h apmuhr-+'), (text) => {
        const read = parseTime(text)
        if (read === null) return
        // The end of the day is typed as a time of it; onItsDay makes it the first moment of the next.
        expect(isWallTime(read) || read === '24:00', text).toBe(true)
        expect(parseTime(read)).toBe(read)
      }),
      params,
    )
  })

  test('G14 dates in a field: one that there is, the same when read again, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(nearly('0123456789./- '), nearly('-0123456789todayheutegestrnmow')),
        fc.constantFrom('2026-03-01', '2024-02-29', '0001-01-01', '9999-12-31'),
        fc.constantFrom('en-US', 'en-GB', 'de-DE', 'ja-JP', 'ar-EG', 'fa-IR'),
        (text, today, locale) => {
          const read = parseDate(text, today, locale)
          if (read === null) return
          expect(isLocalDate(read), text).toBe(true)
          expect(parseDate(read, today, locale)).toBe(read)
        },
      ),
      params,
    )
  })

  test('times, dates and months on the command line: read, or refused with a sentence', () => {
    const now = Date.UTC(2026, 2, 29, 12)
    const readOrRefused = (read: () => unknown, valid: (value: unknown) => boolean): void => {
      try {
        expect(valid(read())).toBe(true)
      } catch (error) {
        if (error instanceof Refusal) expect(error.error.code).toMatch(/^time\.(invalid|missing|twice)$/)
        else if (!(error instanceof UsageError)) throw error
      }
    }
    fc.assert(
      fc.property(
        nearly('0123456789-:TZ+.[]/ '),
        fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'Australia/Lord_Howe'),
        (text, zone) => {
          readOrRefused(() => readTime(text, now, zone), Number.isSafeInteger)
          readOrRefused(
            () => readDate(text),
            (date) => date === text,
          )
          readOrRefused(
            () => readMonth(text),
            (month) => month === text,
          )
        },
      ),
      params,
    )
  })

  test('money: whole minor units, or a reason', () => {
    fc.assert(
      fc.property(
        nearly("0123456789.,\u00a0 -€EUR'"),
        fc.constantFrom('EUR', 'JPY', 'BHD'),
        (text, currency) => {
          const read = parseMoney(text, currency)
          if (read.ok) expect(Number.isSafeInteger(read.value)).toBe(true)
        },
      ),
      params,
    )
    figure({
      fault: 'random typed durations, moments, dates, times of day, names, notes and amounts',
      ids: 'B27 D12 G14',
      // Names, lines and notes are three; times, dates and months on the command line as well.
      tried: 12 * RUNS,
      unit: 'inputs',
      lost: 0,
      note: 'each read or refused with a reason',
      file: 'parsers',
    })
  })
})
