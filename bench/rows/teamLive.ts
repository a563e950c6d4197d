// From a commit on one device until another one shows it: from the moment that it is asked for there to the moment that the answer with it is
// here, as a screen asks again when it hears of a change. Both are whole devices; the rest of the firm works beside them.
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from '../ask.ts'
import { openCrowd } from '../crowd.ts'
import { inMs, quantile } from '../measure.ts'
import type { Figure, Row } from '../row.ts'
import type { App } from '../../core/ports.ts'
import { joinTeam, lacksPostgres, TEAM_ENTRIES } from '../team.ts'

/** Beside the two that are looked at. */
const DEVICES = [18, 198]
const A_SECOND = 20
/** Of them by the device that is looked at. */
const ITS_OWN = 2
const FOR_MS = 45_000

export const teamLive: Row = {
  name: 'team-live',
  what: 'From a commit on one device to another’s screen',
  floor: '–',
  entries: TEAM_ENTRIES,
  onlyByName: true,
  async run(ctx) {
    if (lacksPostgres(ctx)) return []
    const crowd = await openCrowd(ctx, Math.max(...DEVICES))
    const other = await crowd.open(ctx.scratch())
    try {
      await joinTeam(other, crowd.url)
      const figures: Figure[] = []
      let there = 0
      for (const devices of DEVICES) {
        ctx.say(`  ${devices + 2} devices …`)
        await crowd.connect(devices - there)
        there = devices
        const everyMs = 1000 / (A_SECOND - ITS_OWN)
        await crowd.work(devices, everyMs, 5_000)
        const [ms, { pulls, pushMs }] = await Promise.all([
          shownAfter(crowd.founder, other, FOR_MS),
          crowd.work(devices, everyMs, FOR_MS),
        ])
        figures.push({
          label: `95th percentile, ${devices + 2} devices, ${A_SECOND} commands a second`,
          value: quantile(ms, 0.95),
          unit: 'ms',
          limit: 300,
          better: 'atMost',
          note: `${ms.length} commits, in the middle ${inMs(quantile(ms, 0.5))}; of the others ${pushMs.length} pushes and ${Math.round((pulls * 1000) / FOR_MS)} fetches a second`,
        })
      }
      await crowd.end()
      return figures
    } finally {
      await other.close()
      await crowd.close()
    }
  },
}

async function shownAfter(from: App, to: App, forMs: number): Promise<number[]> {
  const [customer] = (await ask(from, 'customer.list', { status: 'Active', limit: 1 })).rows
  const customerId = customer?.id ?? ''
  const times: number[] = []
  const until = performance.now() + forMs
  for (let count = 1; performance.now() < until; count += 1) {
    const notes = `called ${count} of ${forMs} at ${Math.round(until)}`
    const began = performance.now()
    const shown = new Promise<void>((resolve, reject) => {
      const unsubscribe = to.subscribe((event) => {
        if (event.type !== 'changed') return
        ask(to, 'customer.get', { customerId }).then((seen) => {
          if (seen.notes !== notes) return
          unsubscribe()
          resolve()
        }, reject)
      })
    })
    await ask(from, 'customer.edit', { customerId, notes })
    await shown
    const ms = performance.now() - began
    times.push(ms)
    await wait(Math.max(0, 1000 / ITS_OWN - ms))
  }
  return times
}
