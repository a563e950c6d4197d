// The languages that Daybook speaks.
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** As each calls itself, whichever language is on. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pl: 'Polski',
  ar: 'العربية',
}

/** In which invoices can be written: all that are written from left to right, as the page of an invoice is laid out. */
export const INVOICE_LANGUAGES = ['en', 'de', 'fr', 'es', 'pl'] as const satisfies readonly Language[]
export type InvoiceLanguage = (typeof INVOICE_LANGUAGES)[number]
