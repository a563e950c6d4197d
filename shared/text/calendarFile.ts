// The sentences of a calendar's import: what becomes of each thing, and what was made of it that its file does not say.
import type { ImportRemark, ImportState } from '../contract/calendarFile.ts'
import { calendarFileAr } from './calendarFile.ar.ts'
import { calendarFileDe } from './calendarFile.de.ts'
import { calendarFileEn } from './calendarFile.en.ts'
import type { CalendarFileWords } from './calendarFile.en.ts'
import { calendarFileEs } from './calendarFile.es.ts'
import { calendarFileFr } from './calendarFile.fr.ts'
import { calendarFilePl } from './calendarFile.pl.ts'
import type { Language } from './language.ts'
import { spokenFor } from './language.ts'
import { fillIn } from './sentence.ts'

export const CALENDAR_FILE_WORDS: Record<Language, CalendarFileWords> = {
  en: calendarFileEn,
  de: calendarFileDe,
  fr: calendarFileFr,
  es: calendarFileEs,
  pl: calendarFilePl,
  ar: calendarFileAr,
}

export const importState = (state: ImportState, language: string): string =>
  CALENDAR_FILE_WORDS[spokenFor(language)].states[state]

/** `shownDate`: as the reader writes dates. */
export const remarkSentence = (
  { code, values = {} }: ImportRemark,
  language: string,
  shownDate: (date: string) => string = (date) => date,
): string =>
  fillIn(CALENDAR_FILE_WORDS[spokenFor(language)].remarks[code], {
    ...values,
    ...(typeof values['date'] === 'string' ? { date: shownDate(values['date']) } : {}),
  })
