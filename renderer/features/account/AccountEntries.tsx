// The corrections and payouts of an account, newest first; those of a closed period stay (I6).
import { ActionIcon, Text, Title } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { AccountEntry } from '../../../shared/entities/accountEntry.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'

export function AccountEntries({ entries }: { entries: readonly (AccountEntry & { closed: boolean })[] }) {
  const { t } = useTranslation('absence')
  const format = useFormat()
  const permitted = usePermitted()
  const remove = useCommand('accountEntry.remove', { undo: t('account.deleted') })
  if (entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('account.none')}
      </Text>
    )
  const amountOf = ({ account, amount }: AccountEntry): string =>
    account === 'time' ? format.duration(amount * MINUTE_MS) : format.days(amount)
  return (
    <>
      <Title order={3} size="h6">
        {t('account.lines')}
      </Title>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('account.column.date')}</th>
            <th scope="col">{t('account.column.what')}</th>
            <th scope="col" data-end>
              {t('account.column.amount')}
            </th>
            <th scope="col">{t('account.column.reason')}</th>
            <th scope="col">{t('account.column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{format.date(entry.date, 'short')}</td>
              <td>{t(`account.kind.${entry.kind}`)}</td>
              <td data-end>{amountOf(entry)}</td>
              <td>
                <bdi>{entry.reason}</bdi>
              </td>
              <td>
                {entry.closed ? (
                  <Text size="xs" c="dimmed">
                    {t('account.closed')}
                  </Text>
                ) : (
                  permitted('accountEntry.remove') && (
                    <ActionIcon
                      size="sm"
                      color="red"
                      aria-label={t('account.delete', {
                        what: `${t(`account.kind.${entry.kind}`)}, ${format.date(entry.date)}, ${amountOf(entry)}`,
                      })}
                      onClick={() => void remove.run({ accountEntryId: entry.id })}
                    >
                      <Trash2 size={15} />
                    </ActionIcon>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </>
  )
}
