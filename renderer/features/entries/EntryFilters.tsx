// The filters of a list of time in one line (I15): by the days, the note, the user, and by each field that says what time is on.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import type { SubjectPart } from '../../../shared/entities/subject.ts'
import { DaysFilter } from '../../ui/fields/DaysFilter.tsx'
import { FilterSelect } from '../../ui/fields/FilterSelect.tsx'
import classes from './EntryFilters.module.css'
import type { ListView, Range } from './listView.ts'
import { EVERYTHING, RANGES } from './listView.ts'
import { useFilterChoices } from './filterChoices.ts'

export type EntryFiltersProps = {
  /** Whose time is listed; null: everybody's. */
  customerId: Id | null
  /** What all of the list is on: not to be chosen. */
  about?: SubjectPart
  /** The words are asked for elsewhere. */
  withoutNote?: boolean
  view: ListView
  /** How it is looked at without any filter. */
  cleared?: ListView
  onChange: (view: ListView) => void
}

export function EntryFilters({
  customerId,
  about,
  withoutNote = false,
  view,
  cleared = EVERYTHING,
  onChange,
}: EntryFiltersProps) {
  const { t } = useTranslation('entries')
  const choices = useFilterChoices(customerId, about)
  const narrowed = view.range !== cleared.range || Object.keys(view.filter).length > 0
  const set = (name: string, value: string | boolean | null | undefined) => {
    const { [name as 'text']: _was, ...rest } = view.filter
    onChange({ ...view, filter: value === undefined ? rest : { ...rest, [name]: value } })
  }
  return (
    <div className={classes.bar} role="search" aria-label={t('filter.label')}>
      {!withoutNote && <NoteFilter value={view.filter.text ?? ''} onChange={(text) => set('text', text)} />}
      <FilterSelect
        label={t('filter.range')}
        on={view.range !== 'all'}
        value={view.range}
        onChange={(range) => onChange({ ...view, range: range as Range })}
        options={RANGES.map((range) => ({ value: range, label: t(`filter.ranges.${range}`) }))}
      />
      {view.range === 'days' && (
        <DaysFilter
          from={view.from}
          to={view.to}
          labels={{ from: t('filter.from'), to: t('filter.to') }}
          onChange={(days) => onChange({ ...view, ...days })}
        />
      )}
      {choices.map(({ name, label, all, options }) => {
        const chosen = options.findIndex(({ value }) => value === view.filter[name])
        return (
          <FilterSelect
            key={name}
            label={label}
            on={chosen >= 0}
            value={String(chosen)}
            onChange={(at) => set(name, options[Number(at)]?.value)}
            options={[
              { value: '-1', label: all },
              ...options.map((option, at) => ({ value: String(at), label: option.label })),
            ]}
          />
        )
      })}
      {narrowed && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => onChange({ ...cleared, sort: view.sort, ascending: view.ascending })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

/** Asked once the typing rests: each letter would be another list. */
function NoteFilter({ value, onChange }: { value: string; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('entries')
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback((text: string) => onChange(text.trim() === '' ? undefined : text), 200)
  // The filter may be cleared, or the address may lead elsewhere.
  useEffect(() => setTyped((was) => (was.trim() === value.trim() ? was : value)), [value])
  const type = (text: string) => {
    setTyped(text)
    ask(text)
  }
  return (
    <TextInput
      size="xs"
      className={classes.text ?? ''}
      aria-label={t('filter.text')}
      placeholder={t('filter.text')}
      leftSection={<Search size={13} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('filter.clearText')} onClick={() => type('')} />
        )
      }
      maxLength={200}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
