// Asks for the PIN of a profile and becomes that user; a refusal stands beside the field, and the focus stays in it.
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../text/errorSentence.ts'
import { useCommand } from '../channel/useRequest.ts'
import { SubmitForm } from './fields/SubmitForm.tsx'
import { SecretField } from './fields/SecretField.tsx'

type PinFormProps = { profile: { id: string; name: string; pin: boolean }; onDone?: () => void }

export function PinForm({ profile, onDone }: PinFormProps) {
  const { t, i18n } = useTranslation('common')
  const change = useCommand('session.switchUser', { errors: 'return' })
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = async () => {
    const reply = await change.run({ userId: profile.id, ...(profile.pin ? { pin } : {}) })
    setPin('')
    if (reply.ok) onDone?.()
    else setError(errorSentence(reply.error, i18n.language))
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="md">
        {profile.pin && (
          <SecretField
            label={t('pin.of', { name: profile.name })}
            value={pin}
            onChange={(event) => {
              setPin(event.currentTarget.value)
              setError(null)
            }}
            error={error}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            data-autofocus
            autoFocus
            visibilityToggleFocusable
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={change.pending}>
            {t('pin.enter')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
