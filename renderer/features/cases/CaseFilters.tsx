// The filters of a list of cases in one line: words, status, priority, customer, project, assignee.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseFilter } from '../../../shared/contract/case.ts'
import { CasePriority, CaseStatus } from '../../../shared/entities/case.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { CustomerFilter } from '../../ui/fields/CustomerFilter.tsx'
import { FilterSelect } from '../../ui/fields/FilterSelect.tsx'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import classes from './cases.module.css'
import type { CasesView } from './casesView.ts'
import { FIRST_VIEW } from './casesView.ts'

type CaseFiltersProps = {
  view: CasesView
  onChange: (view: CasesView) => void
  /** Whose list it is: not to be chosen. */
  of: Id | null
  /** At the end of the line. */
  children?: ReactNode
}

/** What a field of choices says: nothing, that there is none of it, or one. */
type Choice = { value: string | null; label: string }

export function CaseFilters({ view, onChange, of, children }: CaseFiltersProps) {
  const { t } = useTranslation('cases')
  const { filter } = view
  const users = useRequest('user.list', {}).data ?? []
  const whose = of ?? filter.customerId ?? null
  const projects = useRequest(
    'project.list',
    { customerId: whose ?? '', limit: 500 },
    { enabled: whose !== null },
  ).data?.rows
  const set = (change: Partial<CaseFilter>) => onChange({ ...view, filter: { ...filter, ...change } })
  const statuses = (['unclosed', ...CaseStatus.options] as const).map((value) => ({
    value,
    label: value === 'unclosed' ? t('filter.unclosed') : t(`status.${value}`),
  }))
  const customer = useRequest(
    'customer.get',
    { customerId: filter.customerId ?? '' },
    { enabled: of === null && filter.customerId !== undefined },
  )
  const chosen =
    filter.customerId === undefined ? null : { id: filter.customerId, name: customer.data?.name ?? '…' }
  const narrowed = Object.entries(filter).some(
    ([name, value]) => value !== undefined && !(name === 'status' && value === 'unclosed'),
  )
  return (
    <div className={classes.bar} role="search" aria-label={t('filter.label')}>
      <Words value={filter.search ?? ''} onChange={(search) => set({ search })} />
      <Choices
        label={t('filter.status')}
        all={t('filter.anyStatus')}
        options={statuses}
        value={filter.status}
        onChange={(status) => set({ status: statuses.find(({ value }) => value === status)?.value })}
      />
      <Choices
        label={t('filter.priority')}
        all={t('filter.anyPriority')}
        options={CasePriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        value={filter.priority}
        onChange={(value) => set({ priority: CasePriority.options.find((each) => each === value) })}
      />
      {of === null && (
        <div className={classes.customer} data-on={chosen !== null || undefined}>
          <CustomerFilter
            value={chosen}
            onChange={(next) => set({ customerId: next?.id, projectId: undefined })}
          />
        </div>
      )}
      {(projects ?? []).length > 0 && (
        <Choices
          label={t('filter.project')}
          all={t('filter.anyProject')}
          options={[
            { value: null, label: t('noProject') },
            ...(projects ?? []).map((project) => ({ value: project.id, label: codeLabel(project) })),
          ]}
          value={filter.projectId}
          onChange={(projectId) => set({ projectId })}
        />
      )}
      <Choices
        label={t('filter.assignee')}
        all={t('filter.anyAssignee')}
        options={[
          { value: null, label: t('nobody') },
          ...users.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.assigneeId}
        onChange={(assigneeId) => set({ assigneeId })}
      />
      {narrowed && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onChange({ ...FIRST_VIEW, sort: view.sort, ascending: view.ascending })}
        >
          {t('clear')}
        </Button>
      )}
      {children}
    </div>
  )
}

type ChoicesProps = {
  label: string
  /** What it says where nothing is chosen. */
  all: string
  options: readonly Choice[]
  value: string | null | undefined
  onChange: (value: string | null | undefined) => void
}

function Choices({ label, all, options, value, onChange }: ChoicesProps) {
  const at = options.findIndex((option) => option.value === value)
  return (
    <FilterSelect
      size="sm"
      label={label}
      on={at >= 0}
      value={String(at)}
      onChange={(index) => onChange(options[Number(index)]?.value)}
      options={[
        { value: '-1', label: all },
        ...options.map((option, index) => ({ value: String(index), label: option.label })),
      ]}
    />
  )
}

/** Asked once the typing rests: each letter would be another list. */
function Words({ value, onChange }: { value: string; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('cases')
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback(
    (text: string) => onChange(text.trim() === '' ? undefined : text.trim()),
    200,
  )
  // The filter may be cleared, or the address may lead elsewhere.
  useEffect(() => setTyped((was) => (was.trim() === value.trim() ? was : value)), [value])
  const type = (text: string) => {
    setTyped(text)
    ask(text)
  }
  return (
    <TextInput
      className={classes.search ?? ''}
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => type('')} />
      }
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') type('')
      }}
    />
  )
}
