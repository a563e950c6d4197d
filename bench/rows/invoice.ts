// An invoice of 1,000 entries, a line each: drafted, and written as a PDF beside the running application.
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ask } from '../ask.ts'
import { copyOf, openApp } from '../data.ts'
import { exportApart } from '../exportApart.ts'
import { inMs, quantile } from '../measure.ts'
import type { Row } from '../row.ts'

const ENTRIES = 100_000
const TAKEN = 1_000
const RUNS = 5

export const invoice: Row = {
  name: 'invoice',
  what: 'invoice of 1,000 entries, a line each',
  floor: '',
  entries: ENTRIES,
  async run({ data, scratch }) {
    const folder = scratch()
    const { dir, largestCustomerId: customerId } = copyOf(await data(ENTRIES), folder)
    const app = await openApp(dir)
    const drafts: number[] = []
    let invoiceId = ''
    try {
      await ask(app, 'rate.set', {
        level: 'customer',
        subjectId: customerId,
        validFrom: '2000-01-01',
        amountMinor: 9_333,
      })
      const entryIds = await ask(app, 'customer.entryIds', { customerId, billable: true, limit: TAKEN })
      for (let run = 0; run <= RUNS; run += 1) {
        if (run > 0) await ask(app, 'invoice.remove', { invoiceId })
        const began = performance.now()
        const draft = await ask(app, 'invoice.draft', { customerId, entryIds, groupBy: 'entry' })
        if (run > 0) drafts.push(performance.now() - began)
        if (draft.lines.length !== TAKEN) throw new Error(`${draft.lines.length} lines`)
        ;({ invoiceId } = draft)
      }
    } finally {
      await app.close()
    }
    const out = join(folder, 'invoice.pdf')
    const written = Array.from({ length: RUNS + 1 }, () =>
      exportApart(dir, { kind: 'invoice', invoiceId, format: 'pdf' }, out),
    ).slice(1)
    const median = (of: (figures: (typeof written)[number]) => number): number =>
      quantile(written.map(of), 0.5)
    const atMost = { better: 'atMost' as const, unit: 'ms' as const }
    return [
      {
        label: 'draft',
        value: quantile(drafts, 0.5),
        limit: 100,
        note: `${RUNS} runs, with its commit`,
        ...atMost,
      },
      {
        label: 'PDF',
        value: median(({ ms }) => ms),
        limit: 1_500,
        note: `${RUNS} runs, from the wish to the durable file, with the start of the thread and its fonts`,
        ...atMost,
      },
      {
        label: 'PDF, longest pause of the main process',
        value: median(({ busyMs }) => busyMs),
        limit: 20,
        note: `its own work between two timers; by the clock ${inMs(median(({ pauseMs }) => pauseMs))}, and ${inMs(median(({ idlePauseMs }) => idlePauseMs))} in an idle second of the same process`,
        ...atMost,
      },
    ]
  },
}
