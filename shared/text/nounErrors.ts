// The refusals that every noun has: each is one sentence a language, made with the noun's words.
import type { NounErrorCode } from '../contract/errors.ts'
import type { EntityName } from '../entities/registry.ts'
import { KEEPS_NAME } from './keepsName.ts'

export type NounSentences<W> = {
  /** `chosen`: it is chosen from a list, so another can be. */
  notFound(words: W, chosen: boolean): string
  inUse(words: W): string
  /** Spec C4, C7, C10, C13, C14. */
  deleteUsedIn(user: W): string
  /** Spec C5, C6, C9, C11, C16. */
  editUsedIn(user: W): string
}

export function nounErrors<W>(
  words: Record<EntityName, W>,
  say: NounSentences<W>,
): Record<NounErrorCode, string> {
  const sentences: Partial<Record<NounErrorCode, string>> = {}
  for (const noun of Object.keys(words) as EntityName[]) {
    sentences[`notFound.${noun}`] = say.notFound(words[noun], KEEPS_NAME.includes(noun))
    sentences[`inUse.${noun}`] = say.inUse(words[noun])
    sentences[`guard.${noun}Delete`] = say.deleteUsedIn(words.timer)
    sentences[`guard.${noun}Edit`] = say.editUsedIn(words.timer)
  }
  return sentences as Record<NounErrorCode, string>
}
