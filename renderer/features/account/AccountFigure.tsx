// A balance of the time account that explains itself: how it came about is asked for when it is opened (I6, G7).
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { accountSteps } from '../../../shared/rules/timeAccount.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { Explanation, Figure } from '../../ui/figures/Figure.tsx'
import { useFormat } from '../../ui/figures/format.ts'

export type AccountFigureProps = { userId: string; on: LocalDate; balanceMs: number; of?: string }

export function AccountFigure({ userId, on, balanceMs, of }: AccountFigureProps) {
  const { t } = useTranslation('absence')
  const format = useFormat()
  return (
    <Figure
      label={t('account.title')}
      steps={() => <Explained userId={userId} on={on} />}
      {...(of === undefined ? {} : { of })}
    >
      {format.duration(balanceMs)}
    </Figure>
  )
}

function Explained({ userId, on }: { userId: string; on: LocalDate }) {
  const account = useRequest('account.get', { userId, on })
  return (
    <Loaded query={account} rows={3}>
      {(data) => <Explanation steps={accountSteps(data)} />}
    </Loaded>
  )
}
