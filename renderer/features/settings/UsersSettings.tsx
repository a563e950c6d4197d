// The section of users: the list with role, Client Timer and state; one of them opened shows profile and contract (B17, B47, C3, C4).
import { ActionIcon, Badge, Button, Switch, Text } from '@mantine/core'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { UserRow } from '../../../shared/contract/directory.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { NamedList } from '../../ui/list/NamedList.tsx'
import { NameRow } from '../../ui/list/NameRow.tsx'
import { useAttempts } from '../../ui/list/useAttempts.ts'
import { AtWorkBadge } from '../timer/AtWorkBadge.tsx'
import { AddUser } from './AddUser.tsx'
import { Row, Section } from './settingsSearch.tsx'
import { UserPanel } from './UserPanel.tsx'

export function UsersSettings() {
  const { t } = useTranslation('settings')
  const { team } = useAppState()
  const users = useRequest('user.list', {})
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const words = [
    t('users.clientTimer'),
    t('users.email'),
    t('contract.title'),
    t('contract.wage'),
    t('contract.extraHour'),
    t('contract.bonus'),
    t('contract.expectedWeek'),
    t('contract.expectedMonth'),
    t('contract.startDate'),
    t('contract.extraBy'),
    t('users.lastDate'),
    ...(team ? [t('users.role')] : []),
    ...(users.data ?? []).map(({ name }) => name),
  ]
  return (
    <Section id="users" title={t('section.users')} lead={team ? t('lead.users') : t('lead.usersSingle')}>
      <Row
        label={
          opened === null ? t('users.everybody', { count: users.data?.length ?? 0 }) : t('users.profile')
        }
        words={words}
        control={
          opened === null ? (
            <Button leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
              {t('users.add')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setOpened(null)}>
              {t('users.back')}
            </Button>
          )
        }
      >
        {opened === null ? (
          <NamedList
            query={users}
            columns={[
              ...(team ? [t('users.role')] : []),
              t('users.clientTimer'),
              ...(team ? [t('users.active')] : []),
            ]}
            row={(user) => <UserLine user={user} onOpen={() => setOpened(user.id)} />}
          />
        ) : (
          <UserPanel userId={opened} />
        )}
      </Row>
      {adding && <AddUser onClose={() => setAdding(false)} onAdded={setOpened} />}
    </Section>
  )
}

function UserLine({ user, onOpen }: { user: UserRow; onOpen: () => void }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const { team } = useAppState()
  const me = useCurrentUser()
  const attempts = useAttempts()
  const { name } = user
  const edit = useCommand('user.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('user.remove', { errors: 'return', undo: tc('list.deleted', { name }) })
  const change = (values: Omit<ArgsOf<'user.edit'>, 'userId'>) =>
    void attempts.attempt(() => edit.run({ userId: user.id, ...values }))
  return (
    <NameRow
      name={name}
      active={user.active}
      attempts={attempts}
      marks={
        <>
          {user.id === me.id && (
            <Badge size="sm" variant="default" tt="none" style={{ flex: 'none' }}>
              {t('users.you')}
            </Badge>
          )}
          {user.atWork && <AtWorkBadge names={[]} />}
        </>
      }
      below={
        user.email !== '' && (
          <Text size="xs" c="dimmed" className="truncate" title={user.email}>
            {user.email}
          </Text>
        )
      }
      cells={[
        ...(team ? [t(`users.roles.${user.role}`)] : []),
        <Switch
          key="clientTimer"
          aria-label={t('users.clientTimerOf', { name })}
          title={t('users.clientTimerHint')}
          checked={user.clientTimer}
          onChange={(event) => change({ clientTimer: event.currentTarget.checked })}
        />,
        ...(team
          ? [
              <Switch
                key="active"
                aria-label={t('users.activeOf', { name })}
                checked={user.active}
                onChange={(event) => change({ active: event.currentTarget.checked })}
              />,
            ]
          : []),
      ]}
      actions={
        <ActionIcon
          c="var(--db-edit)"
          aria-label={t('users.edit', { name })}
          title={t('users.edit', { name })}
          onClick={onOpen}
        >
          <Pencil size={16} />
        </ActionIcon>
      }
      onRemove={user.id === me.id ? undefined : () => remove.run({ userId: user.id })}
    />
  )
}
