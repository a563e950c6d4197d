// The state of a picker of names and its keys: what is typed, which rows that shows, which one is marked, and what an Enter takes.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { fold } from '../../../shared/base/text.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { goOn } from './goOn.ts'
import { fitting, markedRow, nextMark, pickerRows } from './pickerRows.ts'
import type { PickerRow } from './pickerRows.ts'
import type { Coming, Named, NamePicker, NamePickerProps } from './namePicker.ts'
import { useHoldSubmit, useRefuseSubmit } from './SubmitForm.tsx'

export function useNamePicker(props: NamePickerProps): NamePicker {
  const { value, onChange, options, onSearch, onCreate, onComing, maxRows = 60, waiting = false } = props
  const [text, setText] = useState<string | null>(null) // null: nothing typed, the value's name is shown
  const [opened, setOpened] = useState(false)
  // It opened because the focus came, and no key has been pressed in it yet.
  const [arrived, setArrived] = useState(false)
  const [moved, setMoved] = useState<number | null>(null)
  const [naming, setNaming] = useState(false)
  const [coming, setComing] = useState<Coming | null>(null)
  const [unknown, setUnknown] = useState(false)
  const [made, setMade] = useState<Result<Named, AppError> | null>(null)
  const [refused, setRefused] = useState<AppError | null>(null)
  const field = useRef<HTMLInputElement>(null)
  /** The focus goes on from what was just chosen: the field has nothing left to settle. */
  const done = useRef(false)
  const listId = useId()
  useHoldSubmit(coming !== null)
  useRefuseSubmit(unknown)

  const typed = (text ?? '').trim()
  const found = useMemo(() => (naming ? [] : fitting(options, typed)), [naming, options, typed])
  const rows = pickerRows(found.slice(0, maxRows), typed, onCreate !== undefined)
  const chosen =
    typed === '' ? rows.findIndex((row) => row.kind === 'name' && row.option.id === value?.id) : -1
  const passes = props.passable === true && typed === '' && !naming
  // A choice that is out of sight is kept by an Enter, not replaced by the first row.
  const keeps = typed === '' && value !== null && !naming
  const mark = { moved, first: chosen >= 0 ? chosen : passes || keeps ? -1 : 0 }
  const marked = markedRow(mark, rows)
  const rowId = (index: number) => `${listId}-${index}`
  const shown = opened && coming === null

  useEffect(() => {
    if (shown) document.getElementById(rowId(marked))?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    if (coming === null) return
    onComing?.(true)
    return () => onComing?.(false)
    // oxlint-disable-next-line react/exhaustive-deps -- only the beginning and the end matter
  }, [coming])
  useEffect(() => {
    // It is gone on at once, so that nothing that is typed after it is lost.
    if (coming === 'row' || coming === 'new') goNext()
    // oxlint-disable-next-line react/exhaustive-deps -- only the beginning matters
  }, [coming])
  // What was chosen is selected as long as the focus stays: what is typed next replaces it.
  const settled = text === null
  useLayoutEffect(() => {
    if (settled && field.current === document.activeElement) field.current?.select()
  }, [settled, value?.id])

  const goNext = () => {
    if (props.several === undefined) goOn(field.current)
  }
  const search = (next: string | null) => {
    setText(next)
    setMoved(null)
    setRefused(null)
    setUnknown(false)
    onSearch?.(next?.trim() ?? '')
  }
  const leave = () => {
    search(null)
    setNaming(false)
    setOpened(false)
    setComing(null)
  }
  const choose = ({ id, name }: Named) => {
    leave()
    onChange({ id, name })
    // The blur comes at once, and would still see what was typed.
    done.current = true
    goNext()
    done.current = false
  }
  const handOn = ({ typed: handed }: NonNullable<NamePickerProps['several']>) => {
    const name = typed
    leave()
    void handed(name).then((error) => {
      if (error === null) return
      setRefused(error)
      setText((now) => (now === null || now === '' ? name : now))
    })
  }
  const add = () => {
    if (typed !== '' && props.several !== undefined) return handOn(props.several)
    if (typed === '') {
      setNaming(true)
      search('')
      setComing(null)
      setOpened(true)
      // Back, where an Enter that had to wait has gone on already.
      field.current?.focus()
      return
    }
    setComing('new')
    void onCreate?.(typed).then(setMade)
  }
  useEffect(() => {
    if (made === null) return
    setMade(null)
    if (made.ok) return choose(made.value)
    // It stays as typed, to be changed, with the reason beside it.
    setComing(null)
    setRefused(made.error)
    field.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only its arrival matters
  }, [made])
  const take = (row: PickerRow) => (row.kind === 'name' ? choose(row.option) : add())
  /** It is kept as typed, to be changed: to drop it would save what stood there before in its place. */
  const keep = () => {
    setComing(null)
    setOpened(false)
    setUnknown(true)
    props.onUnknown?.()
  }
  const whole = () =>
    found.find(({ name }) => fold(name) === fold(typed)) ?? (found.length === 1 ? found[0] : undefined)
  /** The name is meant by who leaves the field at what is typed. */
  const settle = ({ id, name }: Named) => {
    leave()
    onChange({ id, name })
  }
  const end = (by: Coming, row: PickerRow | undefined) => {
    const meant = by === 'whole' ? whole() : row?.kind === 'name' ? row.option : undefined
    if (meant !== undefined) return settle(meant)
    if (props.several !== undefined && found.length === 0 && onCreate !== undefined) handOn(props.several)
    else keep()
  }
  // Somebody who types fast gets what they typed once the names are there, not what stood there before.
  useEffect(() => {
    if (waiting || coming === null || coming === 'new') return
    const first = rows[0]
    if (coming !== 'row') return end(coming, first)
    if (first?.kind === 'name') return choose(first.option)
    if (first !== undefined) return add()
    keep()
    field.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of the waiting matters
  }, [waiting, coming])
  // A name that was added elsewhere a moment ago may come after it was typed.
  useEffect(() => {
    const named = unknown && field.current !== document.activeElement ? whole() : undefined
    if (named !== undefined) settle(named)
    // oxlint-disable-next-line react/exhaustive-deps -- only new names matter
  }, [unknown, found])

  const enter = (form: HTMLFormElement | null) => {
    const row = shown ? rows[marked] : undefined
    if (coming !== null || (row === undefined && passes)) return form?.requestSubmit()
    if (waiting) return props.several === undefined ? setComing('row') : handOn(props.several)
    if (row !== undefined) return take(row)
    // On a closed list it means what stands there; what cannot be found stays to be changed.
    if (typed === '') goNext()
  }
  /** The field is left by a key that means what is typed. */
  const leaveBy = () => {
    if (typed === '' || coming !== null) return
    if (waiting) setComing('name')
    else end('name', rows[marked])
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    setArrived(false)
    const { key } = event
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
    if (step !== null) {
      event.preventDefault()
      if (shown && rows.length > 0) setMoved(nextMark(mark, rows, step))
      setOpened(true)
    } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // The form is sent by the same key, with what is found.
      flushSync(leaveBy)
    } else if (key === 'Enter') {
      event.preventDefault()
      enter(event.currentTarget.form)
    } else if (key === 'Tab') {
      leaveBy()
    } else if (key === 'Escape' && (opened || naming)) {
      event.stopPropagation()
      event.preventDefault()
      leave()
    }
  }
  const onBlur = (event: FocusEvent<HTMLInputElement>) => {
    // What an Enter waits for stays; the focus has only gone on. So does what is typed while another window is looked at.
    if (done.current || coming !== null || document.activeElement === event.currentTarget)
      return setOpened(false)
    if (typed !== '') return waiting ? setComing('whole') : end('whole', undefined)
    const emptied = text !== null && props.clearable === true && value !== null && !naming
    leave()
    if (emptied) onChange(null)
  }

  return {
    field,
    listId,
    rowId,
    text,
    typed,
    rows,
    fits: found.length,
    marked,
    opened,
    setOpened,
    shown,
    naming,
    making: coming === 'new',
    heard: shown && arrived ? rows[marked] : undefined,
    refused,
    unknown,
    take,
    clear: () => {
      onChange(null)
      search(null)
    },
    role: {
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-expanded': shown,
      'aria-controls': shown ? listId : undefined,
      // A row that is active as the focus comes would be all that is heard, without the field and its dialog: it is described first.
      'aria-activedescendant': shown && marked >= 0 && !arrived ? rowId(marked) : undefined,
      'data-mantine-stop-propagation': opened || naming || undefined,
    },
    input: {
      onFocus: (event) => {
        if (text === null) event.currentTarget.select()
        setOpened(true)
        setArrived(true)
      },
      onClick: () => setOpened(true),
      onBlur,
      onChange: (event) => {
        setComing(null)
        setArrived(false)
        search(event.currentTarget.value)
        setOpened(true)
      },
      onKeyDown,
    },
  }
}
