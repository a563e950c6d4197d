// Owns how many decimals a currency has.

// ISO 4217, not Intl: the minor units in the file must keep their meaning when a newer ICU changes its mind
// (its data says 0 for ALL or IQD, where ISO says 2 and 3).
const OTHER_THAN_TWO = new Map<string, number>([
  ...currencies('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...currencies('BHD IQD JOD KWD LYD OMR TND', 3),
  ...currencies('CLF UYW', 4),
])

/** True for three capital letters, the form of a currency code; whether one of that name exists is not asked. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

/** Decimals between the currency and its minor unit: EUR 2, JPY 0, KWD 3. RangeError for what is no code. */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`not a currency code: ${currency}`)
  return OTHER_THAN_TWO.get(currency) ?? 2
}

function currencies(codes: string, digits: number): [string, number][] {
  return codes.split(' ').map((code) => [code, digits])
}
