// One global shortcut: press Change, then the new keys; one that cannot be registered is said and not kept (G5).
import { ActionIcon, Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { appError } from '../../../shared/contract/errors.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/contract/organisation.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { acceleratorOf, readable } from './accelerator.ts'
import { useKeyCap } from '../../ui/keys/keyCaps.ts'

export function ShortcutField({ name, label }: { name: 'startStop' | 'show'; label: string }) {
  const { t, i18n } = useTranslation('settings')
  const cap = useKeyCap()
  const { preferences, abilities } = useAppState()
  const { shortcuts } = preferences
  const save = useCommand('preferences.save', { errors: 'return' })
  const [recording, setRecording] = useState(false)
  const [bare, setBare] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const keys = shortcuts[name]
  const standard = DEFAULT_PREFERENCES.shortcuts[name]
  // The desktop binds what was saved, so that it failed is heard with the state and not as a refusal.
  const failed = keys !== null && abilities.shortcutFailures?.includes(keys) === true
  const set = async (accelerator: string | null) => {
    setRecording(false)
    setBare(false)
    const reply = await save.run({ shortcuts: { ...shortcuts, [name]: accelerator } })
    setError(reply.ok ? null : reply.error)
  }
  return (
    <Stack gap="xs" pt="xs">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{label}</Text>
        <Group gap="xs">
          {keys === null ? (
            <Text size="sm" c="dimmed">
              {t('device.none')}
            </Text>
          ) : (
            <Kbd>{readable(keys, cap)}</Kbd>
          )}
          <Button
            variant={recording ? 'light' : 'default'}
            size="compact-sm"
            aria-label={t('device.changeOf', { what: label })}
            onClick={() => {
              setRecording(true)
              setBare(false)
            }}
            onBlur={() => setRecording(false)}
            onKeyDown={(event) => {
              if (!recording) return
              event.preventDefault()
              event.stopPropagation()
              if (event.key === 'Escape') return setRecording(false)
              const pressed = acceleratorOf(event.nativeEvent)
              if (pressed.kind === 'bare') setBare(true)
              if (pressed.kind === 'keys') void set(pressed.accelerator)
            }}
          >
            {recording ? t('device.record') : t('device.change')}
          </Button>
          {keys !== standard && (
            <Button variant="default" size="compact-sm" onClick={() => void set(standard)}>
              {t('device.reset')}
            </Button>
          )}
          {keys !== null && (
            <ActionIcon
              aria-label={t('device.remove', { what: label })}
              title={t('device.remove', { what: label })}
              onClick={() => void set(null)}
            >
              <X size={15} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {bare && (
        <Text size="sm" c="var(--db-stop)" role="alert">
          {t('device.needsModifier')}
        </Text>
      )}
      {failed && (
        <Text size="sm" c="var(--db-stop)" role="alert">
          {errorSentence(appError('shortcut.taken'), i18n.language)}
        </Text>
      )}
      <Refusal error={error} onClose={() => setError(null)} />
    </Stack>
  )
}
