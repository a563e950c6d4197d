// A timer of the command line is watched from its start on: who opens the window later is asked about the time in between (G1).
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { at, openFirm, openTestApp } from '../testing/testApp.ts'
import type { TestApp } from '../testing/testApp.ts'

const CLI = { shell: 'cli', tray: false, globalShortcuts: false, saveDialog: false, windows: false } as const

async function folder(): Promise<{ dataDir: string; customerId: string; categoryId: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-passing-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const f = await openFirm('2026-03-20 08:00', { dataDir })
  await f.app.close()
  return { dataDir, customerId: f.acme, categoryId: f.support }
}

/** A command of the command line at a time. */
async function once<T>(dataDir: string, time: string, act: (app: TestApp) => Promise<T>): Promise<T> {
  const cli = await openTestApp(`2026-03-20 ${time}`, { dataDir, abilities: CLI, newId: randomUUID })
  try {
    return await act(cli)
  } finally {
    await cli.app.close()
  }
}

async function gapsSeenAt(dataDir: string, time: string) {
  const window = await openTestApp(`2026-03-20 ${time}`, { dataDir, newId: randomUUID })
  try {
    return (await window.ok('timer.state', {})).gaps.map(({ from, to }) => [from, to])
  } finally {
    await window.app.close()
  }
}

test('G1 started on the command line, nobody there for 13 minutes: asked about', async () => {
  const { dataDir, ...work } = await folder()
  await once(dataDir, '09:00', (cli) => cli.ok('timer.start', work))
  expect(await gapsSeenAt(dataDir, '09:13')).toEqual([[at('2026-03-20 09:00'), at('2026-03-20 09:13')]])
})

test('G1 a note typed on the command line in between hides nothing of it', async () => {
  const { dataDir, ...work } = await folder()
  const { timerId } = await once(dataDir, '09:00', (cli) => cli.ok('timer.start', work))
  await once(dataDir, '09:20', (cli) => cli.ok('timer.edit', { timerId, startedAt: at('2026-03-20 08:50') }))
  expect(await gapsSeenAt(dataDir, '09:30')).toEqual([[at('2026-03-20 09:00'), at('2026-03-20 09:30')]])
})

test('G1 time before a pause is not asked about after it', async () => {
  const { dataDir, ...work } = await folder()
  const { timerId } = await once(dataDir, '09:00', (cli) => cli.ok('timer.start', work))
  await once(dataDir, '10:00', (cli) => cli.ok('timer.pause', { timerId }))
  await once(dataDir, '11:00', (cli) => cli.ok('timer.resume', { timerId }))
  expect(await gapsSeenAt(dataDir, '11:10')).toEqual([[at('2026-03-20 11:00'), at('2026-03-20 11:10')]])
  await once(dataDir, '11:20', (cli) => cli.ok('timer.stop', { timerId, dialog: false }))
  expect(await gapsSeenAt(dataDir, '12:00')).toEqual([])
})
