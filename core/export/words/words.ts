// The words of the workbooks, in the language of the person who exports.
import type { Language } from '../../../shared/text/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pl } from './pl.ts'

/** Every language has exactly the words of the first. */
export type ExportWords = { [K in keyof typeof en]: Shape<(typeof en)[K]> }
type Shape<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...args: infer A) => string
      ? (...args: A) => string
      : { [K in keyof T]: Shape<T[K]> }

const WORDS: Record<Language, ExportWords> = { en, de, fr, es, pl, ar }

export const exportWords = (language: Language): ExportWords => WORDS[language]
