// A list of cases, of all customers or of one: filtered, sorted, each opened by a press; what to do where there is none.
import { Button, Group, Text } from '@mantine/core'
import { LifeBuoy, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { usePermitted } from '../../channel/AppState.tsx'
import { usePages } from '../../channel/usePages.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import type { ListPlace } from '../../ui/table/VirtualTable.tsx'
import { rowHeightOf, useNarrow } from '../../ui/table/narrow.ts'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { useCaseCells, useCaseColumns } from './caseCells.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import classes from './cases.module.css'
import type { CasesView } from './casesView.ts'
import { ALL_CASES, isNarrowed } from './casesView.ts'
import { NewCase } from './NewCase.tsx'

type Named = { id: string; name: string }

/** The button that adds a case, and its dialog; the page of the new one opens. */
export function AddCase({ customer, plain = false }: { customer: Named | null; plain?: boolean }) {
  const { t } = useTranslation('cases')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const [adding, setAdding] = useState(false)
  if (!permitted('case.add')) return null
  return (
    <>
      <Button
        variant={plain ? 'default' : 'filled'}
        leftSection={<Plus size={16} />}
        onClick={() => setAdding(true)}
      >
        {t('add')}
      </Button>
      {adding && (
        <NewCase
          customer={customer}
          onClose={() => setAdding(false)}
          onAdded={(caseId) => navigate(`/cases/${caseId}`)}
        />
      )}
    </>
  )
}

export type CasesListProps = {
  /** Whose; null: everybody's. */
  customer: Named | null
  view: CasesView
  setView: (view: CasesView) => void
  place: ListPlace
  onPlace: (place: ListPlace) => void
}

export function CasesList({ customer, view, setView, place, onPlace }: CasesListProps) {
  const { t } = useTranslation('cases')
  const [, navigate] = useLocation()
  const of = customer === null ? {} : { customerId: customer.id }
  const { sort, ascending } = view
  const pages = usePages('case.list', { ...view.filter, ...of, sort, ascending })
  // Is there none at all, or none that the filters leave?
  const any = useRequest('case.list', { ...of, limit: 1 }).data?.total
  const columns = useCaseColumns({
    view,
    setView,
    onlyYours: pages.first?.onlyYours ?? false,
    withCustomer: customer === null,
  })
  const cells = useCaseCells()
  const narrow = useNarrow()
  // What narrows a list is shown once there is something to narrow: it would be there for a moment, and gone.
  if (any === undefined && pages.error === null) return <SkeletonRows rows={10} />
  if (any === 0)
    return (
      <EmptyState
        icon={<LifeBuoy size={32} />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={<AddCase customer={customer} />}
      />
    )
  return (
    <>
      {customer !== null && (
        <Group gap="sm">
          <AddCase customer={customer} plain />
        </Group>
      )}
      <CaseFilters view={view} onChange={setView} of={customer?.id ?? null}>
        {pages.first !== undefined && (
          <Text size="sm" c="dimmed" role="status" className={`num ${classes.count ?? ''}`}>
            {t('count', { count: pages.total })}
          </Text>
        )}
      </CaseFilters>
      <Refusal error={pages.error?.error ?? null} onClose={pages.refetch} />
      {pages.first === undefined && pages.error === null && <SkeletonRows rows={10} />}
      {pages.first !== undefined && pages.total > 0 && (
        <VirtualTable
          // Another filter is another list, which begins at its top.
          key={JSON.stringify([view.filter, narrow])}
          rowHeight={rowHeightOf(narrow)}
          label={t('title')}
          columns={columns}
          count={pages.total}
          item={pages.row}
          cells={cells}
          rowKey={({ id }) => id}
          tone={({ status }) => (status === 'closed' ? 'dim' : undefined)}
          onOpen={(index) => {
            const row = pages.row(index)
            if (row !== undefined) navigate(`/cases/${row.id}`)
          }}
          onShow={pages.show}
          place={place}
          onPlace={onPlace}
        />
      )}
      {pages.first !== undefined && pages.total === 0 && any !== undefined && (
        <EmptyState
          icon={<Search size={32} />}
          title={t('empty.nothingTitle')}
          text={t('empty.nothingText')}
          action={
            isNarrowed(view) && (
              <Button variant="default" onClick={() => setView({ ...ALL_CASES, sort, ascending })}>
                {t('showAll')}
              </Button>
            )
          }
        />
      )}
    </>
  )
}
