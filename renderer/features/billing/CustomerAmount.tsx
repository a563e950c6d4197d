// What a customer's time is worth, or what a filter leaves of it, below its list: asked for by itself, so that the list need not wait; a click explains it (G7).
import { useTranslation } from 'react-i18next'
import type { EntryFilter } from '../../../shared/contract/entryFilter.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Figure } from '../../ui/figures/Figure.tsx'

/** The label and the figure. Nothing where nobody has set a rate. */
export function CustomerAmount({ customerId, filter }: { customerId: string; filter: EntryFilter }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { data } = useRequest('customer.amount', { customerId, ...filter }, { keepPrevious: true })
  if (data === undefined || !data.anyRates) return null
  return (
    <>
      {t('amount')}{' '}
      <Figure label={t('amount')} steps={data.steps}>
        {data.amountMinor === null ? '–' : format.money(data.amountMinor)}
      </Figure>
    </>
  )
}
