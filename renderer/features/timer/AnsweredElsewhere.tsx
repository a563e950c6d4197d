// Takes the place of a dialog whose session was answered elsewhere: it closes with a sentence, or stays with what was typed in it.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useCopy } from '../../ui/feedback/useCopy.ts'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'

export type AnsweredElsewhereProps = {
  /** What happened. */
  said: string
  /** What was typed here and is kept nowhere else; empty: other fields were changed. null: nothing was. */
  typed: string | null
  label: string
  onClose: () => void
}

export function AnsweredElsewhere({ said, typed, label, onClose }: AnsweredElsewhereProps) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const copy = useCopy()
  const button = useFocusOnMount<HTMLButtonElement>(true)
  useEffect(() => {
    if (typed !== null) return
    showDone(said)
    onClose()
    // oxlint-disable-next-line react/exhaustive-deps -- once: it is gone then
  }, [])
  if (typed === null) return null
  return (
    <Stack gap="md">
      <Text role="alert">
        {said} {t('elsewhere.notSaved')}
      </Text>
      {typed !== '' && <Textarea label={label} readOnly autosize minRows={3} maxRows={10} value={typed} />}
      <Group justify="flex-end" gap="xs">
        {typed !== '' && (
          <Button variant="default" onClick={() => void copy(typed)}>
            {t('noteState.copy')}
          </Button>
        )}
        <Button ref={button} onClick={onClose}>
          {tc('close')}
        </Button>
      </Group>
    </Stack>
  )
}
