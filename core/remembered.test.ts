// What a program remembers is what one that has just opened the file reads: whatever is done in it, in another one, and refused (G14).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RequestName } from '../shared/contract/contract.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import type { TestApp } from './testing/testApp.ts'
import { at, openFirm, openTestApp } from './testing/testApp.ts'

// A program that stays for a moment only begins no check of the file.
const UNCHECKED = { firstScreenMs: 3_600_000 }
const NOW = '2026-04-20 09:00'
const MONTHS = ['2026-03', '2026-04'] as const
const DAYS = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'] as const

const KINDS = [
  'add',
  'add',
  'add',
  'edit',
  'remove',
  'undo',
  'contract',
  'country',
  'absence',
  'submit',
  'approve',
  'approvals',
  'breaks',
  'close',
  'open',
  'start',
  'stop',
  'rename',
] as const
type Act = {
  kind: (typeof KINDS)[number]
  there: boolean
  which: number
  day: number
  from: number
  minutes: number
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS),
  there: fc.boolean(),
  which: fc.nat(30),
  day: fc.nat(DAYS.length - 1),
  from: fc.integer({ min: 0, max: 23 }),
  minutes: fc.integer({ min: 1, max: 300 }),
})

const BREAKS = { law: 'DE', own: null }

async function diary({ ok }: Pick<TestApp, 'ok'>, users: readonly string[]): Promise<unknown> {
  const seen = []
  for (const month of MONTHS) {
    seen.push(await ok('diary.month', { month }))
    for (const userId of users) seen.push(await ok('diary.user', { userId, month }))
  }
  for (const userId of users) for (const date of DAYS) seen.push(await ok('diary.day', { userId, date }))
  return seen
}

test('G14 B34 K1 the diary that is remembered is the one that a program which just opened the file reads', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
      const dataDir = temporaryFolder()
      const here = await openFirm(NOW, { dataDir, newId: ids('A'), ...UNCHECKED })
      const there = await openTestApp(NOW, { dataDir, newId: ids('B'), ...UNCHECKED })
      const { userId: bo } = await here.ok('user.add', { name: 'Bo Lund' })
      await here.ok('module.switch', { module: 'absence', on: true })
      const { absenceKindId: kindId } = await here.ok('absenceKind.add', {
        name: 'Leave',
        effect: 'worked',
        vacation: false,
        needsApproval: false,
      })
      const users = [here.ana, bo]
      const entries: string[] = []
      const commits: string[] = []
      try {
        for (const { kind, there: elsewhere, which, day, from, minutes } of acts) {
          const program = elsewhere ? there : here
          const userId = users[which % 2] ?? bo
          const date = DAYS[day] ?? DAYS[0]
          const startAt = at(`${date} ${String(from).padStart(2, '0')}:00`)
          const time = { startAt, endAt: startAt + minutes * 60_000 }
          const entryId = entries[which % Math.max(1, entries.length)] ?? ''
          const whose = { customerId: here.acme, categoryId: here.support }
          const requests: Record<Act['kind'], [RequestName, object]> = {
            add: ['entry.add', { ...time, ...whose, userId }],
            edit: ['entry.edit', { ...time, entryId }],
            remove: ['entry.remove', { entryId }],
            undo: ['change.undo', { commitId: commits[which % Math.max(1, commits.length)] ?? '' }],
            contract: [
              'employment.set',
              {
                userId,
                validFrom: `2026-0${3 + (which % 2)}-01`,
                expectedMinutes: [minutes, minutes, minutes, minutes, minutes, 0, 0],
                expectedMonthMinutes: null,
                wage: { kind: 'hourly', amountMinor: 2_000 + which },
                extraHourMinor: 3_000,
                bonusMinor: 0,
                extraBy: which % 3 === 0 ? 'day' : 'month',
                supplements:
                  which % 5 === 0 ? [{ on: 'night', fromMinute: 1_320, toMinute: 360, percent: 25 }] : [],
              },
            ],
            country: ['organisation.edit', { holidayCountry: which % 2 === 0 ? 'AT' : 'DE' }],
            absence: ['absence.add', { userId, kindId, firstDay: date }],
            submit: ['approval.submit', { userId, from: date, to: date }],
            approve: ['approval.approve', { of: [{ userId, from: date, to: date }] }],
            approvals: ['module.switch', { module: 'approvals', on: which % 2 === 0 }],
            breaks: ['organisation.edit', { breaks: which % 2 === 0 ? BREAKS : null }],
            close: ['period.close', { through: '2026-03-31', overTimers: true }],
            open: ['period.close', { through: null, reason: 'a session is missing' }],
            start: ['timer.start', { ...whose, at: at(NOW) - minutes * 60_000 }],
            stop: [
              'timer.stop',
              { timerId: (await here.ok('timer.state', {})).timers[0]?.id ?? '', dialog: false },
            ],
            rename: ['user.edit', { userId, name: `Somebody ${which}` }],
          }
          if (kind === 'approve') {
            await program.reply('module.switch', { module: 'approvals', on: true })
            await program.app.invoke(...(requests.submit as ['approval.submit', never]))
          }
          const [name, args] = requests[kind]
          // Filled again: what another program wrote meanwhile has emptied it.
          await diary(program, users)
          const reply = await program.app.invoke(name, args as never)
          if (reply.ok) {
            done.add(kind)
            if (reply.commitId !== undefined) commits.push(reply.commitId)
            const value = reply.value as { entryIds?: string[] } | null
            if (value?.entryIds !== undefined) entries.push(...value.entryIds)
          }
          const [seenHere, seenThere] = [await diary(here, users), await diary(there, users)]
          const fresh = await openTestApp(NOW, { dataDir, newId: ids('C'), ...UNCHECKED })
          const wanted = await diary(fresh, users)
          await fresh.app.close()
          expect(seenHere, `${kind} here`).toEqual(wanted)
          expect(seenThere, `${kind} there`).toEqual(wanted)
        }
      } finally {
        await there.app.close()
        await here.app.close()
      }
    }),
    { numRuns: 12 },
  )
  expect([...done].toSorted()).toEqual([...new Set(KINDS)].toSorted())
})

function ids(prefix: string): () => string {
  let count = 0
  return () => `${prefix}D${String(++count).padStart(8, '0')}`
}
