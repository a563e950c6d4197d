// The section of users: the list with role, Client Timer and state; one of them opened shows profile and contract (B17, B47, C3, C4).
import { ActionIcon, Badge, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { UserRow } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { AtWorkBadge } from '../customers/AtWorkBadge.tsx'
import { AddUser } from './AddUser.tsx'
import classes from './settings.module.css'
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
          <Loaded query={users}>
            {(rows) => (
              <div className={classes.wide}>
                <table className={classes.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('users.name')}</th>
                      {team && <th scope="col">{t('users.role')}</th>}
                      <th scope="col">{t('users.clientTimer')}</th>
                      {team && <th scope="col">{t('users.active')}</th>}
                      <th scope="col" data-end>
                        {t('users.actions')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <UserLine
                        key={row.id}
                        user={row}
                        columns={team ? 5 : 3}
                        onOpen={() => setOpened(row.id)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Loaded>
        ) : (
          <UserPanel userId={opened} />
        )}
      </Row>
      {adding && <AddUser onClose={() => setAdding(false)} onAdded={setOpened} />}
    </Section>
  )
}

function UserLine({ user, columns, onOpen }: { user: UserRow; columns: number; onOpen: () => void }) {
  const { t } = useTranslation('settings')
  const { team } = useAppState()
  const me = useCurrentUser()
  const [refused, setRefused] = useState<{ error: AppError; retry: () => void } | null>(null)
  const edit = useCommand('user.edit', { errors: 'return', undo: t('saved') })
  const remove = useCommand('user.remove', {
    errors: 'return',
    undo: t('users.deleted', { name: user.name }),
  })
  const { name } = user
  const change = async (values: Omit<ArgsOf<'user.edit'>, 'userId'>) => {
    const reply = await edit.run({ userId: user.id, ...values })
    setRefused(reply.ok ? null : { error: reply.error, retry: () => void change(values) })
  }
  const removeIt = async () => {
    const reply = await remove.run({ userId: user.id })
    setRefused(reply.ok ? null : { error: reply.error, retry: () => void removeIt() })
  }
  return (
    <>
      <tr data-dim={!user.active || undefined}>
        <th scope="row">
          <Stack gap={0}>
            <Group gap={8} wrap="nowrap">
              <bdi className="truncate" title={name}>
                {name}
              </bdi>
              {user.id === me.id && (
                <Badge size="sm" variant="default" tt="none" style={{ flex: 'none' }}>
                  {t('users.you')}
                </Badge>
              )}
              {user.atWork && <AtWorkBadge names={[]} />}
            </Group>
            {user.email !== '' && (
              <Text size="xs" c="dimmed" className="truncate" title={user.email}>
                {user.email}
              </Text>
            )}
          </Stack>
        </th>
        {team && <td>{t(`users.roles.${user.role}`)}</td>}
        <td>
          <Switch
            aria-label={t('users.clientTimerOf', { name })}
            title={t('users.clientTimerHint')}
            checked={user.clientTimer}
            onChange={(event) => void change({ clientTimer: event.currentTarget.checked })}
          />
        </td>
        {team && (
          <td>
            <Switch
              aria-label={t('users.activeOf', { name })}
              checked={user.active}
              onChange={(event) => void change({ active: event.currentTarget.checked })}
            />
          </td>
        )}
        <td data-end>
          <Group gap={2} justify="flex-end" wrap="nowrap">
            <ActionIcon
              c="var(--db-edit)"
              aria-label={t('users.edit', { name })}
              title={t('users.edit', { name })}
              onClick={onOpen}
            >
              <Pencil size={16} />
            </ActionIcon>
            {user.id !== me.id && (
              <ActionIcon
                c="var(--db-stop)"
                aria-label={t('users.delete', { name })}
                title={t('users.delete', { name })}
                onClick={() => void removeIt()}
              >
                <Trash2 size={16} />
              </ActionIcon>
            )}
          </Group>
        </td>
      </tr>
      {refused !== null && (
        <tr>
          <td colSpan={columns}>
            <Refusal error={refused.error} onClose={() => setRefused(null)} onRetry={refused.retry} />
          </td>
        </tr>
      )}
    </>
  )
}
