// One cell of a time entry as a field: Enter saves, Esc gives up, Tab saves and goes on; a refused change stays and says why.
import { Popover, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { saysNoHalf } from '../../../shared/base/typedTime.ts'
import { instantOf } from '../../../shared/base/wallTime.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { CategorySelect } from '../../ui/fields/CategorySelect.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { NOTE_MAX, noteTooLong } from '../../ui/fields/noteLength.ts'
import { parseMoment } from '../../ui/fields/parseMoment.ts'
import { localTimeText } from '../../ui/fields/TimeField.tsx'
import { holdKey, typeAhead } from '../../ui/fields/typedAhead.ts'
import type { HeldKey } from '../../ui/fields/typedAhead.ts'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'
import { endAfter, startBefore } from './entryTimes.ts'
import classes from './EntryTable.module.css'
import type { CellEnd, EditableColumn } from './useCellEditing.ts'

export type EntryCellProps = { entry: EntryView; column: EditableColumn; onDone: (end: CellEnd) => void }

/** `change` null: it is as it was. */
type Reading =
  | { problem: ReactNode }
  | { change: { startAt?: number; endAt?: number; note?: string; categoryId?: string | null } | null }

export function EntryCell({ entry, column, onDone }: EntryCellProps) {
  const cell = useCell(entry, onDone)
  const content =
    column === 'category' ? (
      <CategoryCell entry={entry} cell={cell} />
    ) : column === 'note' ? (
      <NoteCell entry={entry} cell={cell} />
    ) : (
      <MomentCell entry={entry} column={column} cell={cell} />
    )
  return (
    <div ref={cell.box} className={classes.cellField} onKeyDownCapture={cell.hold}>
      {content}
      {cell.problem !== null && <Problem>{cell.problem}</Problem>}
    </div>
  )
}

/** Beside the field instead of around it: a click that opens a field then does not pay for what is seldom wrong with it. */
function Problem({ children }: { children: ReactNode }) {
  return (
    <Popover opened position="bottom-start" width={320} withRoles={false}>
      <Popover.Target>
        <span className={classes.cellProblem} />
      </Popover.Target>
      <Popover.Dropdown p="xs">
        {typeof children === 'string' ? (
          <Text size="sm" role="alert">
            {children}
          </Text>
        ) : (
          children
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

type CellState = ReturnType<typeof useCell>

function useCell(entry: EntryView, onDone: (end: CellEnd) => void) {
  const { t } = useTranslation('timer')
  const { run } = useCommand('entry.edit', { errors: 'return', undo: t('entry.edited') })
  const [problem, setProblem] = useState<ReactNode>(null)
  const box = useRef<HTMLDivElement>(null)
  const state = useRef<'open' | 'saving' | 'going on' | 'left'>('open')
  const held = useRef<HeldKey[]>([])

  const hold = (event: KeyboardEvent) => {
    const key = state.current === 'going on' ? holdKey(event) : null
    if (key !== null) held.current.push(key)
  }
  const leave = (end: CellEnd) => {
    // The field that is taken away loses the focus, which is not another wish to save.
    state.current = 'left'
    // The next field takes it from the row, where there is one.
    if (end !== 'elsewhere') box.current?.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true })
    if (held.current.length === 0) return onDone(end)
    flushSync(() => onDone(end))
    typeAhead(held.current.splice(0))
  }
  const refuse = (why: ReactNode) => {
    state.current = 'open'
    held.current = []
    setProblem(why)
    onDone('refused')
  }
  const finish = async (reading: Reading, end: CellEnd) => {
    if (state.current !== 'open') return
    if ('problem' in reading) return refuse(reading.problem)
    if (reading.change === null) return leave(end)
    state.current = end === 'next' || end === 'previous' ? 'going on' : 'saving'
    const reply = await run({ entryId: entry.id, ...reading.change })
    if (reply.ok) leave(end)
    else refuse(<ErrorView error={reply.error} />)
  }
  /** Tab and Enter end the field with what `read` finds in it. */
  const keys = (event: KeyboardEvent, read: () => Reading) => {
    if (event.nativeEvent.isComposing) return
    const end: CellEnd | null =
      event.key === 'Enter' && !event.shiftKey
        ? 'row'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'previous'
            : 'next'
          : null
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave('row')
    } else if (end !== null) {
      event.preventDefault()
      event.stopPropagation()
      void finish(read(), end)
    }
  }
  return { box, problem, finish, hold, keys, leave, clear: () => setProblem(null) }
}

type MomentCellProps = { entry: EntryView; column: 'start' | 'stop'; cell: CellState }

/** A time alone keeps the date; the date is shown where it can be of use, at the start and after midnight. */
function MomentCell({ entry, column, cell }: MomentCellProps) {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const clock = useAppClock()
  const { today } = useAppState()
  const field = useFocusOnMount<HTMLInputElement>(true)
  const at = column === 'start' ? entry.startAt : entry.endAt
  const { date, time } = format.local(at)
  const withDate = column === 'start' || date !== format.local(entry.startAt).date
  const shown = `${withDate ? `${format.date(date, 'short')} ` : ''}${localTimeText(time.slice(0, 5), format.locale)}`
  const [text, setText] = useState(shown)

  const read = (): Reading => {
    // Untouched, its seconds stay.
    if (text.trim() === shown) return { change: null }
    const typed = parseMoment(text, date, today, format.locale, time.slice(0, 5))
    if (typed === null)
      return { problem: tc('field.timeUnreadable', { example: localTimeText('14:30', format.locale) }) }
    const reading = instantOf(typed.date, typed.time, format.zone)
    const values = { date: format.date(typed.date), time: localTimeText(typed.time, format.locale) }
    if (reading.kind === 'missing') return { problem: tc('field.missing', values) }
    if (reading.kind === 'twice') return { problem: t('list.twice', values) }
    // With a date it means that day; a time alone, the first such time after the start, or the last before the stop.
    const part = typed.date !== date ? 'date' : saysNoHalf(text, format.locale) ? 'eitherHalf' : 'time'
    const meant =
      column === 'stop'
        ? endAfter(entry.startAt, reading.instant, part, format.zone, clock.now())
        : startBefore(reading.instant, part, entry.endAt, format.zone)
    const instant = meant ?? reading.instant
    if (instant === at) return { change: null }
    return { change: column === 'start' ? { startAt: instant } : { endAt: instant } }
  }
  return (
    <TextInput
      ref={field}
      size="xs"
      aria-label={t(column === 'start' ? 'list.startOf' : 'list.stopOf', {
        when: format.dateTime(entry.startAt),
      })}
      classNames={{ input: 'num' }}
      value={text}
      error={cell.problem !== null}
      autoComplete="off"
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setText(event.currentTarget.value)
        cell.clear()
      }}
      onKeyDown={(event) => cell.keys(event, read)}
      onBlur={() => void cell.finish(read(), 'elsewhere')}
    />
  )
}

function NoteCell({ entry, cell }: { entry: EntryView; cell: CellState }) {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const field = useFocusOnMount<HTMLTextAreaElement>(true)
  const [text, setText] = useState(entry.note)
  const read = (): Reading => {
    const over = noteTooLong(text)
    if (over > 0) return { problem: tc('field.noteTooLong', { count: over, max: NOTE_MAX }) }
    return { change: text === entry.note ? null : { note: text } }
  }
  return (
    <Textarea
      ref={field}
      size="xs"
      aria-label={t('list.noteOf', { when: format.dateTime(entry.startAt) })}
      // The browser lets it grow; to measure the text in a hidden field delays the frame after each letter. One that cannot
      // do so shows each line that was typed.
      rows={Math.min(6, text.split('\n').length)}
      classNames={{ input: classes.noteField }}
      dir="auto"
      value={text}
      error={cell.problem !== null}
      onChange={(event) => {
        setText(event.currentTarget.value)
        cell.clear()
      }}
      onKeyDown={(event) => cell.keys(event, read)}
      onBlur={() => void cell.finish(read(), 'elsewhere')}
    />
  )
}

/** A choice is saved at once; the list's own Enter and Tab make it. */
function CategoryCell({ entry, cell }: { entry: EntryView; cell: CellState }) {
  const { t } = useTranslation('entries')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const { rules } = useAppState()
  const field = useFocusOnMount<HTMLInputElement>(true)
  const end = useRef<CellEnd>('row')
  const unknown = useRef(false)
  const unchanged: Reading = { change: null }
  return (
    <div
      role="presentation"
      onKeyDownCapture={(event) => {
        unknown.current = false
        end.current = event.key !== 'Tab' ? 'row' : event.shiftKey ? 'previous' : 'next'
        if (event.key !== 'Enter' && event.key !== 'Tab') cell.keys(event, () => unchanged)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Tab') return
        // What cannot be found stays in the field.
        if (unknown.current) event.preventDefault()
        else cell.keys(event, () => unchanged)
      }}
      onBlur={() => {
        // One that was refused stays until it is left by a key, and says why.
        if (cell.problem === null && !unknown.current) void cell.finish(unchanged, 'elsewhere')
      }}
    >
      <CategorySelect
        inputRef={field}
        label={t('list.categoryOf', { when: format.dateTime(entry.startAt) })}
        customerId={entry.customerId}
        clearable={!rules.requireCategory}
        value={entry.categoryId === null ? null : { id: entry.categoryId, name: entry.categoryName ?? '' }}
        onUnknown={() => {
          unknown.current = true
          void cell.finish(
            { problem: tc('select.unknown', { name: field.current?.value ?? '' }) },
            end.current,
          )
        }}
        onChange={(choice) =>
          void cell.finish(
            { change: choice?.id === entry.categoryId ? null : { categoryId: choice?.id ?? null } },
            end.current,
          )
        }
      />
    </div>
  )
}
