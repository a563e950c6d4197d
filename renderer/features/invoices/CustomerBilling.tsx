// A customer's billing: what is not invoiced yet, its invoices, and what stands on them about it.
import { Button, Group, Select, Text } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { SavedText } from '../../ui/fields/SavedText.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useCountries } from './countries.ts'
import classes from './invoices.module.css'
import { InvoiceTable } from './InvoiceTable.tsx'
import { NewInvoice } from './NewInvoice.tsx'

const TEXTS = ['postCode', 'city', 'vatId', 'buyerReference'] as const

export function CustomerBilling({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const [making, setMaking] = useState(false)
  const list = useRequest('invoice.list', { customerId: customer.id })
  const { data } = useRequest('invoice.billable', { customerId: customer.id })
  return (
    <>
      <Group justify="space-between">
        <Text size="sm">
          {t('customer.unbilled')}:{' '}
          <span className="num">
            {data === undefined ? '…' : `${format.duration(data.ms)} · ${format.money(data.amountMinor)}`}
          </span>
        </Text>
        <Button leftSection={<Plus size={16} />} onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      </Group>
      <Details customer={customer} />
      <Loaded query={list} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('empty.title')}</Text>
          ) : (
            <InvoiceTable rows={rows} withCustomer={false} />
          )
        }
      </Loaded>
      {making && <NewInvoice customer={customer} onClose={() => setMaking(false)} />}
    </>
  )
}

/** What invoices say of the customer beside its name and address. */
function Details({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const { t: ti } = useTranslation('invoices')
  const countries = useCountries()
  const edit = useCommand('customer.edit', { errors: 'return', undo: t('details.saved') })
  const save = (change: object) => async (): Promise<AppError | null> => {
    const reply = await edit.run({ customerId: customer.id, ...change })
    return reply.ok ? null : reply.error
  }
  return (
    <div className={classes.controls}>
      {TEXTS.map((field) => (
        <SavedText
          key={field}
          label={field === 'buyerReference' ? t('form.buyerReference') : ti(`settings.${field}`)}
          withLabel
          width={170}
          value={customer[field]}
          maxLength={500}
          onSave={(text) => save({ [field]: text })()}
        />
      ))}
      <Select
        label={ti('settings.country')}
        data={countries}
        value={customer.country}
        searchable
        clearable
        limit={100}
        w={200}
        onChange={(country) => void save({ country })()}
      />
    </div>
  )
}
