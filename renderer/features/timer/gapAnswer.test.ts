// Proves which request an answer to a gap becomes.
import { subjectOf } from '../../../shared/entities/subject.ts'
import { expect, test } from 'vitest'
import { GAP_CHOICES } from '../../../shared/contract/timer.ts'
import type { Gap } from '../../../shared/entities/gap.ts'
import { NOTHING_CHOSEN } from '../../ui/fields/subjectChoice.ts'
import { CHOICES_IN_ORDER, choiceOf, gapRequest, middleOf, newGapDraft } from './gapAnswer.ts'

const MINUTE = 60_000
const gap: Gap = { id: 'g', timerId: 't', userId: 'u', cause: 'sleep', from: 10 * MINUTE, to: 21 * MINUTE }

test('G2 every choice of the contract is offered once, and keep is the default', () => {
  expect([...CHOICES_IN_ORDER].sort()).toEqual([...GAP_CHOICES].sort())
  expect(gapRequest(gap, newGapDraft(gap))).toEqual({ gapId: 'g', choice: 'keep' })
  expect(choiceOf('break')).toBe('break')
  expect(choiceOf('something')).toBeNull()
})

test('G2 a split carries its moment, never outside of the gap', () => {
  expect(middleOf(gap)).toBe(16 * MINUTE)
  expect(middleOf({ from: 30_001, to: 30_005 })).toBe(30_005)
  const draft = { ...newGapDraft(gap), choice: 'split' as const }
  expect(gapRequest(gap, { ...draft, at: 12 * MINUTE })).toEqual({
    gapId: 'g',
    choice: 'split',
    at: 12 * MINUTE,
  })
  expect(gapRequest(gap, { ...draft, at: 99 * MINUTE }).at).toBe(gap.to)
})

test('G2 given to another, it carries whose and what it was', () => {
  const draft = {
    ...newGapDraft(gap),
    choice: 'giveTo' as const,
    subject: {
      ...NOTHING_CHOSEN,
      customer: { id: 'c', name: 'Acme' },
      project: { id: 'p', name: 'PROJ-1 · Website' },
    },
    note: 'Lunch talk',
  }
  expect(gapRequest(gap, draft)).toEqual({
    gapId: 'g',
    choice: 'giveTo',
    ...subjectOf({ customerId: 'c', projectId: 'p' }),
    note: 'Lunch talk',
  })
})
