// `daybook search` as a process on a real data folder.
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { cliOn } from './testing/runCli.ts'

test('G5 sessions are found by their notes, narrowed by user and customer', { timeout: 60_000 }, async () => {
  const { done, json, setUp, logWork } = cliOn(temporaryFolder())
  await setUp()
  const log = (note: string, hour: string) =>
    logWork(`2026-03-02T${hour}:00`, `2026-03-02T${hour}:30`, '--note', note)
  await log('Café painted', '09')
  await log('painted again,\nall of it', '11')
  expect(await done('search', 'painted')).toMatch(/11:00.*painted again, all of it[^]*09:00.*Café painted/)
  expect(await json('search', 'cafe', 'pai', '--customer', 'acme')).toMatchObject({
    code: 0,
    value: {
      entries: [{ note: 'Café painted', customerName: 'Acme', durationSeconds: 1800 }],
      complete: true,
    },
  })
  expect(await done('search', '--user', 'Ana', '--', '-nothing "*')).toBe('No note has these words.\n')
  expect(await json('search')).toMatchObject({ code: 2 })
})
