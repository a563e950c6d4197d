// The side of a customer's page: the At work button, name, status and contact details, each edited in place.
import { Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { CustomerStatus, takesTime } from '../../../shared/entities/customer.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import type { SidePageProps } from '../../ui/SidePage.tsx'
import { ColourSelect } from '../../ui/fields/ColourSelect.tsx'
import { CustomerRates } from '../billing/CustomerRates.tsx'
import { AtWork, useOthers } from '../timer/AtWork.tsx'
import inPlace from '../../ui/fields/ValueInPlace.module.css'
import classes from './customers.module.css'
import { EditInPlace } from '../../ui/fields/EditInPlace.tsx'

const LINES = ['code', 'contactPerson', 'phone', 'email'] as const

/** What the page has at its side: the fields, the timer, and since when it is a customer. */
export function useCustomerSide(
  customer: CustomerView,
): Pick<SidePageProps<string>, 'fields' | 'work' | 'below'> {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const others = useOthers(customer.timers)
  return {
    fields: <CustomerFields customer={customer} />,
    work: (
      <AtWork
        name={customer.name}
        chosen={{ customer }}
        about={ABOUT}
        isOn={(timer) => timer.customerId === customer.id}
        others={others}
        hindrance={takesTime(customer) ? null : t('notActive')}
      />
    ),
    below: (
      <Text size="xs" c="dimmed">
        {t('details.since', { date: format.date(format.local(customer.createdAt).date) })}
      </Text>
    ),
  }
}

const ABOUT = ['customer'] as const

function CustomerFields({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const permitted = usePermitted()
  const edit = useCommand('customer.edit', { errors: 'return', undo: t('details.saved') })
  const colouring = useCommand('customer.edit', { undo: t('details.saved') })
  const save = permitted('customer.edit')
    ? (field: 'name' | 'address' | 'notes' | (typeof LINES)[number]) => async (text: string) => {
        const reply = await edit.run({ customerId: customer.id, [field]: text })
        return reply.ok ? null : reply.error
      }
    : () => undefined
  return (
    <>
      <EditInPlace label={t('form.name')} value={customer.name} maxLength={200} onSave={save('name')}>
        <span className={classes.twoLines} title={customer.name}>
          <bdi>{customer.name}</bdi>
        </span>
      </EditInPlace>
      <StatusSelect customer={customer} />
      <ColourSelect
        value={customer.colour}
        labelClass={inPlace.label ?? ''}
        disabled={!permitted('customer.edit') || colouring.pending}
        onChange={(colour) => void colouring.run({ customerId: customer.id, colour })}
      />
      {LINES.map((field) => (
        <EditInPlace
          key={field}
          label={t(`form.${field}`)}
          value={customer[field]}
          maxLength={500}
          onSave={save(field)}
        />
      ))}
      <EditInPlace
        label={t('form.address')}
        multiline
        value={customer.address}
        maxLength={10_000}
        onSave={save('address')}
      />
      <EditInPlace
        label={t('form.notes')}
        multiline
        value={customer.notes}
        maxLength={10_000}
        onSave={save('notes')}
      />
      {permitted('rate.list') && <CustomerRates customer={customer} />}
    </>
  )
}

/** A status that a running timer protects stays as it is; the refusal stands below, with the timer and the ways out (C9). */
function StatusSelect({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const permitted = usePermitted()
  const edit = useCommand('customer.edit', { errors: 'return', undo: t('details.saved') })
  const [refused, setRefused] = useState<{ error: AppError; status: CustomerStatus } | null>(null)
  const change = async (status: CustomerStatus) => {
    const reply = await edit.run({ customerId: customer.id, status })
    setRefused(reply.ok ? null : { error: reply.error, status })
  }
  return (
    <Stack gap="xs">
      <Group gap="sm" wrap="nowrap">
        <Select
          label={t('form.status')}
          data={CustomerStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={customer.status}
          disabled={!permitted('customer.edit') || edit.pending}
          allowDeselect={false}
          onChange={(value) => {
            const status = CustomerStatus.parse(value)
            if (status !== customer.status) void change(status)
          }}
          w="100%"
        />
      </Group>
      <Refusal
        error={refused?.error ?? null}
        onClose={() => setRefused(null)}
        onRetry={() => {
          if (refused !== null) void change(refused.status)
        }}
      />
    </Stack>
  )
}
