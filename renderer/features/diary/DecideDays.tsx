// Rejects submitted days, or takes approved ones back, with the reason that whoever submitted them reads (I7).
import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export type Deciding = {
  act: 'reject' | 'takeBack'
  of: ArgsOf<'approval.reject'>['of']
  /** Whose days they are, in words. */
  what: string
}

export function DecideDays({ act, of, what, onClose }: Deciding & { onClose: () => void }) {
  const { t } = useTranslation('approvals')
  const { t: tc } = useTranslation('common')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const refusal = useId()
  const reject = useCommand('approval.reject', { errors: 'return', undo: t('done.reject') })
  const takeBack = useCommand('approval.takeBack', { errors: 'return', undo: t('done.takeBack') })
  const command = act === 'reject' ? reject : takeBack
  const submit = async () => {
    const reply = await command.run({ of, reason })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <Dialog title={t(`${act}Title`)} onClose={onClose} size={440} closeOnClickOutside={false}>
      <SubmitForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            <bdi>{what}</bdi>
          </Text>
          <NoteField
            label={t('reason')}
            description={t('reasonHint')}
            value={reason}
            autoFocus
            minRows={2}
            aria-required={act === 'reject'}
            error={error?.code === 'approval.reasonMissing'}
            aria-errormessage={error === null ? undefined : refusal}
            onChange={(text) => {
              setReason(text)
              setError(null)
            }}
          />
          <Refusal id={refusal} error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc('cancel')}
            </Button>
            <Button type="submit" loading={command.pending}>
              {t(`${act}Do`)}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
