// Whose time it is: oneself at first, another, or several who worked on it together (D7, D8, D10); of the names that one is offered (D9).
import { ActionIcon, Button, Group, Stack } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from '../../ui/fields/NameSelect.tsx'

type EmployeesFieldProps = { userIds: readonly Id[]; onChange: (userIds: readonly Id[]) => void }

export function EmployeesField({ userIds, onChange }: EmployeesFieldProps) {
  const { t } = useTranslation('entries')
  const users = useRequest('user.list', { activeOnly: true })
  const [asking, setAsking] = useState(false)
  const named = (users.data ?? []).map(({ id, name }) => ({ id, name }))
  const free = (except: Id | null) => named.filter(({ id }) => id === except || !userIds.includes(id))
  const several = userIds.length > 1
  return (
    <Stack gap={6} align="stretch">
      {userIds.map((userId, at) => (
        <Group key={userId} gap={4} wrap="nowrap" align="flex-end">
          <div style={{ flex: 1 }}>
            <NameSelect
              label={several ? t('employees.numbered', { number: at + 1 }) : t('employees.one')}
              options={free(userId)}
              value={named.find(({ id }) => id === userId) ?? null}
              required
              waiting={users.isPending}
              onChange={(next) => next !== null && onChange(userIds.with(at, next.id))}
            />
          </div>
          {several && (
            <ActionIcon
              size={36}
              aria-label={t('employees.remove', { name: named.find(({ id }) => id === userId)?.name ?? '' })}
              title={t('employees.remove', { name: named.find(({ id }) => id === userId)?.name ?? '' })}
              onClick={() => onChange(userIds.toSpliced(at, 1))}
            >
              <X size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {asking && (
        <NameSelect
          label={t('employees.numbered', { number: userIds.length + 1 })}
          options={free(null)}
          value={null}
          inputRef={focused}
          onChange={(next) => {
            setAsking(false)
            if (next !== null) onChange([...userIds, next.id])
          }}
        />
      )}
      {!asking && free(null).length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Plus size={14} />}
          onClick={() => setAsking(true)}
        >
          {t('employees.add')}
        </Button>
      )}
    </Stack>
  )
}

/** It takes the place of the button that was pressed, and with it the focus. */
const focused = (field: HTMLInputElement | null) => field?.focus()
