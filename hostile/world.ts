// A small firm in a real data folder, with an observer beside the application: what the hostile tests act upon.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOUR_MS } from '../shared/base/duration.ts'
import type { Ports } from '../core/ports.ts'
import { at, openFirm } from '../core/testing/testApp.ts'
import type { Firm } from '../core/testing/testApp.ts'
import { observe } from './invariants.ts'
import type { Observer } from './invariants.ts'

export type World = Firm & {
  dataDir: string
  file: string
  observer: Observer
  bo: string
  cy: string
  end(): Promise<void>
}

/** A program that comes and goes: it starts no threads and watches over nothing. */
export const CLI = {
  shell: 'cli',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'daybook-hostile-'))
export const away = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

export type WorldOptions = {
  /** Only what the first version knew: data of older versions can hold nothing else, and its trail cannot speak of it. */
  onlyOld?: boolean
}

/** Three users with their roles, a contract, projects, recorded time, a draft, a gap and a timer of somebody else. */
export async function openWorld(
  start = '2026-03-27 09:00',
  over: Partial<Ports> = {},
  { onlyOld = false }: WorldOptions = {},
): Promise<World> {
  const dataDir = temporary()
  const firm = await openFirm(start, { dataDir, ...over })
  const { ok, clock, acme, globex, support, meeting, ana, app } = firm
  const since = onlyOld ? { startDate: null } : {}
  const { userId: bo } = await ok('user.add', { name: 'Bo Lind', role: 'manager', ...since })
  const { userId: cy } = await ok('user.add', { name: 'Cy Orr', ...since })
  await ok('employment.set', {
    userId: cy,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 2500 },
    extraHourMinor: 3000,
    bonusMinor: 0,
  })
  const website = { customerId: acme, name: 'Website' }
  const projectId = onlyOld ? null : (await ok('project.add', website)).projectId
  if (!onlyOld) await ok('project.add', { customerId: globex, name: 'Audit', completionDate: '2026-03-20' })
  for (const userId of [ana, cy])
    for (const day of ['2026-03-24', '2026-03-25'])
      await ok('entry.add', {
        userId,
        customerId: userId === ana ? acme : null,
        categoryId: meeting,
        projectId: userId === ana ? projectId : null,
        startAt: at(`${day} 09:00`),
        endAt: at(`${day} 12:30`),
        note: 'prepared',
      }).catch(() => null)
  await ok('session.switchUser', { userId: cy })
  const thrown = await ok('timer.start', { customerId: globex, categoryId: support, note: 'thrown away' })
  clock.advance(HOUR_MS)
  await ok('timer.discard', { timerId: thrown.timerId })
  await ok('timer.start', { customerId: acme, categoryId: support, projectId, note: 'somebody else' })
  clock.advance(HOUR_MS)
  app.noteAbsence('sleep', clock.now() - HOUR_MS / 2, clock.now())
  await ok('session.switchUser', { userId: ana })
  if (!onlyOld) {
    await ok('module.switch', { module: 'absence', on: true })
    await ok('absenceKind.addUsual', { vacation: 'Vacation', sickness: 'Sickness', unpaid: 'Unpaid' })
    await ok('entitlement.set', { userId: bo, validFrom: '2026-01-01', hundredths: 3_000 })
  }
  const file = join(dataDir, 'daybook.db')
  const observer = observe(file)
  return {
    ...firm,
    bo,
    cy,
    dataDir,
    file,
    observer,
    end: async () => {
      observer.close()
      await app.close()
      away(dataDir)
    },
  }
}
