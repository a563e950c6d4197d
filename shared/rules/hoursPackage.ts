// Hours packages: what billable time draws on them, oldest package first, and what is left (E10 to E12, G9).
//
// The ledger is derived, day by day in order: on a day packages that begin are there first, then corrections and roll-overs, then the
// billable time of the day in its order; at the end of its last day a package expires. So nothing of later days reaches back, and a
// closed period keeps its figures (K1). Time that no package has room for is over; a session across zero is part drawn and part over.
// The session itself stays one entry. What stands on an issued invoice draws what the invoice has as prepaid and no more: the rest of
// it was billed, whatever package is bought later for those days.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { LedgerLine, PackageLevel } from '../contract/hoursPackage.ts'
import type { Id } from '../entities/entity.ts'
import type { HoursPackage } from '../entities/hoursPackage.ts'
import { put } from '../entities/registry.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/**
 * Billable time, in order of its days; a single entry, or all of a day. `prepaidMs`: of time on an issued invoice, what that has as
 * prepaid; null: it draws what there is.
 */
export type Drawing = { id: Id | null; date: LocalDate; ms: number; prepaidMs: number | null }

export type Lot = {
  line: HoursPackage
  /** Bought, corrected and rolled into it. */
  sizeMs: number
  drawnMs: number
  expiredMs: number
  leftMs: number
}

export type Ledger = {
  lots: Lot[]
  /** Bought for a day that is still to come: nothing of it counts yet. */
  later: Lot[]
  lines: LedgerLine[]
  /** Bought, with corrections. */
  allocatedMs: number
  drawnMs: number
  overMs: number
  remainingMs: number
  /** Prepaid on issued invoices, though there was no room for it: time came before it, or hours were taken away. */
  owedMs: number
  level: PackageLevel
}

const byDate = (a: { date: LocalDate; id: Id }, b: { date: LocalDate; id: Id }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1

export function ledgerOf(
  packages: readonly HoursPackage[],
  drawings: readonly Drawing[],
  today: LocalDate,
): Ledger {
  const lots: Lot[] = []
  const lines: LedgerLine[] = []
  let [overMs, owedMs] = [0, 0]
  const lotOf = (id: Id | null): Lot | undefined => lots.find(({ line }) => line.id === id)
  const add = (
    lot: Lot,
    kind: LedgerLine['kind'],
    date: LocalDate,
    ms: number,
    reason = '',
    entryId: Id | null = null,
  ) => {
    lot.leftMs += ms
    lines.push({ date, kind, packageId: lot.line.id, entryId, ms, reason })
  }
  const expireBefore = (date: LocalDate): void => {
    for (const lot of lots) {
      const { expires } = lot.line
      if (expires === null || expires >= date || lot.leftMs === 0) continue
      lot.expiredMs += lot.leftMs
      add(lot, 'expire', expires, -lot.leftMs)
    }
  }
  const empty = (line: HoursPackage, ms: number): Lot => ({
    line,
    sizeMs: ms,
    drawnMs: 0,
    expiredMs: 0,
    leftMs: 0,
  })
  const begin = (line: HoursPackage, ms: number): void => {
    const lot = empty(line, ms)
    lots.push(lot)
    add(lot, line.kind, line.date, ms, line.reason)
  }
  const apply = (line: HoursPackage): void => {
    const { kind, date, minutes, reason } = line
    if (kind === 'buy') return begin(line, minutes * MINUTE_MS)
    const lot = lotOf(line.ofId)
    if (lot === undefined) return
    if (kind === 'correct') {
      // Nobody takes away more than is there.
      const ms = Math.max(-lot.leftMs, minutes * MINUTE_MS)
      lot.sizeMs += ms
      return add(lot, 'correct', date, ms, reason)
    }
    const ms = lot.leftMs + lot.expiredMs
    if (lot.expiredMs > 0) add(lot, 'roll', date, lot.expiredMs, reason)
    lot.expiredMs = 0
    if (ms > 0) add(lot, 'roll', date, -ms, reason)
    lot.sizeMs -= ms
    begin(line, ms)
  }
  const draw = ({ id, date, ms, prepaidMs }: Drawing): void => {
    let rest = Math.min(ms, prepaidMs ?? ms)
    const billed = ms - rest
    for (const lot of lots) {
      if (rest === 0) break
      const taken = Math.min(rest, lot.leftMs)
      if (taken === 0) continue
      lot.drawnMs += taken
      add(lot, 'draw', date, -taken, '', id)
      rest -= taken
    }
    if (prepaidMs !== null) owedMs += rest
    const over = billed + rest
    if (over === 0) return
    overMs += over
    lines.push({ date, kind: 'over', packageId: null, entryId: id, ms: over, reason: '' })
  }

  const changes = packages.toSorted(
    (a, b) =>
      (a.date === b.date && a.kind !== b.kind ? (a.kind === 'buy' ? -1 : b.kind === 'buy' ? 1 : 0) : 0) ||
      byDate(a, b),
  )
  const first = changes[0]?.date ?? null
  let next = 0
  const upTo = (date: LocalDate): void => {
    for (let line = changes[next]; line !== undefined && line.date <= date; line = changes[next]) {
      expireBefore(line.date)
      apply(line)
      next += 1
    }
    expireBefore(date)
  }
  for (const drawing of drawings) {
    // What was worked before there was any package is no matter of packages.
    if (first === null || drawing.date < first) continue
    upTo(drawing.date)
    draw(drawing)
  }
  upTo(today)
  const sum = (of: (lot: Lot) => number): number => lots.reduce((total, lot) => total + of(lot), 0)
  const remainingMs = sum(({ leftMs }) => leftMs)
  return {
    lots,
    later: changes.slice(next).flatMap((line) => {
      const ms = line.minutes * MINUTE_MS
      return line.kind === 'buy' ? [{ ...empty(line, ms), leftMs: ms }] : []
    }),
    lines,
    allocatedMs: lines.reduce(
      (total, { kind, ms }) => (kind === 'buy' || kind === 'correct' ? total + ms : total),
      0,
    ),
    drawnMs: sum(({ drawnMs }) => drawnMs),
    overMs,
    remainingMs,
    owedMs,
    level: levelOf(lots, remainingMs),
  }
}

/** Of the packages that still have something, so that those that are used up do not warn for ever. */
function levelOf(lots: readonly Lot[], remainingMs: number): PackageLevel {
  if (lots.length === 0) return 'none'
  if (remainingMs <= 0) return 'used'
  const sizeMs = lots.reduce((sum, lot) => (lot.leftMs > 0 ? sum + lot.sizeMs : sum), 0)
  return remainingMs * 5 <= sizeMs ? 'low' : 'enough'
}

export type BuyArgs = {
  customerId: Id
  minutes: number
  date: LocalDate
  priceMinor: number | null
  expires: LocalDate | null
  reason: string
}

export function buyHours(args: BuyArgs, ctx: Pick<RuleContext, 'newId'>): Decision<{ packageId: Id }> {
  if (args.minutes <= 0) return refused('package.noHours')
  if (args.expires !== null && args.expires < args.date)
    return refused('package.expiryBefore', { values: { date: args.date } })
  const id = ctx.newId()
  return decided([put('hoursPackage', { ...args, id, kind: 'buy', ofId: null })], { packageId: id })
}

export function correctHours(
  lot: Lot,
  args: { minutes: number; date: LocalDate; reason: string },
  ctx: Pick<RuleContext, 'newId'>,
): Decision<{ packageId: Id }> {
  if (args.reason.trim() === '') return refused('package.reasonMissing')
  if (args.minutes === 0) return refused('package.noHours')
  if (args.date < lot.line.date) return refused('package.beforePurchase', { values: { date: lot.line.date } })
  if (args.minutes * MINUTE_MS < -lot.leftMs)
    return refused('package.notLeft', { values: { minutes: Math.floor(lot.leftMs / MINUTE_MS) } })
  const { customerId } = lot.line
  const line = {
    ...args,
    customerId,
    kind: 'correct' as const,
    ofId: lot.line.id,
    priceMinor: null,
    expires: null,
  }
  const id = ctx.newId()
  return decided([put('hoursPackage', { ...line, id })], { packageId: id })
}

export function rollHours(
  lot: Lot,
  args: { date: LocalDate; expires: LocalDate | null; reason: string },
  ctx: Pick<RuleContext, 'newId'>,
): Decision<{ packageId: Id; minutes: number }> {
  if (args.date < lot.line.date) return refused('package.beforePurchase', { values: { date: lot.line.date } })
  if (args.expires !== null && args.expires < args.date)
    return refused('package.expiryBefore', { values: { date: args.date } })
  const ms = lot.leftMs + lot.expiredMs
  if (ms <= 0) return refused('package.nothingLeft')
  const id = ctx.newId()
  const { customerId } = lot.line
  const line = { ...args, customerId, kind: 'roll' as const, ofId: lot.line.id, minutes: 0, priceMinor: null }
  return decided([put('hoursPackage', { ...line, id })], {
    packageId: id,
    minutes: Math.floor(ms / MINUTE_MS),
  })
}
