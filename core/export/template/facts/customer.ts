// A customer's time for a template: its sessions with what they are worth, and their totals by user and by category.
import { minorDigits } from '../../../../shared/base/currency.ts'
import { firstDayOf, lastDayOf } from '../../../../shared/base/localDate.ts'
import { ok } from '../../../../shared/base/result.ts'
import type { Result } from '../../../../shared/base/result.ts'
import { requests } from '../../../../shared/contract/contract.ts'
import type { EntryFilter } from '../../../../shared/contract/entryFilter.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ExportKind } from '../../../../shared/contract/organisation.ts'
import type { Id } from '../../../../shared/entities/entity.ts'
import { amountOf, billFigures, rateBook } from '../../../../shared/rules/billing.ts'
import { isPermitted } from '../../../../shared/rules/permission.ts'
import { billOf } from '../../../facts/billed.ts'
import type { ReportContext } from '../../context.ts'
import { customerTotals, entriesOfCustomer } from '../../entryRows.ts'
import type { EntryRow } from '../../entryRows.ts'
import { dateSerial, dayFraction, hoursOf } from '../../workbook/serial.ts'
import { entryLiner } from './entryLines.ts'
import { always, linesOf, notFound } from './facts.ts'
import type { FactsOf, TemplateLine } from './facts.ts'

export function customerFacts(
  context: ReportContext,
  { customerId, month, filter: asked = {} }: Extract<ExportKind, { kind: 'customer' }>,
): Result<FactsOf<'customer'>, AppError> {
  const { data, words } = context
  const customer = data.find('customer', customerId)
  if (customer === null) return notFound('customer')
  const filter: EntryFilter =
    month === undefined ? asked : { ...asked, from: firstDayOf(month), to: lastDayOf(month) }
  const total = customerTotals(data, customerId, filter, null)[0]
  const worth = worthOf(context, customerId, filter)
  const line = entryLiner(context)
  const totalsBy = (by: 'user' | 'category', name: 'user' | 'category', none: string) =>
    linesOf(
      customerTotals(data, customerId, filter, by).map((each) => ({
        [name]: each.name ?? none,
        sessions: each.entries,
        total: dayFraction(each.ms),
        total_hours: hoursOf(each.ms),
      })),
    )
  return ok({
    values: {
      ...always(context, { from: filter.from ?? null, to: filter.to ?? null }),
      month: month === undefined ? null : dateSerial(firstDayOf(month)),
      customer: customer.name,
      total: dayFraction(total?.ms ?? 0),
      total_hours: hoursOf(total?.ms ?? 0),
      sessions: total?.entries ?? 0,
      amount: worth?.amount ?? null,
    },
    tables: {
      entries: {
        count: total?.entries ?? 0,
        *lines(): Generator<TemplateLine> {
          for (const entry of entriesOfCustomer(data, customerId, filter))
            yield { ...line(entry), ...(worth?.of(entry) ?? { rate: null, amount: null }) }
        },
      },
      users: totalsBy('user', 'user', ''),
      categories: totalsBy('category', 'category', words.noCategory),
    },
  })
}

type Worth = { amount: number; of(entry: EntryRow): { rate: number | null; amount: number | null } }

/** null where none of the time has a rate, or whoever asks may not see it. */
function worthOf(
  { data, request, organisation }: ReportContext,
  customerId: Id,
  filter: EntryFilter,
): Worth | null {
  const { access } = requests['customer.amount']
  if (request.actor === null || !isPermitted(request.actor, access, null, organisation)) return null
  const { amountMinor } = billFigures(billOf(data, customerId, filter))
  if (amountMinor === null) return null
  const scale = 10 ** minorDigits(organisation.currency)
  const book = rateBook(data.list('rate'))
  return {
    amount: amountMinor / scale,
    of({ userId, projectId, workDate, durationMs, isBillable }) {
      const rate = isBillable ? book.rateOn({ userId, customerId, projectId }, workDate) : null
      return rate === null
        ? { rate: null, amount: null }
        : { rate: rate.amountMinor / scale, amount: amountOf(durationMs, rate) / scale }
    },
  }
}
