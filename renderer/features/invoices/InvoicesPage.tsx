// The invoices: sums by state, and the list, drafts first.
import { Button, Select } from '@mantine/core'
import { Plus, ReceiptText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceSums } from '../../../shared/contract/invoice.ts'
import type { InvoiceState } from '../../../shared/rules/invoice.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Page } from '../../ui/Page.tsx'
import { InvoiceTable } from './InvoiceTable.tsx'
import classes from './invoices.module.css'
import { NewInvoice } from './NewInvoice.tsx'

const STATES: readonly InvoiceState[] = ['draft', 'open', 'partPaid', 'overdue', 'paid', 'void', 'creditNote']

export function InvoicesPage() {
  const { t } = useTranslation('invoices')
  const list = useRequest('invoice.list', {})
  const [state, setState] = useState<InvoiceState | null>(null)
  const [making, setMaking] = useState(false)
  const add = (
    <Button leftSection={<Plus size={16} />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <Loaded query={list} rows={6}>
        {({ rows, sums }) =>
          rows.length === 0 ? (
            <EmptyState icon={<ReceiptText size={28} />} title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <>
              <Sums sums={sums} />
              <Select
                aria-label={t('filter')}
                data={[
                  { value: '', label: t('state.all') },
                  ...STATES.map((value) => ({ value, label: t(`state.${value}`) })),
                ]}
                value={state ?? ''}
                allowDeselect={false}
                w={200}
                mb="sm"
                onChange={(value) => setState(STATES.find((each) => each === value) ?? null)}
              />
              <InvoiceTable
                key={state}
                rows={state === null ? rows : rows.filter((row) => row.state === state)}
                withCustomer
              />
            </>
          )
        }
      </Loaded>
      {making && <NewInvoice customer={null} onClose={() => setMaking(false)} />}
    </Page>
  )
}

/** One card a state, and a currency where there were several. */
function Sums({ sums }: { sums: readonly InvoiceSums[] }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const shown = STATES.flatMap((state) => sums.filter((sum) => sum.state === state))
  return (
    <div className={classes.sums}>
      {shown.map((sum) => (
        <div key={`${sum.state} ${sum.currency}`} className={classes.sum}>
          <span className={sum.state === 'overdue' ? classes.overdue : 'quiet'}>
            {t(`state.${sum.state}`)}
          </span>
          <strong className="num">{format.money(sum.totalMinor, sum.currency)}</strong>
          <span className="quiet">
            {t('count', { count: sum.count })}
            {sum.openMinor > 0 && sum.openMinor !== sum.totalMinor && (
              <> · {t('openSum', { amount: format.money(sum.openMinor, sum.currency) })}</>
            )}
          </span>
        </div>
      ))}
    </div>
  )
}
