// Two hundred devices of one organisation at work: how long a push takes then against one device alone, and the server's memory.
import { inMs, quantile } from '../measure.ts'
import { openCrowd } from '../crowd.ts'
import type { Row } from '../row.ts'
import { lacksPostgres, TEAM_ENTRIES } from '../team.ts'

const DEVICES = 200
const A_SECOND = 20
const FOR_MS = 120_000

export const teamCrowd: Row = {
  name: 'team-crowd',
  what: '200 devices of one organisation at work',
  floor: 'one device alone',
  entries: TEAM_ENTRIES,
  onlyByName: true,
  async run(ctx) {
    if (lacksPostgres(ctx)) return []
    const { say } = ctx
    const crowd = await openCrowd(ctx, DEVICES)
    try {
      const begunMb = await crowd.peakMb()
      await crowd.connect(1)
      await crowd.work(1, 100, 5_000)
      say('  one device …')
      const alone = await crowd.work(1, 1000 / A_SECOND, 15_000)
      say(`  ${DEVICES} devices …`)
      await crowd.connect(DEVICES - 1)
      await crowd.work(DEVICES, 1000 / A_SECOND, 15_000)
      const all = await crowd.work(DEVICES, 1000 / A_SECOND, FOR_MS)
      const acts = await crowd.end()
      const [ours, floor] = [all, alone].map(({ pushMs }) => quantile(pushMs, 0.95)) as [number, number]
      const middle = [all, alone].map(({ pushMs }) => inMs(quantile(pushMs, 0.5)))
      return [
        {
          label: 'a push, 95th percentile',
          value: ours / floor,
          unit: '×',
          limit: 3,
          better: 'atMost',
          ours: inMs(ours),
          floor: inMs(floor),
          note: `${A_SECOND} commands a second, ${all.pushMs.length} pushes; in the middle ${middle.join(' and ')}; ${Math.round((all.pulls * 1000) / FOR_MS)} fetches a second; all ${acts} acts are there, every device holds the newest hash`,
        },
        {
          label: 'the server’s memory at most',
          value: await crowd.peakMb(),
          unit: 'MB',
          limit: 400,
          better: 'atMost',
          note: `${Math.round(begunMb)} MB once the firm had become a team`,
        },
      ]
    } finally {
      await crowd.close()
    }
  },
}
