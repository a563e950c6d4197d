// The list of offices or of departments: each with its code and name, added and edited in one form, with a trash.
import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CodedRow } from '../../../shared/contract/office.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { Row } from './settingsSearch.tsx'

type Coded = 'office' | 'department'
type Values = Pick<CodedRow, 'code' | 'name'>

function useCoded(of: Coded, code: string) {
  const { t } = useTranslation('settings')
  const added = { errors: 'return', undo: t('offices.added', { code }) } as const
  const saved = { errors: 'return', undo: t('saved') } as const
  const deleted = { errors: 'return', undo: t('offices.deleted', { code }) } as const
  const office = {
    add: useCommand('office.add', added).run,
    edit: useCommand('office.edit', saved).run,
    remove: useCommand('office.remove', deleted).run,
  }
  const department = {
    add: useCommand('department.add', added).run,
    edit: useCommand('department.edit', saved).run,
    remove: useCommand('department.remove', deleted).run,
  }
  return of === 'office'
    ? {
        add: (values: Values): Promise<Reply<unknown>> => office.add(values),
        edit: (id: string, values: Values) => office.edit({ officeId: id, ...values }),
        remove: (id: string) => office.remove({ officeId: id }),
      }
    : {
        add: (values: Values): Promise<Reply<unknown>> => department.add(values),
        edit: (id: string, values: Values) => department.edit({ departmentId: id, ...values }),
        remove: (id: string) => department.remove({ departmentId: id }),
      }
}

export function CodedList({ of }: { of: Coded }) {
  const { t } = useTranslation('settings')
  const list = useRequest(of === 'office' ? 'office.list' : 'department.list', {})
  const [adding, setAdding] = useState(false)
  const isOffice = of === 'office'
  return (
    <Row
      label={t(`offices.${of}`)}
      words={(list.data ?? []).flatMap(({ code, name }) => [code, name])}
      control={
        <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
          {t(isOffice ? 'offices.addOffice' : 'offices.addDepartment')}
        </Button>
      }
    >
      {adding && <CodedForm of={of} onClose={() => setAdding(false)} />}
      <Loaded query={list} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{t(isOffice ? 'offices.noneOffice' : 'offices.noneDepartment')}</p>
          ) : (
            <PlainTable>
              <thead>
                <tr>
                  <th scope="col">{t('offices.code')}</th>
                  <th scope="col">{t('offices.name')}</th>
                  <th scope="col" data-end>
                    {t('offices.action')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <CodedLine key={row.id} of={of} row={row} />
                ))}
              </tbody>
            </PlainTable>
          )
        }
      </Loaded>
    </Row>
  )
}

function CodedForm({ of, row, onClose }: { of: Coded; row?: CodedRow; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [values, setValues] = useState<Values>({ code: row?.code ?? '', name: row?.name ?? '' })
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const coded = useCoded(of, values.code.trim())
  const submit = async () => {
    setTried(true)
    if (values.code.trim() === '') return
    const reply = await (row === undefined ? coded.add(values) : coded.edit(row.id, values))
    if (reply.ok) onClose()
    else setError(reply.error)
  }
  const change = (part: Partial<Values>) => {
    setValues((was) => ({ ...was, ...part }))
    setError(null)
  }
  const codeless = tried && values.code.trim() === ''
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Group
        gap="sm"
        align="flex-end"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        data-mantine-stop-propagation
      >
        <TextInput
          label={t('offices.code')}
          value={values.code}
          maxLength={40}
          w={130}
          autoFocus
          dir="auto"
          error={codeless ? t('offices.codeRequired') : null}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <TextInput
          label={t('offices.name')}
          value={values.name}
          maxLength={200}
          dir="auto"
          style={{ flex: '1 1 160px' }}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Button type="submit">{t('save')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
      <Refusal error={error} onClose={() => setError(null)} />
    </SubmitForm>
  )
}

function CodedLine({ of, row }: { of: Coded; row: CodedRow }) {
  const { t } = useTranslation('settings')
  const [editing, setEditing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const { id, code, name } = row
  const coded = useCoded(of, code)
  const remove = async () => {
    const reply = await coded.remove(id)
    setError(reply.ok ? null : reply.error)
  }
  if (editing)
    return (
      <tr>
        <td colSpan={3}>
          <CodedForm of={of} row={row} onClose={() => setEditing(false)} />
        </td>
      </tr>
    )
  return (
    <>
      <tr>
        <th scope="row">
          <bdi>{code}</bdi>
        </th>
        <td>
          <bdi>{name}</bdi>
        </td>
        <td data-end>
          <Group gap={2} justify="flex-end" wrap="nowrap">
            <ActionIcon
              c="var(--db-edit)"
              aria-label={t('offices.edit', { code })}
              title={t('offices.edit', { code })}
              onClick={() => setEditing(true)}
            >
              <Pencil size={16} />
            </ActionIcon>
            <ActionIcon
              c="var(--db-stop)"
              aria-label={t('offices.delete', { code })}
              title={t('offices.delete', { code })}
              onClick={() => void remove()}
            >
              <Trash2 size={16} />
            </ActionIcon>
          </Group>
        </td>
      </tr>
      {error !== null && (
        <tr>
          <td colSpan={3}>
            <Refusal error={error} onClose={() => setError(null)} onRetry={() => void remove()} />
          </td>
        </tr>
      )}
    </>
  )
}
