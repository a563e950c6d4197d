// What was issued stays as it is, and no time is on two invoices (E9). Judged on changes, so it holds alike for the window, the command
// line, an import and an undo.
import { isSame } from '../base/same.ts'
import type { LocalDate } from '../base/localDate.ts'
import { decimalOf } from '../base/money.ts'
import type { AppError } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { Invoice } from '../entities/invoice.ts'
import type { Effect, EntityName } from '../entities/registry.ts'

/** As everything is after the changes. */
export type InvoiceFacts = {
  closedThrough: LocalDate | null
  invoice(id: Id): Invoice | null
  /** The invoice that an entry is on, be it a draft. */
  invoiceOf(entryId: Id): Invoice | null
  paidMinor(invoiceId: Id): number
}

type Judge<N extends EntityName> = (
  effect: Effect<N>,
  effects: readonly Effect[],
  facts: InvoiceFacts,
) => AppError | null

const numbered = (invoice: Invoice | null) => ({ values: { number: invoice?.number ?? '' } })

const judgeInvoice: Judge<'invoice'> = ({ before, after }, effects, facts) => {
  if (after !== null && after.date !== null && before?.date !== after.date) {
    const { closedThrough } = facts
    // A date in a closed period would be turnover that its accountant never saw.
    if (closedThrough !== null && after.date <= closedThrough)
      return appError('invoice.priorPeriod', { values: { through: closedThrough } })
  }
  if (before === null)
    return after === null || after.status === 'draft' || after.kind === 'creditNote'
      ? null
      : appError('invoice.frozen', numbered(after))
  if (before.status === 'draft') return null
  const credited = effects.some(
    (effect) =>
      effect.entity === 'invoice' && effect.before === null && effect.after?.creditedId === before.id,
  )
  const stays = before.status === 'issued' && after?.status === 'void' && credited ? 'void' : before.status
  return after !== null && isSame({ ...before, status: stays, sentOn: after.sentOn }, after)
    ? null
    : appError('invoice.frozen', numbered(before))
}

const judgeHeld: Judge<'invoicedEntry'> = ({ before, after }, effects, facts) => {
  const moved = before !== null && after !== null && before.invoiceId !== after.invoiceId
  if (moved && facts.invoice(after.invoiceId) !== null)
    return appError('invoice.entryTaken', numbered(facts.invoice(before.invoiceId)))
  const held = after ?? before
  const invoice = held === null ? null : facts.invoice(held.invoiceId)
  if (invoice === null || invoice.status === 'draft') return null
  // Let go, or its prepaid part noted, as the draft was issued; or let go by the credit note.
  const own = effects.find((effect) => effect.entity === 'invoice' && effect.after?.id === invoice.id)
  const wasDraft = own?.entity === 'invoice' && own.before?.status === 'draft'
  if (wasDraft && before !== null) return null
  if (after === null && own !== undefined && invoice.status === 'void') return null
  return appError('invoice.entryLocked', numbered(invoice))
}

const judgeEntry: Judge<'timeEntry'> = ({ before, after }, _, facts) => {
  if (before === null || after === null) return null
  const invoice = facts.invoiceOf(before.id)
  return invoice === null || invoice.status === 'draft'
    ? null
    : appError('invoice.entryLocked', numbered(invoice))
}

const judgePayment: Judge<'payment'> = ({ before, after }, _, facts) => {
  const invoice = facts.invoice((after ?? before)?.invoiceId ?? '')
  if (invoice === null || invoice.totalMinor === null) return null
  if (invoice.status === 'void') return appError('invoice.alreadyVoid', numbered(invoice))
  const over = facts.paidMinor(invoice.id) - invoice.totalMinor
  return after !== null && over > 0
    ? appError('payment.tooMuch', {
        values: {
          number: invoice.number,
          open: `${decimalOf(Math.max(0, after.amountMinor - over), invoice.currency)} ${invoice.currency}`,
        },
      })
    : null
}

const JUDGES: { [N in EntityName]?: Judge<N> } = {
  invoice: judgeInvoice,
  invoicedEntry: judgeHeld,
  timeEntry: judgeEntry,
  payment: judgePayment,
}

export function guardInvoices(effects: readonly Effect[], facts: InvoiceFacts): AppError | null {
  for (const effect of effects) {
    const judge = JUDGES[effect.entity] as Judge<EntityName> | undefined
    const refusal = judge?.(effect, effects, facts) ?? null
    if (refusal !== null) return refusal
  }
  return null
}
