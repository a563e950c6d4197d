// Asks once about time during which a running timer was not watched (G1, G2); several gaps, one dialog; unanswered, nothing changes.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useRefusal } from '../../ui/feedback/useRefusal.ts'
import { missingIn } from '../../ui/fields/subjectChoice.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { GapQuestion } from './GapQuestion.tsx'
import type { Timers } from '../../clock/clock.tsx'
import { gapRequest, newGapDraft } from './gapAnswer.ts'
import type { GapDraft } from './gapAnswer.ts'

export function GapDialog({ state, onClose }: { state: Timers; onClose: () => void }) {
  const { t } = useTranslation('timer')
  const { rules } = useAppState()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, GapDraft>>(new Map())
  const [tried, setTried] = useState(false)
  const [answered, setAnswered] = useState(0)
  const format = useFormat()
  const words = useDurationWords()
  const [gap] = state.gaps
  const draft = gap === undefined ? undefined : (drafts.get(gap.id) ?? newGapDraft(gap))
  const [error, setError] = useRefusal(() => [drafts])
  const resolve = useCommand('gap.resolve', {
    errors: 'return',
    undo:
      gap === undefined || draft === undefined
        ? ''
        : t(`gap.answered.${draft.choice}`, {
            from: format.time(gap.from),
            duration: words(gap.to - gap.from),
          }),
  })
  if (gap === undefined || draft === undefined) return null
  const incomplete = draft.choice === 'giveTo' && missingIn(draft.subject, rules).length > 0
  const apply = async () => {
    setTried(true)
    if (incomplete || noteTooLong(draft.note) > 0) return
    const reply = await resolve.run(gapRequest(gap, draft))
    if (!reply.ok) {
      setError(reply.error)
      return
    }
    setError(null)
    setTried(false)
    setAnswered((count) => count + 1)
    // The last answer ends the dialog; before, the next gap takes this one's place.
    if (state.gaps.length === 1) onClose()
  }
  const count = answered + state.gaps.length
  const title = count === 1 ? t('gap.title') : t('gap.titleOf', { number: answered + 1, count })
  return (
    <Dialog onClose={onClose} title={title} size={560} closeOnClickOutside={false}>
      <SubmitForm onSubmit={() => void apply()}>
        <Stack gap="md">
          <GapQuestion
            key={gap.id}
            gap={gap}
            state={state}
            draft={draft}
            showMissing={tried}
            onChange={(next) => setDrafts((was) => new Map(was).set(gap.id, next))}
          />
          {error !== null && (
            <Alert color="red" variant="light" p="xs">
              <ErrorView error={error} />
            </Alert>
          )}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('gap.unanswered')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('gap.later')}
              </Button>
              <Button type="submit" loading={resolve.pending} data-autofocus>
                {t('gap.apply')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
