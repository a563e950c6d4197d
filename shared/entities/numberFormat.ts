// How numbers of invoices are written: RE-{YYYY}-{0000} is RE-2026-0001. Numbers with the same year and month count together.
import type { LocalDate } from '../base/localDate.ts'

const COUNTER = /\{0{1,9}\}/g
const TOKENS = /\{(?:YYYY|YY|MM|0{1,9})\}/g

/** One counter, and nothing in braces that means nothing. */
export const isNumberFormat = (format: string): boolean =>
  [...format.matchAll(COUNTER)].length === 1 && !/[{}]/.test(format.replaceAll(TOKENS, ''))

/** Which numbers count together: the format with its date filled in. */
export const seriesOf = (format: string, date: LocalDate): string =>
  format
    .replaceAll('{YYYY}', date.slice(0, 4))
    .replaceAll('{YY}', date.slice(2, 4))
    .replaceAll('{MM}', date.slice(5, 7))

export const numberIn = (series: string, serial: number): string =>
  series.replace(COUNTER, (zeros) => String(serial).padStart(zeros.length - 2, '0'))
