// Chooses any number of tags by their names, as the picker of one name does; one that does not exist yet is made in place. What is typed
// before the tags are there is kept, and found or made once they are.
import { Combobox, PillsInput, useCombobox } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ok } from '../../../shared/base/result.ts'
import { fold } from '../../../shared/base/text.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Label } from '../../../shared/entities/subject.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { Live } from '../Said.tsx'
import { LabelChip } from '../figures/LabelChip.tsx'
import { NameList } from './NameList.tsx'
import { useEnterTakes } from './enterTakes.ts'
import { usePickerError } from './pickerError.tsx'
import { fitting } from './pickerRows.ts'
import { useHoldSubmit } from './SubmitForm.tsx'
import classes from './TagsSelect.module.css'
import { useNamePicker } from './useNamePicker.ts'

export type TagsSelectProps = {
  label: string
  value: readonly Label[]
  onChange: (tags: readonly Label[]) => void
}

/** As many as a subject takes. */
const MOST = 20

type Ahead = { name: string; taken: (error: AppError | null) => void }

export function TagsSelect({ label, value, onChange }: TagsSelectProps) {
  const { t } = useTranslation('common')
  const tags = useRequest('tag.list', { activeOnly: true })
  const add = useCommand('tag.add', { errors: 'return' })
  // Typed and Entered before the tags were there.
  const [ahead, setAhead] = useState<readonly Ahead[]>([])
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  }, [value])
  const change = (next: readonly Label[]) => {
    latest.current = next
    onChange(next)
  }
  const has = (name: string) => latest.current.some((tag) => fold(tag.name) === fold(name))
  const take = (tag: Label) => {
    if (!has(tag.name)) change([...latest.current, tag])
  }
  const known: readonly Label[] = tags.data ?? []
  const make = async (name: string): Promise<AppError | null> => {
    if (has(name)) return null
    const reply = await add.run({ name })
    if (!reply.ok) return reply.error
    take({ id: reply.value.tagId, name, colour: null })
    return null
  }
  const full = value.length >= MOST
  const picker = useNamePicker({
    value: null,
    options: known.filter(({ name }) => !value.some((tag) => fold(tag.name) === fold(name))),
    waiting: tags.isPending,
    passable: true,
    several: {
      typed: (name) =>
        tags.isPending ? new Promise((taken) => setAhead((were) => [...were, { name, taken }])) : make(name),
    },
    onCreate: async (name) => ok({ id: '', name }),
    onChange: (choice) => {
      const tag = known.find(({ id }) => id === choice?.id)
      if (tag !== undefined) take(tag)
    },
  })
  useHoldSubmit(add.pending || ahead.length > 0)
  useEffect(() => {
    if (tags.isPending || ahead.length === 0) return
    setAhead([])
    for (const { name, taken } of ahead) {
      const [first] = fitting(known, name)
      const tag = known.find(({ id }) => id === first?.id)
      if (tag === undefined) void make(name).then(taken)
      else {
        take(tag)
        taken(null)
      }
    }
    // oxlint-disable-next-line react/exhaustive-deps -- only the arrival of the tags matters
  }, [tags.isPending, ahead])

  const error = usePickerError(picker)
  const enterTakes = useEnterTakes()
  const store = useCombobox({ opened: picker.opened, onOpenedChange: picker.setOpened })
  return (
    <Combobox
      store={store}
      onOptionSubmit={(index) => {
        const row = picker.rows[Number(index)]
        if (row !== undefined) picker.take(row)
      }}
      keepMounted={false}
      shadow="md"
    >
      <Combobox.DropdownTarget>
        <PillsInput label={label} error={error} errorProps={{ component: 'div' }}>
          <div className={classes.tags}>
            {value.map((tag) => (
              <LabelChip
                key={tag.id}
                label={tag}
                remove={{
                  label: t('tags.remove', { name: tag.name }),
                  onRemove: () => change(latest.current.filter(({ id }) => id !== tag.id)),
                }}
              />
            ))}
            {ahead.map(({ name }) => (
              <LabelChip key={name} label={{ name, colour: null }} />
            ))}
            <Combobox.EventsTarget withAriaAttributes={false} withKeyboardNavigation={false}>
              <PillsInput.Field
                ref={picker.field}
                className={classes.field ?? ''}
                placeholder={value.length === 0 ? t('tags.placeholder') : ''}
                value={picker.text ?? ''}
                readOnly={full}
                maxLength={200}
                dir="auto"
                autoComplete="off"
                spellCheck={false}
                {...picker.role}
                aria-description={enterTakes(picker.heard)}
                {...picker.input}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && event.currentTarget.value === '' && value.length > 0)
                    change(latest.current.slice(0, -1))
                  picker.input.onKeyDown(event)
                }}
              />
            </Combobox.EventsTarget>
          </div>
          <Live>
            {picker.shown &&
              picker.typed !== '' &&
              !tags.isPending &&
              t('select.found', { count: picker.fits })}
          </Live>
        </PillsInput>
      </Combobox.DropdownTarget>
      <NameList label={label} picker={picker} value={null} />
    </Combobox>
  )
}
