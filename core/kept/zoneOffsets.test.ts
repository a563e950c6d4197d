// Offsets that one program knew are there for the next, and nothing else is taken for them.
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openForTest } from '../testing/db/openForTest.ts'

const ZONE = 'Europe/Berlin'
const NOON = Date.UTC(2026, 9, 24, 12)
/** On the next day the clocks are set back. */
const HOURS = Array.from({ length: 48 }, (_, hour) => NOON + hour * 3_600_000)
const TRUE = HOURS.map(
  (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6,
)

/** A program's life of its own: what this one knows is unknown to it. */
async function fresh() {
  vi.resetModules()
  const [{ keepOffsets, recallOffsets }, { offsetMsAt }] = await Promise.all([
    import('./zoneOffsets.ts'),
    import('../../shared/base/zoneOffset.ts'),
  ])
  return { keepOffsets, recallOffsets, offsets: () => HOURS.map((at) => offsetMsAt(at, ZONE)) }
}

function memory(): WritableData {
  const db = openForTest(':memory:')
  db.exec('CREATE TABLE device (key text PRIMARY KEY, value text NOT NULL)')
  return createData(db)
}

const row = (data: WritableData): string =>
  data.get<{ value: string }>('SELECT value FROM device')?.value ?? ''

async function keptBy(data: WritableData): Promise<void> {
  const first = await fresh()
  expect(first.offsets()).toEqual(TRUE)
  first.keepOffsets(data, NOON)
}

test('F8 offsets are kept with the change of the clocks in them, and need no second look', async () => {
  const data = memory()
  await keptBy(data)
  const next = await fresh()
  next.recallOffsets(data)
  const intl = vi.spyOn(Intl, 'DateTimeFormat')
  expect(next.offsets()).toEqual(TRUE)
  expect(intl).not.toHaveBeenCalled()
  intl.mockRestore()
  const before = row(data)
  const { changes } =
    data.db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get() ?? {}
  next.keepOffsets(data, NOON)
  expect(row(data)).toBe(before)
  expect(data.db.prepare('SELECT total_changes() AS changes').get()).toEqual({ changes })
})

test('F8 two months later only what is known of those weeks is kept', async () => {
  const data = memory()
  await keptBy(data)
  const next = await fresh()
  next.recallOffsets(data)
  next.keepOffsets(data, NOON + 60 * 86_400_000)
  expect(JSON.parse(row(data)).value).toEqual({ [ZONE]: [] })
})
