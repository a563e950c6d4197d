// By what the journal is narrowed: words, keyword, tag, person and range, in one line.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import { JournalKeyword } from '../../../shared/contract/journal.ts'
import { useAppState, useCurrentUser, useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { DaysFilter } from '../../ui/fields/DaysFilter.tsx'
import { FilterSelect } from '../../ui/fields/FilterSelect.tsx'
import classes from './customers.module.css'

export type JournalFilter = Omit<ArgsOf<'customer.journal'>, 'customerId' | 'before' | 'limit'>
export type JournalFiltersProps = { value: JournalFilter; onChange: (filter: JournalFilter) => void }

export function JournalFilters({ value, onChange }: JournalFiltersProps) {
  const { t } = useTranslation('customers')
  const choices = useChoices()
  const set = (name: keyof JournalFilter, to: string | null) => {
    const { [name]: _was, ...rest } = value
    onChange(to === null ? rest : { ...rest, [name]: to })
  }
  return (
    <div className={classes.filters} role="search" aria-label={t('journal.filter.label')}>
      <Words value={value.text ?? ''} onChange={(text) => set('text', text)} />
      {choices.map(({ name, label, all, options }) => (
        <FilterSelect
          key={name}
          label={label}
          on={value[name] !== undefined}
          value={value[name] ?? ''}
          onChange={(to) => set(name, to || null)}
          options={[{ value: '', label: all }, ...options]}
        />
      ))}
      <DaysFilter
        from={value.from ?? null}
        to={value.to ?? null}
        labels={{ from: t('journal.filter.from'), to: t('journal.filter.to') }}
        short={{ from: t('journal.filter.short.from'), to: t('journal.filter.short.to') }}
        onChange={({ from, to }) => {
          const { from: _from, to: _to, ...rest } = value
          onChange({ ...rest, ...(from !== null && { from }), ...(to !== null && { to }) })
        }}
      />
      {Object.keys(value).length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => onChange({})}>
          {t('journal.filter.clear')}
        </Button>
      )}
    </div>
  )
}

/** Those that there is something to choose from. */
function useChoices() {
  const { t } = useTranslation('customers')
  const { team, organisation } = useAppState()
  const calendar = useModule('calendar')
  const seesAll = useCurrentUser().role !== 'employee' || organisation?.colleaguesSeeTime === true
  const tags = useRequest('tag.list', {}).data ?? []
  const users = useRequest('user.list', {}).data ?? []
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return [
    {
      name: 'keyword' as const,
      label: t('journal.filter.keyword'),
      all: t('journal.filter.allKeywords'),
      options: JournalKeyword.options
        .filter((keyword) => calendar || (keyword !== 'Meeting' && keyword !== 'Task'))
        .map((keyword) => ({
          value: keyword,
          label: t(`journal.keyword.${keyword}`),
        })),
    },
    {
      name: 'tagId' as const,
      label: t('journal.filter.tag'),
      all: t('journal.filter.allTags'),
      options: tags.map(named),
    },
    {
      name: 'userId' as const,
      label: t('journal.filter.user'),
      all: t('journal.filter.allUsers'),
      options: team && seesAll ? users.map(named) : [],
    },
  ].filter(({ options }) => options.length > 0)
}

/** Asked once the typing rests: each letter would be another list. */
function Words({ value, onChange }: { value: string; onChange: (text: string | null) => void }) {
  const { t } = useTranslation('customers')
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback((text: string) => onChange(text.trim() === '' ? null : text), 200)
  useEffect(() => setTyped((was) => (was.trim() === value.trim() ? was : value)), [value])
  const type = (text: string) => {
    setTyped(text)
    ask(text)
  }
  return (
    <TextInput
      size="xs"
      className={classes.words ?? ''}
      aria-label={t('journal.filter.words')}
      placeholder={t('journal.filter.words')}
      leftSection={<Search size={13} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('journal.filter.clearWords')} onClick={() => type('')} />
        )
      }
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
