// `daybook calendar`: a calendar is written to a file, and one is brought in after a dry run (J2, J3, J5, J6).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/testing/db/temporaryFolder.ts'
import { calendar, event } from '../core/testing/calendarFile.ts'
import { cliOn } from './testing/runCli.ts'

const MARCH = ['--from', '2026-03-01', '--to', '2026-03-31']

test(
  'J2 J3 J5 J6 a calendar is brought in after a dry run, each thing once',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder()
    const { done, json, run, setUp } = cliOn(folder)
    await setUp()
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const office = ['VEVENT', 'UID:office', 'SUMMARY:Office', 'DTSTART;TZID=Office time:20260304T090000']
    const team = file(
      'team.ics',
      calendar(
        event('Review', '20260303T090000'),
        event('Hourly', '20260305T090000', 'RRULE:FREQ=HOURLY;COUNT=9'),
        ['VEVENT', 'UID:fair', 'SUMMARY:Fair', 'DTSTART;VALUE=DATE:20260310'],
        [...office, 'DURATION:PT1H'],
        ['VTODO', 'UID:offer', 'SUMMARY:Offer', 'DUE;VALUE=DATE:20260306'],
        ['VJOURNAL', 'UID:day', 'SUMMARY:Day'],
      ),
    )
    const dry = await done('calendar', 'import', team, '--dry-run')
    expect(dry).toMatch(/New +2026-03-03 09:00 +Review/)
    expect(dry).toMatch(/New +2026-03-10 +Fair/)
    expect(dry).toMatch(/New +2026-03-06 +Offer/)
    expect(dry).toMatch(/Refused +.*Hourly +A meeting repeats at most once a day/)
    expect(dry).toContain('Unknown zone: say --zone "Office time=ZONE"')
    expect(dry).toContain('Not read, as they are no meetings and no tasks: 1.')
    expect(dry).toContain('A dry run, nothing was changed: 3 new, 2 refused.')
    expect((await json('meeting', 'list', ...MARCH)).value.meetings).toHaveLength(0)

    const zone = ['--zone', 'Office time=Asia/Tokyo']
    const { value } = await json('calendar', 'import', team, ...zone)
    expect(value).toMatchObject({ dryRun: false, counts: { new: 4, refused: 1 }, unknownZones: [] })
    // Nine in the morning there is one in the night here.
    expect(await done('meeting', 'list', ...MARCH)).toMatch(/2026-03-04 01:00.*Office/)
    expect(await done('calendar', 'import', team, ...zone)).toContain('Imported: 4 already here, 1 refused.')

    expect((await run('calendar', 'import', team, '--zone', 'Tokyo')).err).toContain('write it like')
    expect((await run('calendar', 'import', join(folder, 'none.ics'))).err).toContain('none.ics')
    expect((await run('calendar', 'import', file('notes.ics', 'hello'))).err).toContain('This is no calendar')
    expect((await run('calendar', 'import', file('cut.ics', 'BEGIN:VCALENDAR\r\n'))).err).toContain(
      'ends in the middle',
    )
  },
)

test('A10 J3 a calendar is written to a file that is known again', { timeout: 180_000 }, async () => {
  const folder = temporaryFolder()
  const { done, json, run, setUp } = cliOn(folder)
  await setUp()
  await done(
    'meeting',
    'add',
    '--title',
    'Review',
    '--start',
    '2026-03-03 09:00',
    '--stop',
    '2026-03-03 10:00',
  )
  await done('task', 'add', '--title', 'Offer', '--due', '2026-03-06')
  const out = join(folder, 'ana.ics')
  expect((await json('calendar', 'export', ...MARCH, '--out', out)).value).toEqual({ file: out, written: 2 })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('SUMMARY:Review\r\n')
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260303T090000\r\n')
  expect(text).toContain('DUE;VALUE=DATE:20260306\r\n')
  expect(await done('calendar', 'import', out, '--dry-run')).toContain('nothing was changed: 2 already here.')

  const wrong = await run('calendar', 'export', ...MARCH, '--out', join(folder, 'ana.xlsx'))
  expect(wrong).toMatchObject({ code: 2 })
  expect(wrong.err).toContain('must end in .ics')
  expect((await run('calendar', 'export', '--from', '2026-03-01', '--out', out)).code).toBe(2)
  expect((await run('calendar', 'export', ...MARCH, '--out', out, '--user', 'Nobody')).err).toContain(
    'Nobody',
  )
})
