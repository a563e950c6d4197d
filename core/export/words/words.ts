// The words of the workbooks, in the language of the person who exports.
import { de } from './de.ts'
import { en } from './en.ts'

/** Every language has exactly the words of the first. */
export type ExportWords = { [K in keyof typeof en]: Shape<(typeof en)[K]> }
type Shape<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...args: infer A) => string
      ? (...args: A) => string
      : { [K in keyof T]: Shape<T[K]> }

export type ExportLanguage = 'en' | 'de'

export const exportWords = (language: ExportLanguage): ExportWords => (language === 'de' ? de : en)

/** `preference` as chosen in the settings; 'system' takes the language of `locale`, a BCP 47 tag. */
export function exportLanguage(preference: 'system' | ExportLanguage, locale: string): ExportLanguage {
  if (preference !== 'system') return preference
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en'
}
