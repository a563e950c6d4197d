// The list that a picker of names unfolds: those used last, the others, and the row that adds a new one.
import { Combobox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import classes from './NameSelect.module.css'
import type { PickerRow } from './pickerRows.ts'
import type { NamePicker } from './namePicker.ts'

export type NameListProps = { label: string; picker: NamePicker; value: Id | null }

export function NameList({ label, picker, value }: NameListProps) {
  const { rows, marked, typed, rowId } = picker
  const { t } = useTranslation('common')
  const row = (each: PickerRow, index: number) => {
    const name = each.kind === 'name' ? each.option.name : null
    const hint = each.kind === 'name' ? (each.option.hint ?? '') : ''
    return (
      <Combobox.Option
        key={each.kind === 'name' ? each.option.id : 'add'}
        id={rowId(index)}
        value={String(index)}
        active={each.kind === 'name' && each.option.id === value}
        selected={index === marked}
        aria-selected={index === marked}
        className={(name === null ? classes.create : classes.option) ?? ''}
      >
        <span className="truncate" {...(name !== null && { title: name, dir: 'auto' })}>
          {name ?? `+ ${typed === '' ? t('addNew') : t('addNewNamed', { name: typed })}`}
        </span>
        {hint !== '' && <span className={classes.hint}>{hint}</span>}
      </Combobox.Option>
    )
  }
  const options = rows.map(row)
  const names = options.slice(0, rows.filter(({ kind }) => kind === 'name').length)
  // Once something is typed, the best come first, whenever they were used.
  const recents = typed === '' ? rows.filter((each) => each.kind === 'name' && each.option.recent).length : 0
  return (
    <Combobox.Dropdown>
      <Combobox.Options id={picker.listId} className={classes.options ?? ''} mah={280} aria-label={label}>
        {recents > 0 && <Combobox.Group label={t('select.recent')}>{names.slice(0, recents)}</Combobox.Group>}
        {recents > 0 && recents < names.length ? (
          <Combobox.Group label={t('select.all')}>{names.slice(recents)}</Combobox.Group>
        ) : (
          names.slice(recents)
        )}
        {options.slice(names.length)}
      </Combobox.Options>
      {rows.length === 0 && <Combobox.Empty>{t('select.nothing')}</Combobox.Empty>}
    </Combobox.Dropdown>
  )
}
