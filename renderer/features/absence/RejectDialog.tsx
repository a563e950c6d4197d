// Rejects a request with its reason, which whoever asked reads.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useAbsenceWords } from './absenceWords.ts'

type RejectProps = { absence: AbsenceView; onClose: () => void }

export function RejectDialog(props: RejectProps) {
  const { t } = useTranslation('absence')
  return (
    <Dialog title={t('rejectTitle')} onClose={props.onClose} size={440} closeOnClickOutside={false}>
      <RejectForm {...props} onCancel={props.onClose} />
    </Dialog>
  )
}

export function RejectForm({ absence, onClose, onCancel }: RejectProps & { onCancel: () => void }) {
  const { t } = useTranslation('absence')
  const { t: tc } = useTranslation('common')
  const words = useAbsenceWords()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const reject = useCommand('absence.reject', { errors: 'return', undo: t('rejected') })
  const submit = async () => {
    const reply = await reject.run({ absenceId: absence.id, reason })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          <bdi>{words.spoken(absence)}</bdi>
        </Text>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          data-autofocus
          aria-required
          autosize
          minRows={2}
          maxLength={10_000}
          dir="auto"
          error={error?.code === 'absence.reasonMissing'}
          aria-errormessage={error === null ? undefined : refusal}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setError(null)
          }}
        />
        <Refusal id={refusal} error={error} onClose={() => setError(null)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {tc('cancel')}
          </Button>
          <Button type="submit" loading={reject.pending}>
            {t('rejectDo')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
