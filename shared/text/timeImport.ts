// The words of an import of time: what becomes of its rows, and what tools are called.
import type { ImportSource, RowState } from '../contract/timeImport.ts'
import type { Language } from './language.ts'
import { spokenFor } from './language.ts'

const STATES: Record<Language, Record<RowState, string>> = {
  en: { new: 'New', same: 'Already here', refused: 'Refused' },
  de: { new: 'Neu', same: 'Schon da', refused: 'Abgelehnt' },
  fr: { new: 'Nouveau', same: 'Déjà présent', refused: 'Refusé' },
  es: { new: 'Nueva', same: 'Ya existe', refused: 'Rechazada' },
  pl: { new: 'Nowe', same: 'Już jest', refused: 'Odrzucone' },
  ar: { new: 'جديد', same: 'موجود هنا', refused: 'مرفوض' },
}

export const rowStateWord = (state: RowState, language: string): string => STATES[spokenFor(language)][state]

/** By their own names; null: any other table. */
export const SOURCE_NAMES: Record<ImportSource, string | null> = {
  toggl: 'Toggl Track',
  clockify: 'Clockify',
  harvest: 'Harvest',
  kimai: 'Kimai',
  timewarrior: 'timewarrior',
  hamster: 'Hamster',
  solidtime: 'solidtime',
  csv: null,
}
