// What the things that an import makes are called, one and many.
import { useTranslation } from 'react-i18next'
import type { MadeNoun } from '../../../shared/contract/timeImport.ts'

export type NounWords = { one(noun: MadeNoun): string; counted(noun: MadeNoun, count: number): string }

export function useNounWords(): NounWords {
  const { t } = useTranslation('timeImport')
  return { one: (noun) => t(`thing.${noun}`), counted: (noun, count) => t(`thing.${noun}`, { count }) }
}
