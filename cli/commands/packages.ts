// `daybook package`: hours that a customer bought, what is left of them, and the ledger between the two (E10 to E12, G9).
import { MINUTE_MS } from '../../shared/base/duration.ts'
import { parseMoney } from '../../shared/base/money.ts'
import type { PackageView } from '../../shared/contract/hoursPackage.ts'
import { readMinutes } from '../amounts.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { oneLine, table } from '../table.ts'
import { readDate } from '../times.ts'
import { duration, money } from '../words.ts'

type Whose = { customer: string; package?: string }
export type BuyOptions = Whose & {
  hours: string
  price?: string
  date?: string
  expires?: string
  reason?: string
}
export type CorrectOptions = Whose & { hours: string; date?: string; reason: string }
export type RollOptions = Whose & { date?: string; expires?: string; reason?: string }

const KINDS = {
  buy: 'bought',
  draw: 'drawn',
  over: 'over',
  expire: 'expired',
  roll: 'rolled over',
  correct: 'corrected',
} as const

export async function buy(session: Session, options: BuyOptions): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { currency } = organisation
  const minutes = readMinutes(options.hours)
  const price = options.price === undefined ? null : parseMoney(options.price, currency, 'en')
  if (price !== null && (!price.ok || price.value < 0))
    throw new UsageError(`“${options.price}” is not an amount of ${currency}. Write it like 950 or 950.50.`)
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const { packageId } = await session.ask('package.buy', {
    customerId,
    minutes,
    priceMinor: price?.value ?? null,
    ...dated(options),
  })
  return {
    value: { packageId, ...(await left(session, customerId)) },
    text: await leftText(session, customerId),
  }
}

export async function list(session: Session, options: Whose): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const found = await session.ask('package.list', { customerId })
  const rows = [...found.packages, ...found.later].map((lot) => [
    lot.id,
    lot.date,
    duration(lot.sizeMs),
    duration(lot.drawnMs),
    duration(lot.leftMs),
    lot.expires ?? '–',
    money(lot.priceMinor, organisation.currency),
  ])
  const right = true
  const columns = [
    { title: 'Package' },
    { title: 'From' },
    { title: 'Hours', right },
    { title: 'Used', right },
    { title: 'Left', right },
    { title: 'Expires' },
    { title: 'Price', right },
  ]
  const ledger = found.lines.map(({ date, kind, ms, reason }) => [
    date,
    KINDS[kind],
    duration(ms),
    oneLine(reason, 60),
  ])
  const ledgerColumns = [{ title: 'Date' }, { title: 'What' }, { title: 'Hours', right }, { title: 'Reason' }]
  const text =
    rows.length === 0
      ? 'No hours bought yet.'
      : [table(columns, rows), table(ledgerColumns, ledger), await leftText(session, customerId)].join('\n\n')
  return { value: found, text }
}

export async function correct(session: Session, options: CorrectOptions): Promise<Outcome> {
  await session.setUp()
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const { packageId } = await session.ask('package.correct', {
    packageId: await packageOf(session, customerId, options, 'newest'),
    minutes: readMinutes(options.hours),
    reason: options.reason,
    ...(options.date === undefined ? {} : { date: readDate(options.date) }),
  })
  return {
    value: { packageId, ...(await left(session, customerId)) },
    text: await leftText(session, customerId),
  }
}

export async function roll(session: Session, options: RollOptions): Promise<Outcome> {
  await session.setUp()
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const rolled = await session.ask('package.roll', {
    packageId: await packageOf(session, customerId, options, 'left'),
    ...dated(options),
  })
  const said = `Rolled over ${duration(rolled.minutes * MINUTE_MS)}.`
  return {
    value: { ...rolled, ...(await left(session, customerId)) },
    text: `${said} ${await leftText(session, customerId)}`,
  }
}

const left = (session: Session, customerId: string) => session.ask('package.summary', { customerId })

async function leftText(session: Session, customerId: string): Promise<string> {
  const { allocatedMs, remainingMs, overMs } = await left(session, customerId)
  const over = overMs > 0 ? `, over ${duration(overMs)}` : ''
  return `Allocated hours ${duration(allocatedMs)}, Remaining hours ${duration(remainingMs)}${over}`
}

const dated = ({ date, expires, reason }: { date?: string; expires?: string; reason?: string }) => ({
  ...(date === undefined ? {} : { date: readDate(date) }),
  ...(expires === undefined ? {} : { expires: readDate(expires) }),
  ...(reason === undefined ? {} : { reason }),
})

/** The one that is named; else the newest, or the only one that has something to roll over. */
async function packageOf(
  session: Session,
  customerId: string,
  options: Whose,
  which: 'newest' | 'left',
): Promise<string> {
  if (options.package !== undefined) return options.package
  const { packages } = await session.ask('package.list', { customerId })
  const has = (lot: PackageView): boolean => lot.leftMs + lot.expiredMs > 0
  const found = which === 'left' ? packages.filter(has) : packages.slice(-1)
  const [first] = found.length > 0 ? found : packages
  if (first === undefined) throw new UsageError('No hours have been bought for this customer.')
  if (found.length > 1)
    throw new UsageError(
      `Several packages have hours left: say which with --package (${found.map(({ id }) => id).join(', ')}).`,
    )
  return first.id
}
