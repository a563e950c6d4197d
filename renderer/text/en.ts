// All English words, one namespace a feature.
import { firstWords } from './firstWords.ts'
import { pageWords } from './pageWords.ts'

export const en = { ...firstWords, ...pageWords }
