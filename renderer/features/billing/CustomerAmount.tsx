// What a customer's time is worth, below its list: asked for by itself, so that the list need not wait; a click explains it (G7).
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/format.ts'
import { Figure } from '../diary/Figure.tsx'

/** Two cells of a row: the label and the figure. Nothing where nobody has set a rate. */
export function CustomerAmount({ customerId }: { customerId: string }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { data } = useRequest('customer.amount', { customerId }, { keepPrevious: true })
  if (data === undefined || !data.anyRates) return null
  return (
    <>
      <span role="gridcell">{t('amount')}</span>
      <span role="gridcell">
        <Figure label={t('amount')} steps={data.steps}>
          {data.amountMinor === null ? '–' : format.money(data.amountMinor)}
        </Figure>
      </span>
    </>
  )
}
