// A team under bad weather, by a seed: two server processes' worth of servers on one PostgreSQL, four devices of three people, two of them
// one person's. At the end everything that was accepted counts once or is told of, and each device holds what its user may see of the truth
// (teamRun.ts). The last test takes the lock away and sees that this would be noticed.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { way } from '../core/team/way.ts'
import { LOCK } from '../server/organisation.ts'
import type { World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'
import { realClock } from '../core/node/nodePorts.ts'
import { LIMIT_MS, SEEDS, STEPS } from './size.ts'
import { openFirm, setClock } from './teamFirm.ts'
import { simulate } from './teamRun.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

describe.skipIf(NO_POSTGRES !== null)('H11 H18 a team in bad weather, served by two processes', () => {
  test.each(SEEDS(1, 50))(
    'H11 H18 nothing is lost, doubled, or silently different (seed %i)',
    { timeout: LIMIT_MS },
    async (seed) => {
      const steps = STEPS(60, 10_000)
      const run = await simulate(world, seed, steps).catch((error: unknown) => {
        // At once: the other seeds may take hours.
        console.error(
          `seed ${seed} failed; again: npm run test:hostile -- team --seeds=${seed} --steps=${steps}`,
          error,
        )
        throw error
      })
      console.log(`seed ${seed}: ${JSON.stringify(run)}`)
    },
  )

  test('without the lock it would be noticed', { timeout: 120_000 }, async () => {
    const { databaseUrl, first, members } = await openFirm(world, setClock(realClock.now()))
    const other = await world.server(databaseUrl)
    const [ana, bo] = members
    if (ana === undefined || bo === undefined) throw new Error('nobody')
    const kept = LOCK.sql
    LOCK.sql = ''
    let failed = 0
    const route = way.ask
    way.ask = (sent) =>
      route(
        sent.headers.authorization === boToken
          ? { ...sent, url: sent.url.replace(first.url, other.url) }
          : sent,
      )
    let boToken = ''
    try {
      boToken = `Bearer ${readFileSync(join(bo.device.dir, 'daybook-team.token'), 'utf8').trim()}`
      for (let round = 0; round < 20 && failed === 0; round += 1) {
        for (const { device } of [ana, bo])
          for (let n = 0; n < 5; n += 1) await device.ok('customer.add', { name: randomUUID() })
        // Both at once, by two processes: without the lock both take the same numbers.
        const said = await Promise.all([ana, bo].map(({ device }) => device.app.invoke('team.sync', {})))
        failed += said.filter((reply) => !reply.ok).length
      }
    } finally {
      LOCK.sql = kept
      way.ask = route
    }
    expect(failed).toBeGreaterThan(0)
    await first.close()
    await other.close()
  })
})
