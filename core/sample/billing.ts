// What the sample firm billed: what it says of itself on invoices, one that was issued and paid in part, a draft, and hours that a
// customer bought. Made by the same rules as anybody's, from the time that is there already.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays, addMonths, firstDayOf, lastDayOf } from '../../shared/base/localDate.ts'
import type { ArgsOf } from '../../shared/contract/contract.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import { billingSettingsHandlers } from '../commands/billingSettings.ts'
import { packageHandlers } from '../commands/hoursPackage.ts'
import { invoiceHandlers } from '../commands/invoice.ts'
import type { WritableData } from '../db/data.ts'
import { minorOf } from './amount.ts'
import type { SampleFirm } from './firm.ts'
import { sampleId } from './sampleId.ts'

const SELLER: ArgsOf<'billingProfile.edit'> = {
  legalName: 'Lindqvist & Weber GbR',
  address: 'Speicherweg 4',
  postCode: '20457',
  city: 'Hamburg',
  country: 'DE',
  vatId: 'DE123456789',
  email: 'billing@lindqvist-weber.example',
  phone: '+49 40 555 0100',
  // Of a bank's own example.
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
  bankName: 'Example Bank',
  terms: 'Payable within 14 days, without deductions.',
}
const TAX = { taxCategory: 'S', percentHundredths: 1_900, exemption: '' } as const

/** Within a transaction. */
export function writeBilling(data: WritableData, firm: SampleFirm, ctx: Omit<RuleContext, 'newId'>): void {
  const prefix = ctx.actor.userId.slice(0, 10)
  let made = 0
  const withIds: RuleContext = { ...ctx, newId: () => sampleId(prefix, 'V', made++) }
  const write = <R>(decision: Decision<R>): R | null => {
    // Where there is nothing to bill, as on the first day of a year, there is no invoice.
    if (!decision.ok) return null
    for (const change of decision.value.changes)
      if (change.op === 'put') data.put(change.entity, change.value)
      else data.remove(change.entity, change.id)
    return decision.value.value
  }
  write(billingSettingsHandlers['billingProfile.edit'](data, SELLER, withIds))
  write(billingSettingsHandlers['taxRate.add'](data, { ...TAX, name: 'Standard' }, withIds))
  write(
    billingSettingsHandlers['taxRate.add'](
      data,
      { ...TAX, percentHundredths: 700, name: 'Reduced' },
      withIds,
    ),
  )
  const last = addMonths(firm.month, -1)
  const from = firstDayOf(last)
  const [first, second, third] = busiest(data, from, firm.today)
  const draft = (customerId: Id | undefined, to: LocalDate) =>
    customerId === undefined
      ? null
      : write(invoiceHandlers['invoice.draft'](data, { customerId, from, to, groupBy: 'day' }, withIds))
  const one = draft(first, lastDayOf(last))
  if (one !== null) {
    const { invoiceId } = one
    // Not before the work is done that it bills.
    const ago = addDays(firm.today, -3)
    const date = ago < lastDayOf(last) ? lastDayOf(last) : ago
    write(invoiceHandlers['invoice.issue'](data, { invoiceId, date }, withIds))
    write(invoiceHandlers['invoice.markSent'](data, { invoiceId, date }, withIds))
    const amountMinor = Math.floor(one.totalMinor / 2)
    write(invoiceHandlers['invoice.pay'](data, { invoiceId, amountMinor, date: firm.today }, withIds))
  }
  draft(second, firm.today)
  if (third !== undefined)
    write(
      packageHandlers['package.buy'](
        data,
        {
          customerId: third,
          minutes: 40 * 60,
          date: from,
          priceMinor: minorOf(3_400, firm.organisation.currency),
          expires: addDays(firm.today, 200),
          reason: 'Yearly package',
        },
        withIds,
      ),
    )
}

/** Customers with the most time; not the firm itself. */
function busiest(data: WritableData, from: LocalDate, to: LocalDate): Id[] {
  return data
    .all<{ id: Id }>(
      `SELECT e.customer_id AS id FROM time_entry e JOIN customer c ON c.id = e.customer_id
       WHERE e.work_date BETWEEN ? AND ? AND c.country IS NOT NULL AND c.status = 'Active'
       GROUP BY e.customer_id ORDER BY sum(e.duration_ms) DESC, e.customer_id LIMIT 3`,
      from,
      to,
    )
    .map(({ id }) => id)
}
