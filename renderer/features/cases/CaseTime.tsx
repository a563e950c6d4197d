// The Time Tracking tab of a case: every entry on it, New Time, and what it comes to (D1, D2, D3, D11).
import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../shared/contract/case.ts'
import { useModule, usePermitted } from '../../channel/AppState.tsx'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { usePages } from '../../channel/usePages.ts'
import { invoke } from '../../channel/useRequest.ts'
import { CustomerAmount } from '../billing/CustomerAmount.tsx'
import { EntryTable } from '../entries/EntryTable.tsx'
import { ExportTime } from '../entries/ExportTime.tsx'
import { useListView } from '../entries/useListView.ts'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { chosenCase } from './chosenCase.ts'

const ABOUT = ['customer', 'case'] as const

export function CaseTime({ one }: { one: CaseView }) {
  const { t } = useTranslation('cases')
  const channel = useChannel()
  const permitted = usePermitted()
  const { show } = useTimerDialogs()
  const { id: caseId, customerId } = one
  const edit = useCallback((entryId: string) => show({ kind: 'editEntry', entryId }), [show])
  const shown = useListView(`/cases/${caseId}/time`)
  const args = { ...shown.how, caseId }
  const pages = usePages('case.entries', args)
  const within = useMemo(() => ({ caseId }), [caseId])
  const timer = useModule('clientTimer')
  return (
    <EntryTable
      label={t('time.tab')}
      customerId={customerId}
      about="case"
      shown={shown}
      pages={pages}
      idsOf={(place) => invoke(channel, 'case.entryIds', { ...args, ...place })}
      onEdit={edit}
      emptyText={t(timer ? 'time.emptyText' : 'time.emptyByHand')}
      actions={
        permitted('entry.add') && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            onClick={() =>
              show({
                kind: 'addEntry',
                preset: { chosen: chosenCase(one), about: ABOUT, title: t('time.newOf', { code: one.code }) },
              })
            }
          >
            {t('time.new')}
          </Button>
        )
      }
      actionsAfter={<ExportTime customerId={customerId} filter={shown.filter} within={within} />}
      amount={
        permitted('customer.amount') && (
          <CustomerAmount customerId={customerId} filter={{ ...shown.filter, caseId }} />
        )
      }
    />
  )
}
