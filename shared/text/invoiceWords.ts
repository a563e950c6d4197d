// The words that an invoice itself says, in the language in which it is written: its lines, and what is printed around them.
import { DAY_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import { epochDayOf } from '../base/localDate.ts'
import { formatMoney } from '../base/money.ts'
import { onceFor } from '../base/once.ts'
import type { InvoiceLanguage } from '../base/languages.ts'
import { invoiceWordsDe } from './invoiceWords.de.ts'
import { invoiceWordsEn } from './invoiceWords.en.ts'
import type { InvoiceWords } from './invoiceWords.en.ts'
import { invoiceWordsEs } from './invoiceWords.es.ts'
import { invoiceWordsFr } from './invoiceWords.fr.ts'
import { invoiceWordsPl } from './invoiceWords.pl.ts'

export type { InvoiceWords }

const WORDS: Record<InvoiceLanguage, InvoiceWords> = {
  en: invoiceWordsEn,
  de: invoiceWordsDe,
  fr: invoiceWordsFr,
  es: invoiceWordsEs,
  pl: invoiceWordsPl,
}

export const invoiceWords = (language: InvoiceLanguage): InvoiceWords => WORDS[language]

/** Dates, numbers and money as people of the language write them, whatever the computer's own country. */
const LOCALES: Record<InvoiceLanguage, string> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pl: 'pl-PL',
}

const inEach = <T>(make: (locale: string) => T): ((language: InvoiceLanguage) => T) =>
  onceFor((language: InvoiceLanguage) => make(LOCALES[language]))

const dates = inEach((locale) => {
  const year = { year: 'numeric', timeZone: 'UTC' } as const
  return locale === 'en-GB'
    ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year })
    : new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', ...year })
})
const quantities = inEach(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)
const percents = inEach(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
)

export const invoiceMoney = (minor: number, currency: string, language: InvoiceLanguage): string =>
  formatMoney(minor, currency, LOCALES[language])

export const invoiceQuantity = (hundredths: number, language: InvoiceLanguage): string =>
  quantities(language).format(hundredths / 100)

export const invoicePercent = (hundredths: number, language: InvoiceLanguage): string =>
  percents(language).format(hundredths / 10_000)

export const invoiceDate = (date: LocalDate, language: InvoiceLanguage): string =>
  dates(language).format(epochDayOf(date) * DAY_MS)
