// Owns how a typed duration is understood (spec D12): normalised where it is one, refused where not, never cut.
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/**
 * Why typed text is no duration: nothing typed; not understood; understood but below zero; or longer than
 * MAX_TYPED_MS.
 */
export type DurationProblem = { reason: 'empty' | 'unreadable' | 'negative' | 'tooLarge' }

/** The most that can be typed: 10,000 hours, more than any hours package; beyond it is a slip of the finger. */
export const MAX_TYPED_MS = 36_000_000_000

const NUMBER = /^(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)$/
const COLONS = /^([0-9]*):([0-9]+)(?::([0-9]+))?(?:\s*(\p{L}+)\.?)?$/iu

const HOUR_WORDS =
  'h hr hrs hour hours std stunde stunden heure heures hora horas godz godzina godziny godzin س ساعة ساعات'.split(
    ' ',
  )
const MINUTE_WORDS =
  'm min mins minute minutes minuten minuto minutos minuta minuty minut د دقيقة دقائق'.split(' ')
const SECOND_WORDS =
  's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos sekunda sekundy sekund ث ثانية ثوان'.split(
    ' ',
  )
const MS_OF_UNIT = new Map<string, number>([
  ...HOUR_WORDS.map((word) => [word, 3_600_000] as const),
  ...MINUTE_WORDS.map((word) => [word, 60_000] as const),
  ...SECOND_WORDS.map((word) => [word, 1000] as const),
])

/**
 * Reads '1:30', ':125' (2:05), '1:80' (2:20), '1:30:15', '2' (hours), '2.5', '2,5', '2h', '2h 30min', '2h30', '90min',
 * '2 Std. 30 Min.' as ms, to the nearest ms. Zero is a duration; whether it is allowed is the caller's rule.
 */
export function parseDuration(text: string): Result<number, DurationProblem> {
  const typed = text.trim()
  if (typed === '') return fail({ reason: 'empty' })
  const negative = typed.startsWith('-') || typed.startsWith('−')
  const ms = readSize(negative ? typed.slice(1).trimStart() : typed)
  if (ms === undefined) return fail({ reason: 'unreadable' })
  if (negative) return fail({ reason: 'negative' })
  if (ms > MAX_TYPED_MS) return fail({ reason: 'tooLarge' })
  return ok(Math.round(ms))
}

function readSize(text: string): number | undefined {
  if (NUMBER.test(text)) return decimal(text) * 3_600_000
  const colons = COLONS.exec(text)
  if (colons !== null) {
    const [, hours = '', minutes = '', seconds = '0', unit] = colons
    if (unit !== undefined && !HOUR_WORDS.includes(unit.toLowerCase())) return undefined
    return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
  }
  return readUnits(text)
}

/** '2h 30min': each unit at most once, the larger first, and nothing left over; after the hours, two digits are minutes ('2h30'). */
function readUnits(typed: string): number | undefined {
  const text = typed.replace(/(?<=h\s*)([0-9]{2})$/i, '$1min')
  let sum: number | undefined
  let previousUnitMs = Infinity
  const numberAndUnit = /\s*([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)\s*(\p{L}+)\.?/iuy
  while (numberAndUnit.lastIndex < text.length) {
    const [, count, unit] = numberAndUnit.exec(text) ?? []
    const unitMs = unit === undefined ? undefined : MS_OF_UNIT.get(unit.toLowerCase())
    if (count === undefined || unitMs === undefined || unitMs >= previousUnitMs) return undefined
    sum = (sum ?? 0) + decimal(count) * unitMs
    previousUnitMs = unitMs
  }
  return sum
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
