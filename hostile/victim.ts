// A whole application that will be killed: does random acts on its data folder and says of each when it begins and when it is
// confirmed. `node hostile/victim.ts FOLDER SEED AHEAD-MS [idle|rest|export|issue|import]`; one JSON line each, written at once.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../core/app.ts'
import { createNodePorts } from '../core/node/nodePorts.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { createRandom } from '../shared/base/random.ts'
import { ACT_NAMES, MAKERS, SELLER } from './acts.ts'
import { observe } from './invariants.ts'

const [folder = '', seed = '0', ahead = '0', only = ''] = process.argv.slice(2)
const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`)
const dice = createRandom(Number(seed))

const ports = createNodePorts({
  dataDir: folder,
  abilities: { shell: 'host', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
})
const real = ports.clock
say({ opens: true })
// Each life begins later than the one before ended, as after a night.
const app = await createApp({
  ...ports,
  firstScreenMs: 0,
  clock: { ...real, now: () => real.now() + Number(ahead) },
})
const observer = observe(join(folder, 'daybook.db'))

async function act(n: number, name: RequestName, args: object): Promise<boolean> {
  say({ begin: n, name, args })
  const reply = await app.invoke(name, args as never)
  say({
    end: n,
    at: real.now() + Number(ahead),
    ok: reply.ok,
    ...(reply.ok ? { commitId: reply.commitId ?? null } : { code: reply.error.code }),
  })
  return reply.ok
}

const { timer, gap } = observer.everything()
say({ hello: real.now() + Number(ahead), timers: timer, gaps: gap })
// For who is killed while opening: opened, it only waits.
if (only === 'idle') await new Promise((resolve) => setTimeout(resolve, 60_000))

const set = await app.invoke('organisation.setUp', {
  organisationName: 'Weber Advisers',
  userName: 'Ana Weber',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  customerName: 'Acme',
})
say({ setUp: set.ok })

// Somebody works and touches nothing: all there is are the signs of life.
if (only === 'rest') {
  const [customerId] = observer.ids('customer')
  const [categoryId] = observer.ids('category')
  if (customerId !== undefined && categoryId !== undefined && observer.ids('timer').length === 0)
    await act(-1, 'timer.start', { customerId, categoryId })
  for (;;) {
    say({ rests: true, at: real.now() + Number(ahead) })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

// Somebody takes workbooks, one after the other: killed at the start, in the middle, or around the moment
// when a file gets its name.
if (only === 'export') {
  const ends: (() => void)[] = []
  app.subscribe((event) => {
    if (event.type !== 'export' || event.job.state === 'running') return
    say({ exported: event.job.state })
    ends.shift()?.()
  })
  for (let n = 0; ; n += 1) {
    const written = new Promise<void>((ended) => ends.push(ended))
    const begun = await act(n, 'export.start', {
      what: { kind: 'payroll', month: '2026-03' },
      path: join(folder, `workbook-${real.now()}-${n}.xlsx`),
    })
    if (begun) await written
    // Not for everybody: who sits there may take none.
    else break
  }
}

// Somebody issues and voids invoices, one after the other, and tells each number to a customer.
if (only === 'issue') {
  const customerId = observer.ids('customer')[0] ?? ''
  const tax = { taxCategory: 'S', percentHundredths: 1_900, exemption: '' } as const
  const line = { text: 'Advice', quantityHundredths: 100, unitPriceMinor: 9_000, tax: null }
  await app.invoke('billingProfile.edit', SELLER)
  await app.invoke('customer.edit', { customerId, address: 'Kai 7', city: 'Hamburg', country: 'DE' })
  const numbered = <R extends { number: string }>(reply: { ok: true; value: R } | { ok: false }): void => {
    if (reply.ok) say({ number: reply.value.number })
  }
  for (let n = 0; ; n += 1) {
    const draft = await app.invoke('invoice.draft', { customerId, tax, blank: true, freeLines: [line] })
    if (!draft.ok) break
    const { invoiceId } = draft.value
    say({ issues: n })
    numbered(await app.invoke('invoice.issue', { invoiceId }))
    if (n % 3 === 2) numbered(await app.invoke('invoice.void', { invoiceId, reason: 'wrong' }))
  }
}

// Somebody imports a file and takes it back, again and again.
if (only === 'import') {
  for (let n = 0; ; n += 1) {
    const opened = await app.invoke('import.open', {
      paths: [join(folder, 'toggl.csv')],
      options: { zone: 'UTC' },
    })
    if (!opened.ok) break
    const { importId, options, counts } = opened.value
    say({ imports: n, brings: counts.new, knows: counts.same })
    const ran = await app.invoke('import.run', { importId, options })
    say({ imported: ran.ok ? ran.value.counts.new : ran.error.code })
    if (!ran.ok) break
    const { commitId = observer.ids('commit')[0] ?? '' } = ran
    say({ takesBack: n })
    const undone = await app.invoke('change.undo', { commitId })
    say({ takenBack: undone.ok })
    if (!undone.ok) break
  }
}

for (let n = 0; ; n += 1) {
  const roll = dice.next()
  if (roll < 0.01) await act(n, 'backup.create', {})
  else if (roll < 0.02)
    await act(n, 'export.start', {
      what: { kind: 'payroll', month: '2026-03' },
      path: join(folder, `workbook-${real.now()}-${n}.xlsx`),
    })
  else if (roll < 0.35) {
    // Notes as they are typed.
    const timerId = observer.ids('timer')[0]
    if (timerId !== undefined)
      await act(n, 'timer.note', { timerId, note: `typed ${n} ${'…'.repeat(dice.int(0, 200))}` })
  } else {
    // Mostly at work: a timer is what there is to lose.
    const idle = observer.ids('timer').length === 0 && dice.chance(0.6)
    const maker = MAKERS[idle ? 'start' : (ACT_NAMES[dice.int(0, ACT_NAMES.length - 1)] ?? '')]
    if (maker === undefined) continue
    const three = [dice.int(0, 3_000), dice.int(0, 3_000), dice.int(0, 3_000)] as const
    const { name, args } = maker({ now: real.now() + Number(ahead), ids: observer.ids }, three)
    await act(n, name, args)
  }
  await new Promise((resolve) => setTimeout(resolve, dice.int(0, 6)))
}
