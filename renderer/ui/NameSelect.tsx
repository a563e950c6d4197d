// A type-ahead field for things with names: recents first, Enter takes the marked one, "Add new" stands in the list.
import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/base/text.ts'
import type { Id } from '../../shared/entities/entity.ts'
import classes from './NameSelect.module.css'
import { useHoldSubmit } from './SubmitForm.tsx'

export type NameOption = { id: Id; name: string; hint?: string; recent?: boolean }

export type NameSelectProps = {
  label: string
  value: { id: Id; name: string } | null
  onChange: (choice: { id: Id; name: string } | null) => void
  /** In the order to show; already filtered where the caller searches itself (see onSearch). */
  options: readonly NameOption[]
  /** The caller finds the options for a text; without, they are filtered here. */
  onSearch?: (text: string) => void
  /** The options for what is typed are still on their way: an Enter then chooses among them, not among the old ones. */
  waiting?: boolean
  /** An Enter was pressed before the options were there: what depends on the choice waits too. */
  onComing?: (coming: boolean) => void
  /** Makes a new one and gives it back; null: it was refused (and shown). Absent: nobody may add here. */
  onCreate?: ((name: string) => Promise<{ id: Id; name: string } | null>) | undefined
  required?: boolean
  clearable?: boolean
  /** It may be passed by: with nothing typed no row is marked, and Enter means the form. */
  passable?: boolean
  disabled?: boolean
  error?: ReactNode
  description?: ReactNode
  placeholder?: string
  /** By Enter or click: move on to the next field. An Enter that waits moves on at once, so that nothing typed after it is lost. */
  onPicked?: () => void
  inputRef?: Ref<HTMLInputElement>
  /** Focus it when its dialog opens. */
  autoFocus?: boolean
  maxRows?: number
}

const CREATE = '\u0000create'

export function NameSelect(props: NameSelectProps) {
  const { t } = useTranslation('common')
  const { label, value, onChange, onSearch, onCreate, onPicked, maxRows = 60, waiting = false } = props
  const [text, setText] = useState<string | null>(null) // null: nothing typed, the value's name is shown
  const [naming, setNaming] = useState(false) // "Add new" was chosen without a name: the text becomes one
  const [creating, setCreating] = useState(false)
  // An Enter that waits for its options: called once the choice is made, or was given up.
  const [coming, setComing] = useState<(() => void) | null>(null)
  const movedOn = useRef(false)
  const byEnter = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const fieldRef = useMergedRef(field, props.inputRef)
  const optionsId = useId()
  const holdSubmit = useHoldSubmit()
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
  })

  const typed = (text ?? '').trim()
  const rows = naming ? [] : onSearch === undefined ? matching(props.options, typed) : [...props.options]
  const shown = rows.slice(0, maxRows)
  const exact = rows.some((row) => fold(row.name) === fold(typed))
  const mayCreate = onCreate !== undefined && !exact

  // The first row is always marked, also when the answer arrives late or changes: so Enter takes it.
  const { dropdownOpened: opened, selectFirstOption } = combobox
  const rowsKey = `${shown.map((row) => row.id).join(' ')} ${mayCreate ? typed : ''}`
  const passing = props.passable === true && typed === '' && !naming
  useEffect(() => {
    if (opened && !passing) selectFirstOption()
    // oxlint-disable-next-line react/exhaustive-deps -- selectFirstOption is new on every render
  }, [opened, rowsKey, passing])

  const unmarked = () => combobox.getSelectedOptionIndex() < 0
  const wait = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    setComing(() => resolve)
    props.onComing?.(true)
    // A Submit that is pressed meanwhile goes out with the choice.
    holdSubmit(promise)
    if (onPicked === undefined) return
    movedOn.current = true
    onPicked()
  }
  const arrive = () => {
    if (coming === null) return
    coming()
    setComing(null)
    movedOn.current = false
    props.onComing?.(false)
  }
  const search = (next: string | null) => {
    arrive()
    setText(next)
    onSearch?.(next?.trim() ?? '')
  }
  const leave = () => {
    search(null)
    setNaming(false)
    combobox.closeDropdown()
  }
  const choose = (choice: { id: Id; name: string }) => {
    const hasMovedOn = movedOn.current
    onChange({ id: choice.id, name: choice.name })
    leave()
    if (!hasMovedOn) onPicked?.()
  }
  const create = async () => {
    if (typed === '') {
      setNaming(true)
      search('')
      return
    }
    setCreating(true)
    const made = await onCreate?.(typed)
    setCreating(false)
    if (made != null) choose(made)
  }
  // Somebody who types fast and presses Enter gets what they typed, not what stood there before.
  useEffect(() => {
    if (waiting || coming === null) return
    const [first] = shown
    if (first !== undefined) choose(first)
    else if (mayCreate && typed !== '') void create().finally(arrive)
    else {
      // Nothing of that name: back to what was typed, to change it.
      arrive()
      field.current?.focus()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of the waiting matters
  }, [waiting, coming])
  const submit = (picked: string) => {
    const pressedEnter = byEnter.current
    byEnter.current = false
    if (waiting && pressedEnter) return wait()
    if (picked === CREATE) {
      holdSubmit(create())
      return
    }
    const row = shown.find((option) => option.id === picked)
    if (row !== undefined) choose(row)
  }

  const recents = shown.filter((row) => row.recent === true)
  const others = shown.filter((row) => row.recent !== true)
  const option = (row: NameOption) => (
    <Combobox.Option
      key={row.id}
      value={row.id}
      active={row.id === value?.id}
      className={classes.option ?? ''}
    >
      <span className="truncate" title={row.name} dir="auto">
        {row.name}
      </span>
      {row.hint !== undefined && row.hint !== '' && <span className={classes.hint}>{row.hint}</span>}
    </Combobox.Option>
  )

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      withinPortal
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target>
        <InputBase
          ref={fieldRef}
          label={label}
          required={props.required ?? false}
          withAsterisk={false}
          error={props.error}
          description={props.description}
          disabled={(props.disabled ?? false) || creating}
          placeholder={naming ? t('select.newName') : (props.placeholder ?? t('select.placeholder'))}
          value={text ?? value?.name ?? ''}
          title={value?.name ?? ''}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-autofocus={props.autoFocus || undefined}
          aria-required={props.required ?? false}
          aria-controls={optionsId}
          rightSectionPointerEvents="auto"
          rightSection={
            props.clearable === true && value !== null && props.disabled !== true ? (
              <CloseButton
                size="sm"
                aria-label={t('select.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  onChange(null)
                  search(null)
                }}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          onFocus={(event) => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onKeyUp={() => {
            byEnter.current = false
          }}
          onClick={() => combobox.openDropdown()}
          // What an Enter waits for stays; the focus has only moved on.
          onBlur={() => (movedOn.current ? combobox.closeDropdown() : leave())}
          onChange={(event) => {
            search(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !(passing && unmarked())) {
              byEnter.current = true
              // The Enter that chooses must not also submit the form.
              if (waiting && !naming) {
                event.preventDefault()
                // The second one means the form.
                if (coming === null) wait()
                else event.currentTarget.form?.requestSubmit()
              } else if (naming && typed !== '') {
                event.preventDefault()
                holdSubmit(create())
              } else if (combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0) {
                event.preventDefault()
              } else if (combobox.dropdownOpened && shown[0] !== undefined) {
                // The rows are there and the mark is not yet: an Enter this quick means the first one.
                event.preventDefault()
                choose(shown[0])
              }
            }
            if (event.key === 'Escape' && (combobox.dropdownOpened || naming)) {
              event.stopPropagation()
              event.preventDefault()
              leave()
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options id={optionsId} className={classes.options ?? ''} mah={280} aria-label={label}>
          {recents.length > 0 && (
            <Combobox.Group label={t('select.recent')}>{recents.map(option)}</Combobox.Group>
          )}
          {recents.length > 0 && others.length > 0 ? (
            <Combobox.Group label={t('select.all')}>{others.map(option)}</Combobox.Group>
          ) : (
            others.map(option)
          )}
          {shown.length === 0 && !mayCreate && <Combobox.Empty>{t('select.nothing')}</Combobox.Empty>}
          {mayCreate && (
            <Combobox.Option value={CREATE} className={classes.create ?? ''}>
              <span className="truncate">
                + {typed === '' ? t('addNew') : t('addNewNamed', { name: typed })}
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Those whose name has the text; names that begin with it first. */
function matching(options: readonly NameOption[], typed: string): NameOption[] {
  const wanted = fold(typed)
  if (wanted === '') return [...options]
  const found = options.filter((option) => fold(option.name).includes(wanted))
  return found.sort(
    (a, b) => Number(fold(b.name).startsWith(wanted)) - Number(fold(a.name).startsWith(wanted)),
  )
}
