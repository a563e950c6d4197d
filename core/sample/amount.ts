// Amounts of the sample firm in the minor units of its currency.
import { minorDigits } from '../../shared/base/currency.ts'

/** Where a euro has cents, others count in hundreds: 4,300 EUR, 430,000 JPY, 4,300 KWD (which nobody earns). */
export function minorOf(amount: number, currency: string): number {
  const digits = minorDigits(currency)
  return Math.round(amount * (digits === 0 ? 100 : 10 ** digits))
}
