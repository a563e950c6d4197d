// Adds an assignment, or changes the office and department of one; a refusal stands in it, and what was chosen stays.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { AssignmentRow } from '../../../shared/contract/office.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { CodedSelect } from '../../ui/fields/CodedSelect.tsx'
import { CustomerSelect } from '../../ui/fields/CustomerSelect.tsx'
import { NameSelect } from '../../ui/fields/NameSelect.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'

type Choice = { id: string; name: string }
type AssignmentFormProps = { row?: AssignmentRow; userId?: string; onClose: () => void }

export function AssignmentForm({ row, userId, onClose }: AssignmentFormProps) {
  const { t } = useTranslation('settings')
  const users = useRequest('user.list', { activeOnly: true })
  const [user, setUser] = useState<Choice | null>(null)
  const [customer, setCustomer] = useState<Choice | null>(null)
  const [officeId, setOfficeId] = useState(row?.officeId ?? null)
  const [departmentId, setDepartmentId] = useState(row?.departmentId ?? null)
  const [incomplete, setIncomplete] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('assignment.add', { errors: 'return', undo: t('offices.assigned') })
  const edit = useCommand('assignment.edit', { errors: 'return', undo: t('saved') })
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      set(value)
      setError(null)
      setIncomplete(false)
    }
  const submit = async () => {
    const who = row?.userId ?? userId ?? user?.id
    if (who === undefined || officeId === null || departmentId === null) return setIncomplete(true)
    const reply =
      row === undefined
        ? await add.run({ userId: who, customerId: customer?.id ?? null, officeId, departmentId })
        : await edit.run({ assignmentId: row.id, officeId, departmentId })
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="sm" py="xs">
        {row !== undefined && (
          <Text size="sm" fw={500}>
            <bdi>{row.userName}</bdi> · <bdi>{row.customerName ?? t('offices.allCustomers')}</bdi>
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {row === undefined && userId === undefined && (
            <NameSelect
              label={t('offices.user')}
              options={(users.data ?? []).map(({ id, name }) => ({ id, name }))}
              value={user}
              required
              onChange={changing(setUser)}
            />
          )}
          {row === undefined && (
            <CustomerSelect
              label={t('offices.customer')}
              placeholder={t('offices.allCustomers')}
              value={customer}
              clearable
              onChange={changing(setCustomer)}
            />
          )}
          <CodedSelect
            of="office"
            label={t('offices.officeOne')}
            value={officeId}
            onChange={changing(setOfficeId)}
          />
          <CodedSelect
            of="department"
            label={t('offices.departmentOne')}
            value={departmentId}
            onChange={changing(setDepartmentId)}
          />
        </SimpleGrid>
        {incomplete && (
          <Text size="sm" c="red" role="alert">
            {t('offices.incomplete')}
          </Text>
        )}
        <Refusal error={error} onClose={() => setError(null)} />
        <Group gap="sm">
          <Button type="submit" loading={add.pending || edit.pending}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
