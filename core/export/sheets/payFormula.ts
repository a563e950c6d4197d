// The formula for what time is worth, so that a spreadsheet finds the app's own figure.

/**
 * Whole milliseconds times whole minor units, as the app reckons: exact, where a product of fractions would miss halves. `time`
 * is a fraction of a day and `rate` an amount an hour, as cells or formulas; `scale` is how many minor units the main unit has.
 */
export const payFormula = (time: string, rate: string, scale: number): string =>
  `ROUND(ROUND((${time})*86400000,0)*${minorFormula(rate, scale)}/3600000,0)/${scale}`

/** An amount in whole minor units. */
export const minorFormula = (amount: string, scale: number): string => `ROUND(${amount}*${scale},0)`
