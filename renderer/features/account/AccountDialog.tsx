// A user's time account or vacation: its corrections and payouts, the form that enters another, and the balances by month (I6).
import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountName } from '../../../shared/entities/accountEntry.ts'
import { useAppState, usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { AccountEntries } from './AccountEntries.tsx'
import { AccountEntryForm } from './AccountEntryForm.tsx'

export type AccountDialogProps = { userId: string; name: string; account: AccountName; onClose: () => void }

export function AccountDialog(props: AccountDialogProps) {
  const { t } = useTranslation('absence')
  const { userId, name, account, onClose } = props
  const permitted = usePermitted()
  const title = account === 'time' ? t('account.title') : t('account.vacationTitle')
  return (
    <Dialog title={`${title}: ${name}`} onClose={onClose} size={640} closeOnClickOutside={false}>
      <Stack gap="md">
        {permitted('accountEntry.add') && <AccountEntryForm userId={userId} account={account} />}
        {account === 'time' ? <TimeAccount userId={userId} /> : <Vacation userId={userId} />}
      </Stack>
    </Dialog>
  )
}

function TimeAccount({ userId }: { userId: string }) {
  const { t } = useTranslation('absence')
  const format = useFormat()
  const account = useRequest('account.get', { userId })
  return (
    <Loaded query={account}>
      {({ entries, months }) => (
        <>
          <AccountEntries entries={entries} />
          <Title order={3} size="h6">
            {t('account.months')}
          </Title>
          <PlainTable>
            <thead>
              <tr>
                <th scope="col">{t('account.column.month')}</th>
                {(['worked', 'expected', 'entries', 'balance'] as const).map((column) => (
                  <th key={column} scope="col" data-end>
                    {t(`account.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((line) => (
                <tr key={line.month}>
                  <th scope="row">{format.month(line.month)}</th>
                  <td data-end>{format.duration(line.totalMs)}</td>
                  <td data-end>{format.duration(line.expectedMs)}</td>
                  <td data-end>{line.entriesMs === 0 ? '' : format.duration(line.entriesMs)}</td>
                  <td data-end>{format.duration(line.balanceMs)}</td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        </>
      )}
    </Loaded>
  )
}

function Vacation({ userId }: { userId: string }) {
  const { today } = useAppState()
  const vacation = useRequest('entitlement.balance', { userId, year: Number(today.slice(0, 4)) })
  return <Loaded query={vacation}>{({ entries }) => <AccountEntries entries={entries} />}</Loaded>
}
