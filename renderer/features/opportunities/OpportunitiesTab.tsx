// The Opportunities tab of a customer: what they may buy, each edited where it stands, its status too: open, won or lost (A22).
import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core'
import { Handshake, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { OpportunityRow } from '../../../shared/contract/opportunity.ts'
import { OpportunityStatus } from '../../../shared/entities/opportunity.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SavedText } from '../../ui/fields/SavedText.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { AddName } from '../../ui/list/AddName.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'

export function OpportunitiesTab({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('opportunities')
  const permitted = usePermitted()
  const [adding, setAdding] = useState(false)
  const list = useRequest('opportunity.list', { customerId: customer.id })
  const add = useCommand('opportunity.add', {
    errors: 'return',
    undo: (_, { name }) => t('added', { name: name.trim() }),
  })
  const addButton = permitted('opportunity.add') && !adding && (
    <Button variant="default" leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <Loaded query={list}>
      {({ rows, onlyYours }) => (
        <>
          <Group gap="sm">
            {rows.length > 0 && addButton}
            {rows.length > 0 && (
              <Text size="sm" c="dimmed" className="num" role="status">
                {t('count', { count: rows.length })}
              </Text>
            )}
          </Group>
          {adding && (
            <AddName
              label={t('newName')}
              placeholder={t('placeholder')}
              onAdd={(name) => add.run({ customerId: customer.id, name })}
              onClose={() => setAdding(false)}
            />
          )}
          {rows.length === 0 && !adding && (
            <EmptyState
              icon={<Handshake size={32} />}
              title={t('empty.title')}
              text={t('empty.text')}
              action={addButton}
            />
          )}
          {rows.length > 0 && <Rows rows={rows} onlyYours={onlyYours} />}
        </>
      )}
    </Loaded>
  )
}

const COLUMNS = ['name', 'stage', 'value', 'expected', 'status', 'time', 'actions'] as const

function Rows({ rows, onlyYours }: { rows: readonly OpportunityRow[]; onlyYours: boolean }) {
  const { t } = useTranslation('opportunities')
  const [refused, setRefused] = useState<{ error: AppError; again: () => void } | null>(null)
  const tryTo = (act: () => Promise<Reply<unknown>>): void =>
    void act().then((reply) => setRefused(reply.ok ? null : { error: reply.error, again: () => tryTo(act) }))
  return (
    <>
      <Refusal
        error={refused?.error ?? null}
        onClose={() => setRefused(null)}
        onRetry={() => refused?.again()}
      />
      <PlainTable>
        <caption className="visually-hidden">{t('tab')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-end={column === 'time' || undefined}>
                {column === 'actions' ? (
                  <span className="visually-hidden">{t('column.actions')}</span>
                ) : (
                  t(`column.${column === 'time' && onlyYours ? 'yours' : column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OpportunityLine key={row.id} row={row} tryTo={tryTo} />
          ))}
        </tbody>
      </PlainTable>
    </>
  )
}

type LineProps = { row: OpportunityRow; tryTo: (act: () => Promise<Reply<unknown>>) => void }

function OpportunityLine({ row, tryTo }: LineProps) {
  const { t } = useTranslation('opportunities')
  const format = useFormat()
  const permitted = usePermitted()
  const { name } = row
  const edit = useCommand('opportunity.edit', { errors: 'return', undo: t('saved', { name }) })
  const close = useCommand('opportunity.close', {
    errors: 'return',
    undo: (_, { status }) => t(`became.${status}`, { name }),
  })
  const remove = useCommand('opportunity.remove', { errors: 'return', undo: t('deleted', { name }) })
  const change = (values: Omit<ArgsOf<'opportunity.edit'>, 'opportunityId'>) =>
    edit.run({ opportunityId: row.id, ...values })
  const saveText = (field: 'name' | 'stage') => async (text: string) => {
    const reply = await change({ [field]: text })
    return reply.ok ? null : reply.error
  }
  const turn = (status: OpportunityStatus) => tryTo(() => close.run({ opportunityId: row.id, status }))
  return (
    <tr data-dim={row.status !== 'Open' || undefined}>
      <th scope="row">
        <SavedText
          label={t('nameOf', { name })}
          value={name}
          maxLength={200}
          emptyError={t('nameRequired')}
          onSave={saveText('name')}
          width={150}
        />
      </th>
      <td>
        <SavedText
          label={t('stageOf', { name })}
          value={row.stage}
          maxLength={100}
          onSave={saveText('stage')}
          width={110}
        />
      </td>
      <td>
        <MoneyField
          label={null}
          aria-label={t('valueOf', { name })}
          valueMinor={row.valueMinor}
          width={128}
          onChange={(valueMinor) =>
            valueMinor !== null && valueMinor !== row.valueMinor && tryTo(() => change({ valueMinor }))
          }
        />
      </td>
      <td>
        <DateField
          label={null}
          aria-label={t('expectedOf', { name })}
          value={row.expectedClose}
          onChange={(expectedClose) => tryTo(() => change({ expectedClose }))}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('statusOf', { name })}
          data={OpportunityStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={row.status}
          onChange={({ currentTarget: { value } }) => turn(OpportunityStatus.parse(value))}
        />
      </td>
      <td className="num" data-end>
        {format.duration(row.totalMs)}
      </td>
      <td>
        {permitted('opportunity.remove') && (
          <ActionIcon
            c="var(--db-stop)"
            aria-label={t('delete', { name })}
            title={t('delete', { name })}
            onClick={() => tryTo(() => remove.run({ opportunityId: row.id }))}
          >
            <Trash2 size={15} />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}
