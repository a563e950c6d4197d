// Refusals as sentences in the language of the page. English is built in, those of another are fetched together with its words.
import type { Language } from '../../shared/base/languages.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { onceFor } from '../../shared/base/once.ts'
import { isLocalDate } from '../../shared/base/localDate.ts'
import { localeFor, spokenFor } from '../../shared/text/language.ts'
import type { Sentences } from '../../shared/text/sentence.ts'
import { sentenceOf } from '../../shared/text/sentence.ts'
import { sentencesEn } from '../../shared/text/sentences.en.ts'

const known: Partial<Record<Language, Sentences>> = { en: sentencesEn }

const fetched: Record<Exclude<Language, 'en'>, () => Promise<Sentences>> = {
  de: async () => (await import('../../shared/text/sentences.de.ts')).sentencesDe,
  fr: async () => (await import('../../shared/text/sentences.fr.ts')).sentencesFr,
  es: async () => (await import('../../shared/text/sentences.es.ts')).sentencesEs,
  pl: async () => (await import('../../shared/text/sentences.pl.ts')).sentencesPl,
  ar: async () => (await import('../../shared/text/sentences.ar.ts')).sentencesAr,
}

export async function fetchSentences(language: Language): Promise<void> {
  if (language !== 'en') known[language] ??= await fetched[language]()
}

export const errorSentence = (error: AppError, language: string): string =>
  sentenceOf(withFiguresWritten(error, language), known[spokenFor(language)] ?? sentencesEn)

const dayFormat = onceFor(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
)

/** Amounts of money travel as “1234.50 EUR” under these names. */
const AMOUNTS: ReadonlySet<string> = new Set(['open'])

function figure(key: string, text: string, locale: string): string {
  if (isLocalDate(text)) return dayFormat(locale).format(Date.parse(`${text}T12:00Z`))
  const [, amount, currency] = (AMOUNTS.has(key) && /^(-?[\d.]+) ([A-Z]{3})$/.exec(text)) || []
  return amount === undefined || currency === undefined
    ? text
    : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount))
}

/** Days travel as 2026-12-24; on a page they and amounts are written as all others there. */
function withFiguresWritten(error: AppError, language: string): AppError {
  const { details } = error
  if (details?.values === undefined) return error
  const locale = localeFor(spokenFor(language), navigator.languages)
  const values = Object.fromEntries(
    Object.entries(details.values).map(([key, value]) => [
      key,
      typeof value === 'string' ? figure(key, value, locale) : value,
    ]),
  )
  return { ...error, details: { ...details, values } }
}
