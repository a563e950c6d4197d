// One user opened in the settings: profile, role, Client Timer, and the versions of the contract (B17, B47).
import { Group, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { RoleSelect } from './AddUser.tsx'
import { Contracts } from './Contracts.tsx'
import { SavedText } from './SavedText.tsx'

export function UserPanel({ userId }: { userId: string }) {
  const user = useRequest('user.get', { userId })
  return <Loaded query={user}>{(data) => <Profile user={data} />}</Loaded>
}

function Profile({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const { team } = useAppState()
  const edit = useCommand('user.edit', { errors: 'return', undo: t('saved') })
  const [refused, setRefused] = useState<{ error: AppError; retry: () => void } | null>(null)
  const save = async (values: Omit<ArgsOf<'user.edit'>, 'userId'>): Promise<AppError | null> => {
    const reply = await edit.run({ userId: user.id, ...values })
    return reply.ok ? null : reply.error
  }
  const change = async (values: Omit<ArgsOf<'user.edit'>, 'userId'>) => {
    const error = await save(values)
    setRefused(error === null ? null : { error, retry: () => void change(values) })
  }
  return (
    <Stack gap="md" pt="sm">
      <Group gap="md" align="flex-start">
        <SavedText
          label={t('users.name')}
          withLabel
          value={user.name}
          maxLength={200}
          emptyError={t('users.nameRequired')}
          onSave={(name) => save({ name })}
        />
        <SavedText
          label={t('users.email')}
          withLabel
          type="email"
          value={user.email}
          maxLength={500}
          onSave={(email) => save({ email })}
        />
      </Group>
      {team && (
        <RoleSelect value={user.role} onChange={(role) => role !== user.role && void change({ role })} />
      )}
      <Group gap="xl" align="flex-start">
        <Switch
          label={t('users.clientTimer')}
          description={t('users.clientTimerHint')}
          checked={user.clientTimer}
          onChange={(event) => void change({ clientTimer: event.currentTarget.checked })}
        />
        {team && (
          <Switch
            label={t('users.active')}
            checked={user.active}
            onChange={(event) => void change({ active: event.currentTarget.checked })}
          />
        )}
      </Group>
      {refused !== null && (
        <Refusal error={refused.error} onClose={() => setRefused(null)} onRetry={refused.retry} />
      )}
      <Contracts user={user} />
    </Stack>
  )
}
