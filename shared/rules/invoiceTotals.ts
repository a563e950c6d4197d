// The sums of an invoice, as EN 16931 reckons them (BR-CO-10 to BR-CO-17): lines, less the discount, are the net amount; what is taxed
// alike is taxed once, on its sum, rounded to the minor unit; net and tax are the total.
import { percentOf, shareOfAll } from '../base/money.ts'
import type { Discount, InvoiceLine, TaxShare } from '../entities/invoice.ts'
import type { Tax } from '../entities/tax.ts'
import { TaxCategory } from '../entities/tax.ts'

export type InvoiceTotals = {
  /** All lines. */
  sumMinor: number
  discountMinor: number
  netMinor: number
  taxMinor: number
  totalMinor: number
  taxes: TaxShare[]
}

export const NO_DISCOUNT: Discount = { discountKind: 'none', discountValue: 0 }
/** Until it is said how an invoice is taxed. */
export const NO_TAX: Tax = { taxCategory: 'O', percentHundredths: 0, exemption: '' }

const taxKey = (tax: Tax): string => `${tax.taxCategory} ${tax.percentHundredths} ${tax.exemption}`

const rank = ({ taxCategory, percentHundredths }: Tax): number =>
  TaxCategory.options.indexOf(taxCategory) * 100_000 - percentHundredths

export function totalsOf(
  lines: readonly Pick<InvoiceLine, 'tax' | 'amountMinor'>[],
  discount: Discount,
): InvoiceTotals {
  const groups = [...Map.groupBy(lines, ({ tax }) => taxKey(tax)).values()]
    .flatMap((its) => {
      const tax = its[0]?.tax
      return tax === undefined ? [] : [{ tax, sum: sumOf(its.map(({ amountMinor }) => amountMinor)) }]
    })
    .sort((a, b) => rank(a.tax) - rank(b.tax))
  const discounts = discountsOf(
    groups.map(({ sum }) => sum),
    discount,
  )
  const taxes = groups.map(({ tax, sum }, index): TaxShare => {
    const discountMinor = discounts[index] ?? 0
    const baseMinor = sum - discountMinor
    return { tax, discountMinor, baseMinor, taxMinor: percentOf(baseMinor, tax.percentHundredths / 100) }
  })
  const sumMinor = sumOf(groups.map(({ sum }) => sum))
  const discountMinor = sumOf(discounts)
  const taxMinor = sumOf(taxes.map((share) => share.taxMinor))
  const netMinor = sumMinor - discountMinor
  return { sumMinor, discountMinor, netMinor, taxMinor, totalMinor: netMinor + taxMinor, taxes }
}

/**
 * The discount of each group: a percentage of each, or an amount shared out by their sums, so that the parts are the whole. What is
 * below nothing has none.
 */
function discountsOf(sums: readonly number[], { discountKind, discountValue }: Discount): number[] {
  if (discountKind === 'none') return sums.map(() => 0)
  if (discountKind === 'percent')
    return sums.map((sum) => (sum <= 0 ? 0 : percentOf(sum, discountValue / 100)))
  const whole = sumOf(sums.map((sum) => Math.max(0, sum)))
  if (whole === 0) return sums.map(() => 0)
  let left = Math.min(discountValue, whole)
  let of = whole
  return sums.map((sum) => {
    if (sum <= 0) return 0
    // Of what is left, by what is left to share it: the last one takes all that remains.
    const part = shareOfAll([{ minor: left, part: sum }], of)
    left -= part
    of -= sum
    return part
  })
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
