// The PIN of one profile, where the firm wants PINs: set, changed with the one so far, and reset by an administrator.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../text/errorSentence.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { SecretField } from '../../ui/fields/SecretField.tsx'

export function PinSetting({ userId, name }: { userId: string; name: string }) {
  const { t, i18n } = useTranslation('settings')
  const { pins } = useAppState()
  const me = useCurrentUser()
  const set = useCommand('session.setPin', { errors: 'return' })
  const [fresh, setFresh] = useState('')
  const [current, setCurrent] = useState('')
  const [said, setSaid] = useState<{ error: 'fresh' | 'current' | null; text: string } | null>(null)
  const message = useId()
  if (pins === null) return null
  const has = pins.profiles.some(({ id, pin }) => id === userId && pin)
  const asksCurrent = has && me.id === userId
  const save = async (pin: string | null) => {
    const reply = await set.run({ userId, pin, ...(asksCurrent ? { current } : {}) })
    setSaid(
      reply.ok
        ? { error: null, text: t(pin === null ? 'pin.removed' : 'pin.saved') }
        : {
            error: asksCurrent && reply.error.code !== 'request.invalid' ? 'current' : 'fresh',
            text:
              reply.error.code === 'request.invalid'
                ? t('pin.digits')
                : errorSentence(reply.error, i18n.language),
          },
    )
    setCurrent('')
    if (reply.ok) setFresh('')
  }
  const field = (of: 'fresh' | 'current', label: string, value: string, change: (text: string) => void) => (
    <SecretField
      label={label}
      value={value}
      error={said?.error === of}
      aria-errormessage={said?.error === of ? message : undefined}
      onChange={(event) => {
        change(event.currentTarget.value)
        setSaid(null)
      }}
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      w={180}
      visibilityToggleFocusable
    />
  )
  return (
    <SubmitForm onSubmit={() => save(fresh)} aria-label={t('pin.title', { name })}>
      <Stack gap={6}>
        <Group gap="md" align="flex-end">
          {asksCurrent && field('current', t('pin.current'), current, setCurrent)}
          {field('fresh', t(has ? 'pin.fresh' : 'pin.first'), fresh, setFresh)}
          <Button type="submit" variant="default" loading={set.pending} disabled={fresh === ''}>
            {t('pin.set')}
          </Button>
          {has && (
            <Button variant="subtle" color="gray" loading={set.pending} onClick={() => void save(null)}>
              {t('pin.remove')}
            </Button>
          )}
        </Group>
        <Text
          id={message}
          size="sm"
          c={said?.error == null ? 'dimmed' : 'red'}
          role={said?.error == null ? 'status' : 'alert'}
        >
          {said?.text ?? t('pin.hint')}
        </Text>
      </Stack>
    </SubmitForm>
  )
}
