// The Working Time tab of a customer: every entry with start, stop and total, the Total Time below, and the export (B26 to B32).
import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { usePages } from '../../channel/usePages.ts'
import { invoke } from '../../channel/useRequest.ts'
import { CustomerAmount } from '../billing/CustomerAmount.tsx'
import { EntryTable } from '../entries/EntryTable.tsx'
import { ExportTime } from '../entries/ExportTime.tsx'
import { useListView } from '../entries/useListView.ts'
import { useTimerDialogs } from '../timer/dialogs.tsx'

export function WorkingTime({ customer: { id: customerId, name } }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const channel = useChannel()
  const permitted = usePermitted()
  const { show } = useTimerDialogs()
  const edit = useCallback((entryId: string) => show({ kind: 'editEntry', entryId }), [show])
  const shown = useListView(`/customers/${customerId}/time`)
  const args = { customerId, ...shown.how }
  const pages = usePages('customer.entries', args)
  return (
    <EntryTable
      label={t('tab.time')}
      customerId={customerId}
      about="customer"
      shown={shown}
      pages={pages}
      idsOf={(place) => invoke(channel, 'customer.entryIds', { ...args, ...place })}
      onEdit={edit}
      emptyText={t('time.emptyText')}
      actions={
        permitted('entry.add') && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            title={t('time.addHint')}
            onClick={() =>
              show({ kind: 'addEntry', preset: { chosen: { customer: { id: customerId, name } } } })
            }
          >
            {t('time.add')}
          </Button>
        )
      }
      actionsAfter={<ExportTime customerId={customerId} filter={shown.filter} />}
      amount={
        permitted('customer.amount') && <CustomerAmount customerId={customerId} filter={shown.filter} />
      }
    />
  )
}
