// A timer that is started on a device of a team is watched there from its first moment on (G1).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { lastAlive } from '../kept/session.ts'
import { at, openFirm } from '../testing/testApp.ts'
import type { TeamState } from '../team/state.ts'
import { setTeamState } from '../team/state.ts'

const TEAM: TeamState = {
  server: 'http://127.0.0.1:9',
  organisationId: 'o',
  userId: 'u',
  deviceId: 'd',
  email: 'ada@example.com',
  phase: 'on',
  version: 1,
  hash: '',
  epoch: 'e',
  epochFrom: 0,
  scope: 'all',
  lastContact: null,
  progress: null,
  behind: null,
  seen: null,
  unrecorded: false,
  handedBack: null,
  problem: null,
}

test.each([
  ['alone', null],
  ['in a team', TEAM],
])('G1 %s, a timer has a sign of life with its start, before any beat', async (_, team) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-watched-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  onTestFinished(() => f.app.close())
  const beside = createData(openDatabase(join(dataDir, 'daybook.db')))
  onTestFinished(() => void beside.db.close())
  if (team !== null) setTeamState(beside, team)
  expect(lastAlive(beside)).toBeNull()
  await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  expect(lastAlive(beside)).toBe(at('2026-03-20 09:00'))
})
