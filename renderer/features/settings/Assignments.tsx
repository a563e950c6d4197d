// Who works in which office and department, for one customer or for all: of one user, or of everybody whose it may be seen.
import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { AssignmentRow } from '../../../shared/contract/office.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { AssignmentForm } from './AssignmentForm.tsx'

export function Assignments({ userId }: { userId?: string }) {
  const { t } = useTranslation('settings')
  const leads = usePermitted()('assignment.add')
  const list = useRequest('assignment.list', userId === undefined ? {} : { userId })
  const [adding, setAdding] = useState(false)
  const columns = userId === undefined ? 5 : 4
  return (
    <>
      <Loaded query={list} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {leads ? t('offices.none') : t('offices.noneOwn')}
            </Text>
          ) : (
            <PlainTable>
              <thead>
                <tr>
                  {userId === undefined && <th scope="col">{t('offices.user')}</th>}
                  <th scope="col">{t('offices.customer')}</th>
                  <th scope="col">{t('offices.officeOne')}</th>
                  <th scope="col">{t('offices.departmentOne')}</th>
                  {leads && (
                    <th scope="col" data-end>
                      {t('offices.action')}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <AssignmentLine
                    key={row.id}
                    row={row}
                    leads={leads}
                    columns={columns}
                    withUser={userId === undefined}
                  />
                ))}
              </tbody>
            </PlainTable>
          )
        }
      </Loaded>
      {adding && (
        <AssignmentForm {...(userId !== undefined && { userId })} onClose={() => setAdding(false)} />
      )}
      {leads && !adding && (
        <Button mt="xs" variant="default" leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
          {t('offices.assign')}
        </Button>
      )}
    </>
  )
}

type LineProps = { row: AssignmentRow; leads: boolean; withUser: boolean; columns: number }

function AssignmentLine({ row, leads, withUser, columns }: LineProps) {
  const { t } = useTranslation('settings')
  const [editing, setEditing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const remove = useCommand('assignment.remove', { errors: 'return', undo: t('offices.unassigned') })
  const customer = row.customerName ?? t('offices.allCustomers')
  const called = { name: row.userName, customer }
  const removeIt = async () => {
    const reply = await remove.run({ assignmentId: row.id })
    setError(reply.ok ? null : reply.error)
  }
  if (editing)
    return (
      <tr>
        <td colSpan={columns}>
          <AssignmentForm row={row} onClose={() => setEditing(false)} />
        </td>
      </tr>
    )
  return (
    <>
      <tr>
        {withUser && (
          <th scope="row">
            <bdi>{row.userName}</bdi>
          </th>
        )}
        <td>
          {row.customerName === null ? <span className="quiet">{customer}</span> : <bdi>{customer}</bdi>}
        </td>
        <td title={row.officeName}>
          <bdi>{row.officeCode}</bdi>
        </td>
        <td title={row.departmentName}>
          <bdi>{row.departmentCode}</bdi>
        </td>
        {leads && (
          <td data-end>
            <Group gap={2} justify="flex-end" wrap="nowrap">
              <ActionIcon
                c="var(--db-edit)"
                aria-label={t('offices.editAssignment', called)}
                title={t('offices.editAssignment', called)}
                onClick={() => setEditing(true)}
              >
                <Pencil size={16} />
              </ActionIcon>
              <ActionIcon
                c="var(--db-stop)"
                aria-label={t('offices.deleteAssignment', called)}
                title={t('offices.deleteAssignment', called)}
                onClick={() => void removeIt()}
              >
                <Trash2 size={16} />
              </ActionIcon>
            </Group>
          </td>
        )}
      </tr>
      {error !== null && (
        <tr>
          <td colSpan={columns}>
            <Refusal error={error} onClose={() => setError(null)} onRetry={() => void removeIt()} />
          </td>
        </tr>
      )}
    </>
  )
}
