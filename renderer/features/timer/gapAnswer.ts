// What a person has answered to a gap so far, and the request that it becomes (G2).
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import { GAP_CHOICES } from '../../../shared/contract/timer.ts'
import type { GapChoice } from '../../../shared/contract/timer.ts'
import type { Gap } from '../../../shared/entities/gap.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { NOTHING_CHOSEN, subjectArgs } from '../../ui/fields/subjectChoice.ts'

export type GapDraft = {
  choice: GapChoice
  /** For giveTo: what it was for. */
  subject: SubjectChoice
  note: string
  /** For split: until here it was work. */
  at: number
}

/** Keep is the default: unless somebody says otherwise, what was counted stays counted. */
export const newGapDraft = (gap: Gap): GapDraft => ({
  choice: 'keep',
  subject: NOTHING_CHOSEN,
  note: '',
  at: middleOf(gap),
})

/** The middle on a whole minute, within the gap. */
export function middleOf({ from, to }: Pick<Gap, 'from' | 'to'>): number {
  const middle = Math.round((from + to) / 2 / MINUTE_MS) * MINUTE_MS
  return Math.min(to, Math.max(from, middle))
}

/** The order in which the choices stand: what is kept first, what is thrown away last. */
export const CHOICES_IN_ORDER: readonly GapChoice[] = [
  'keep',
  'split',
  'giveTo',
  'break',
  'discardAndContinue',
  'discardAndStop',
]

export const choiceOf = (text: string): GapChoice | null =>
  GAP_CHOICES.find((choice) => choice === text) ?? null

export function gapRequest(gap: Gap, draft: GapDraft): ArgsOf<'gap.resolve'> {
  const { choice } = draft
  if (choice === 'split') return { gapId: gap.id, choice, at: Math.min(gap.to, Math.max(gap.from, draft.at)) }
  if (choice !== 'giveTo') return { gapId: gap.id, choice }
  return {
    gapId: gap.id,
    choice,
    ...subjectArgs(draft.subject),
    note: draft.note,
  }
}
