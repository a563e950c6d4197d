// One user opened in the settings: profile, role, Client Timer, and the versions of the contract (B17, B47).
import { Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useCurrentUser, useModule } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { RoleSelect } from './AddUser.tsx'
import { Assignments } from './Assignments.tsx'
import { Contracts } from './Contracts.tsx'
import { Entitlements } from './Entitlements.tsx'
import { LastDate } from './LastDate.tsx'
import { PinSetting } from './PinSetting.tsx'
import { SavedText } from '../../ui/fields/SavedText.tsx'
import { UserModules } from './UserModules.tsx'

export function UserPanel({ userId }: { userId: string }) {
  const user = useRequest('user.get', { userId })
  return <Loaded query={user}>{(data) => <Profile user={data} />}</Loaded>
}

function Profile({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const { team } = useAppState()
  const absence = useModule('absence')
  const me = useCurrentUser()
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
          emptyError={tc('list.nameRequired')}
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
        <UserModules
          user={user}
          onRefused={(error) => setRefused(error === null ? null : { error, retry: () => setRefused(null) })}
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
      {user.id !== me.id && <PinSetting userId={user.id} name={user.name} />}
      <Contracts user={user} />
      {absence && <Entitlements user={user} />}
      <div>
        <Text fw={600}>{t('offices.assignments')}</Text>
        <Assignments userId={user.id} />
      </div>
      <LastDate user={user} />
    </Stack>
  )
}
