// A device that was away with 1,000 commands of its own meets 1,000 commits of others: what it undoes and decides again, against the same commits
// and the same commands upon the data as they were before.
import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createApp } from '../../core/app.ts'
import type { WritableData } from '../../core/db/data.ts'
import { createData } from '../../core/db/data.ts'
import { closeDatabase, openDatabase } from '../../core/db/open.ts'
import { realClock } from '../../core/node/nodePorts.ts'
import { actorOf } from '../../core/decide.ts'
import { decideAct, headerOf } from '../../core/team/act.ts'
import { applyCommit } from '../../core/team/applyCommit.ts'
import { pendingActs } from '../../core/team/outbox.ts'
import type { Pending } from '../../core/team/outbox.ts'
import type { Incoming } from '../../core/team/rebase.ts'
import { takeIn } from '../../core/team/rebase.ts'
import { createTaking } from '../../core/team/taking.ts'
import { setTeamState } from '../../core/team/state.ts'
import { setCurrentUser } from '../../core/kept/session.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { ask } from '../ask.ts'
import type { BenchData } from '../data.ts'
import { benchPorts, copyOf, NOW } from '../data.ts'
import { comparison, inMs, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'
import { TEAM_ENTRIES, workday, WORK_MS } from '../team.ts'

const ACTS = 1_000
const RUNS = 7

export const teamRebase: Row = {
  name: 'team-rebase',
  what: `${ACTS.toLocaleString('en')} own commands decided again upon ${ACTS.toLocaleString('en')} commits of others`,
  floor: 'the same commits and commands one after another',
  entries: TEAM_ENTRIES,
  async run({ data, scratch, say }) {
    const original = await data(TEAM_ENTRIES)
    const copy = (of: BenchData = original): BenchData => copyOf(of, scratch())
    say('  what others do, and what this device does …')
    const foreign = await commandsOf(copy(), original.userId)
    const commits = foreign.map((act, index): Incoming => ({
      seq: index + 2,
      header: headerOf(act, original.userId),
      effects: act.effects,
    }))
    const away = copy()
    const pending = await commandsOf(away, original.administratorId)
    const userId = original.administratorId
    const scope = { userId, role: 'administrator', colleaguesSeeTime: true } as const
    const times = { ours: [] as number[], floor: [] as number[], pauses: [] as number[] }
    for (let run = 0; run <= RUNS; run += 1) {
      say(`  ${run} of ${RUNS} …`)
      const firm = copy(away)
      const rebased = await within(firm, async (rebase) => {
        const taking = createTaking({
          clock: realClock,
          data: rebase,
          file: firm.file,
          sameFile: () => undefined,
        })
        const news = { commits, answered: new Map(), counters: null, scope, now: NOW }
        // A file that was copied right before is still on its way to the disk.
        rebase.setDevice('bench', 'there')
        const turns = watchTurns(() => rebase.find('user', userId))
        const began = performance.now()
        await taking.inSteps((own) => takeIn(own, news), new AbortController().signal)
        const ms = performance.now() - began
        const pause = await turns.longest()
        await taking.close()
        return { ms, pause, rows: rowsOf(rebase) }
      })
      const plain = await within(copy(), (straight) => {
        const began = performance.now()
        inTransaction(straight, () => {
          straight.run('PRAGMA defer_foreign_keys = ON')
          for (const { header, effects } of commits) applyCommit(straight, header, effects)
          for (const act of pending) {
            const decided = decideAct(straight, act, actorOf(straight, userId))
            if (!decided.ok) throw new Error(JSON.stringify(decided.error))
          }
        })
        return { ms: performance.now() - began, rows: rowsOf(straight) }
      })
      if (rebased.rows !== plain.rows) throw new Error('not the same rows')
      if (run === 0) continue
      times.ours.push(rebased.ms)
      times.floor.push(plain.ms)
      times.pauses.push(rebased.pause)
    }
    const compared = comparison(times.ours, times.floor)
    return [
      ratioFigure('time', compared, 2.5),
      {
        label: 'longest pause of the program',
        value: times.pauses.toSorted((a, b) => a - b)[Math.floor(times.pauses.length / 2)] ?? Number.NaN,
        unit: 'ms',
        limit: 50,
        better: 'atMost',
        note: `between two turns of who reads beside it; ${inMs(compared.ours.medianMs / ACTS)} for each own command in all`,
      },
    ]
  },
}

/** What somebody of the firm does on a device of the team that the server cannot be reached from. */
async function commandsOf(firm: BenchData, userId: Id): Promise<Pending[]> {
  await within(firm, (data) => {
    setCurrentUser(data, userId)
    setTeamState(data, {
      server: 'http://127.0.0.1:9',
      organisationId: 'firm',
      userId,
      deviceId: userId,
      email: 'ana@example.com',
      phase: 'on',
      version: 1,
      hash: '',
      epoch: 'first',
      epochFrom: 0,
      scope: 'administrator',
      lastContact: null,
      progress: null,
      problem: null,
      unrecorded: false,
      handedBack: null,
      behind: null,
      seen: null,
    })
  })
  let now = NOW - (ACTS + 10) * WORK_MS
  const ports = benchPorts(firm.dir)
  const app = await createApp({ ...ports, clock: { ...ports.clock, now: () => now } })
  try {
    const customers = (await ask(app, 'customer.list', { status: 'Active', limit: 50 })).rows
    const categories = await ask(app, 'category.list', { activeOnly: true })
    const next = workday(
      customers.map(({ id }) => id),
      categories.map(({ id }) => id),
    )
    let last = ''
    for (let act = 0; act < ACTS; act += 1) {
      now += WORK_MS
      const { command, args } = next(last, now)
      const reply = await app.invoke(command, args as never)
      if (!reply.ok) throw new Error(`${command}: ${JSON.stringify(reply.error)}`)
      last = reply.commitId ?? ''
    }
  } finally {
    await app.close()
  }
  return within(firm, (data) => pendingActs(data))
}

async function within<T>(firm: BenchData, work: (data: WritableData) => T | Promise<T>): Promise<T> {
  const db = openDatabase(firm.file)
  try {
    return await work(createData(db))
  } finally {
    closeDatabase(db)
  }
}

/** Somebody who reads in every turn that there is, and how long they waited at most for one. */
function watchTurns(read: () => unknown): { longest(): Promise<number> } {
  let longest = 0
  let ended = false
  const watching = (async () => {
    while (!ended) {
      const began = performance.now()
      await nextTurn()
      read()
      longest = Math.max(longest, performance.now() - began)
    }
  })()
  return {
    longest: async () => {
      ended = true
      await watching
      return longest
    },
  }
}

/** Without a turn for anybody else. */
function inTransaction(data: WritableData, work: () => unknown): void {
  data.run('BEGIN IMMEDIATE')
  data.remembering(work)
  data.run('COMMIT')
  data.forget()
}

/** All rows and the totals of days, in one word. */
function rowsOf(data: WritableData): string {
  const sum = createHash('sha256')
  for (const entity of ENTITY_NAMES) sum.update(JSON.stringify(data.where(entity, '1 ORDER BY id')))
  sum.update(JSON.stringify(data.all('SELECT * FROM day_total ORDER BY work_date, user_id')))
  return sum.digest('hex')
}
