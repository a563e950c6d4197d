// What a report is asked for, in one line: by what, of whom, when, and what of it (I8).
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReportGroup } from '../../../shared/entities/report.ts'
import { MOST_GROUPS } from '../../../shared/entities/report.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { CustomerFilter } from '../../ui/fields/CustomerFilter.tsx'
import { EntryFilters } from '../entries/EntryFilters.tsx'
import { useGroupName, useGroups } from './groupWords.ts'
import classes from './reports.module.css'
import { FIRST_VIEW } from './reportView.ts'
import type { ReportView } from './reportView.ts'

export type ReportQuestionProps = { view: ReportView; onChange: (view: ReportView) => void }

export function ReportQuestion({ view, onChange }: ReportQuestionProps) {
  const { by, customerId, list } = view
  const customer = useRequest(
    'customer.get',
    { customerId: customerId ?? '' },
    { enabled: customerId !== null },
  ).data
  const chosen = customerId === null ? null : { id: customerId, name: customer?.name ?? '' }
  return (
    <div className={classes.question}>
      <Groups by={by} onChange={(next) => onChange({ ...view, by: next })} />
      <div className={classes.customer}>
        <CustomerFilter
          value={chosen}
          onChange={(next) => {
            // They were the customer's.
            const { projectId: _p, caseId: _c, opportunityId: _o, ...filter } = list.filter
            onChange({ ...view, customerId: next?.id ?? null, list: { ...list, filter } })
          }}
        />
      </div>
      <div className={classes.filters}>
        <EntryFilters
          customerId={customerId}
          view={list}
          cleared={FIRST_VIEW.list}
          onChange={(next) => onChange({ ...view, list: next })}
        />
      </div>
    </div>
  )
}

/** As many as are chosen, and one more, up to three; each once. */
function Groups({ by, onChange }: { by: readonly ReportGroup[]; onChange: (by: ReportGroup[]) => void }) {
  const { t } = useTranslation('reports')
  const groups = useGroups()
  const groupName = useGroupName()
  const places = Math.min(MOST_GROUPS, by.length + 1)
  return (
    <div className={classes.groups} role="group" aria-label={t('by')}>
      {Array.from({ length: places }, (_, at) => {
        const group = by[at] ?? ''
        const free = groups.filter((one) => one === group || !by.includes(one))
        return (
          <NativeSelect
            key={at}
            label={t(`place.${at === 0 ? 'first' : at === 1 ? 'second' : 'third'}`)}
            value={group}
            onChange={(event) => {
              const next = groups.find((one) => one === event.currentTarget.value)
              onChange([...by.slice(0, at), ...(next === undefined ? [] : [next]), ...by.slice(at + 1)])
            }}
            data={[
              ...(at === 0 && by.length === 1 ? [] : [{ value: '', label: t('nothing') }]),
              ...free.map((one) => ({ value: one, label: groupName(one) })),
            ]}
          />
        )
      })}
    </div>
  )
}
