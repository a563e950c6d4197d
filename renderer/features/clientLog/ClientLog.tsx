// The client log (E1 to E4): a grid of label, date, amount, user and category, edited like a spreadsheet: click or type, ranges by
// Shift or the mouse, copy and paste with spreadsheets both ways, Ctrl D fills down. What is refused stays as it was typed.
import { Alert, Button, Group, Text } from '@mantine/core'
import { CircleAlert, Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import { MOST_LINES } from '../../../shared/contract/log.ts'
import { useAppState, useModule, usePermitted } from '../../channel/AppState.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { useWidest } from '../../ui/figures/widest.ts'
import { isTyping, sidewards } from '../../ui/table/gridKeys.ts'
import type { CellLayer, Column } from '../../ui/table/VirtualTable.tsx'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import classes from './ClientLog.module.css'
import { PackageHours } from '../packages/PackageHours.tsx'
import { asHtml, asText, readTable } from './clipboard.ts'
import type { LogColumn } from './logCells.ts'
import { LOG_COLUMNS } from './logCells.ts'
import { LogField } from './LogField.tsx'
import type { FieldEnd } from './LogField.tsx'
import { ProblemText } from './ProblemText.tsx'
import type { Range } from './ranges.ts'
import { boundsOf, placed, single, stepped } from './ranges.ts'
import { useClipboard } from './useClipboard.ts'
import type { LogLine, Write } from './useLog.ts'
import { useLog } from './useLog.ts'

type Editing = { row: number; column: LogColumn; begun: string | null }

export function ClientLog({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('clientLog')
  const format = useFormat()
  const permitted = usePermitted()
  const [, navigate] = useLocation()
  const packages = useModule('packages')
  const log = useLog(customer.id)
  const { shown } = log
  const columns = useColumns()
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const [range, setRange] = useState<Range>(single({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<Editing | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const dragged = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const goto = useRef<((index: number, column: string) => void) | null>(null)
  const size = { rows: log.count, columns: LOG_COLUMNS.length }
  const bounds = boundsOf(range)

  const focusCell = (row: number, column: number) => {
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-index="${row}"] [data-column="${LOG_COLUMNS[column] ?? ''}"]`,
    )
    if (cell == null) goto.current?.(row, LOG_COLUMNS[column] ?? '')
    else cell.focus({ preventScroll: true })
  }
  const lead = (next: Range) => {
    setRange(next)
    setPlace((was) => ({ ...was, active: next.focus.row }))
  }
  const begin = (row: number, column: number, begun: string | null = null) => {
    const key = LOG_COLUMNS[column]
    if (key === undefined || log.line(row) === undefined || !permitted('log.write')) return
    setRange(single({ row, column }))
    // A toggle: a click, Enter or Space turns it (E3).
    if (key === 'billable' && (begun === null || begun === ' ')) {
      const { yes, no } = log.context
      const is = textAt(row, column) === yes
      return write([{ row, column: key, text: is ? no : yes }])
    }
    setEditing({ row, column: key, begun })
  }
  const write = (cells: readonly Write[]) => {
    setSaid(null)
    if (cells.length === 0) return
    if (log.tooMany(cells)) return setSaid(t('tooMany', { most: format.number(MOST_LINES) }))
    void log.write(cells)
  }
  const done = (text: string | null, end: FieldEnd) => {
    if (editing === null) return
    const { row, column } = editing
    const at = LOG_COLUMNS.indexOf(column)
    const of = log.line(row)
    const draft = of?.entry === null
    setEditing(null)
    if (text !== null && of !== undefined && text !== shown(of, column).text) write([{ row, column, text }])
    else if (text === null && of !== undefined && shown(of, column).problem !== null) log.giveUp(of)
    if (end === 'left') return
    const step = end === 'next' ? 1 : end === 'previous' ? -1 : 0
    const next = stepped(
      single({ row, column: at }),
      { columns: step, rows: end === 'down' && !draft ? 1 : 0 },
      size,
      false,
    )
    setRange(next)
    // A new line is filled from cell to cell, until it has all that it needs.
    const lacks = draft && end === 'down' && text !== null ? log.missing(of, { [column]: text }) : null
    if (lacks !== null) {
      setRange(single({ row, column: LOG_COLUMNS.indexOf(lacks) }))
      setEditing({ row, column: lacks, begun: null })
    } else if (draft && step !== 0 && next.focus.column !== at) {
      const key = LOG_COLUMNS[next.focus.column]
      if (key !== undefined) setEditing({ row, column: key, begun: null })
    } else setTimeout(() => focusCell(next.focus.row, next.focus.column))
  }

  const textAt = (row: number, column: number, lines?: readonly (LogLine | undefined)[]): string => {
    const of = lines === undefined ? log.line(row) : lines[row - bounds.top]
    const key = LOG_COLUMNS[column]
    return of === undefined || key === undefined ? '' : shown(of, key).text
  }
  const inRange = <T,>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: bounds.bottom - bounds.top + 1 }, (_, y) =>
      Array.from({ length: bounds.right - bounds.left + 1 }, (_unused, x) =>
        of(bounds.top + y, bounds.left + x),
      ),
    )
  const asWrites = (cells: readonly { row: number; column: number; text: string }[]): Write[] =>
    cells.flatMap(({ row, column, text }) => {
      const key = LOG_COLUMNS[column]
      return key === undefined ? [] : [{ row, column: key, text }]
    })
  const fillDown = () =>
    write(
      asWrites(
        inRange((row, column) => ({ row, column, text: textAt(bounds.top, column) }))
          .slice(1)
          .flat(),
      ),
    )
  const copy = (event: ClipboardEvent) => {
    event.preventDefault()
    const rows = inRange((row, column) => textAt(row, column))
    event.clipboardData?.setData('text/plain', asText(rows))
    event.clipboardData?.setData('text/html', asHtml(rows))
  }
  const paste = (event: ClipboardEvent) => {
    if (!permitted('log.write')) return
    event.preventDefault()
    const table = readTable(event.clipboardData?.getData('text/plain') ?? '')
    if (table.length > MOST_LINES) return setSaid(t('tooMany', { most: format.number(MOST_LINES) }))
    write(asWrites(placed(table, range, LOG_COLUMNS.length)))
  }
  useClipboard(box, { copy, paste })

  const keys = (event: KeyboardEvent<HTMLDivElement>): boolean => {
    if (isTyping(event.target)) return false
    const { key, shiftKey, altKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    const side = sidewards(key, event.currentTarget)
    const by =
      side !== 0
        ? { columns: side }
        : key === 'ArrowDown'
          ? { rows: 1 }
          : key === 'ArrowUp' && (shiftKey || range.focus.row > 0)
            ? { rows: -1 }
            : null
    const act = (): (() => void) | null => {
      if (altKey) return null
      if (by !== null && !ctrl) return () => lead(stepped(range, by, size, shiftKey))
      if (ctrl && key.toLowerCase() === 'a')
        return () =>
          setRange({
            anchor: { row: 0, column: 0 },
            focus: { row: size.rows - 1, column: size.columns - 1 },
          })
      if (ctrl && key.toLowerCase() === 'd') return fillDown
      if (ctrl) return null
      const { row, column } = range.focus
      if (key === 'Enter' || key === 'F2') return () => begin(row, column)
      if (key === 'Backspace' || key === 'Delete')
        return () => write(asWrites(inRange((y, x) => ({ row: y, column: x, text: '' })).flat()))
      if (key === 'Escape') return () => setRange(single(range.focus))
      if (key.length === 1) return () => begin(row, column, key)
      return null
    }
    const then = act()
    if (then === null) return false
    event.preventDefault()
    event.stopPropagation()
    then()
    return true
  }
  const layer: CellLayer = {
    chosen: (index) =>
      index < bounds.top || index > bounds.bottom
        ? ''
        : LOG_COLUMNS.slice(bounds.left, bounds.right + 1).join(' '),
    onKeyDown(event, go) {
      goto.current = go
      const before = range.focus
      const taken = keys(event)
      if (taken && !isTyping(event.target)) setTimeout(() => follow(before, go))
      return taken
    },
    onPress(index, column, extend) {
      const at = LOG_COLUMNS.findIndex((key) => key === column)
      if (at < 0) return
      dragged.current = extend
      setRange((was) =>
        extend ? { ...was, focus: { row: index, column: at } } : single({ row: index, column: at }),
      )
    },
  }
  /** The focus of the page goes where the range's focus went. */
  const newest = useRef(range)
  newest.current = range
  const follow = (before: Range['focus'], go: (index: number, column: string) => void) => {
    const { row, column } = newest.current.focus
    if (row === before.row && column === before.column) return
    go(row, LOG_COLUMNS[column] ?? '')
  }

  const cells = useCells(log, columns, editing, done)
  const problem = firstProblem(log)
  return (
    <div ref={box} className={classes.log}>
      <Group gap="sm">
        {permitted('log.write') && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            onClick={() => {
              log.add()
              setPlace({ offset: 0, active: 0 })
              setRange(single({ row: 0, column: 0 }))
              setEditing({ row: 0, column: 'label', begun: null })
            }}
          >
            {t('add')}
          </Button>
        )}
        <Text size="sm" c="dimmed" className="num" role="status">
          {log.pages.first !== undefined && t('lines', { count: log.pages.total })}
        </Text>
      </Group>
      {said !== null && (
        <Alert color="red" variant="light" p="xs" role="alert" icon={<CircleAlert size={16} />}>
          {said}
        </Alert>
      )}
      <Refusal error={log.error ?? log.pages.error?.error ?? null} onClose={log.clearError} />
      {problem !== null && (
        <Alert color="red" variant="light" p="xs" role="alert" icon={<CircleAlert size={16} />}>
          <ProblemText problem={problem} />
        </Alert>
      )}
      {log.pages.first === undefined && log.pages.error === null && <SkeletonRows />}
      {log.pages.first !== undefined && log.count === 0 && (
        <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
      )}
      {log.pages.first !== undefined && log.count > 0 && (
        <VirtualTable
          label={t('title')}
          columns={columns}
          count={log.count}
          item={log.line}
          cells={cells}
          mark={({ key }) => {
            const of = editing === null ? undefined : log.line(editing.row)
            return editing !== null && of?.key === key ? editing.column : null
          }}
          rowKey={({ key }) => key}
          onOpen={(index, column) => {
            const was = dragged.current
            dragged.current = false
            const at = LOG_COLUMNS.findIndex((key) => key === column)
            if (!was && at >= 0) begin(index, at)
          }}
          onShow={(first, last) =>
            log.pages.show(Math.max(0, first - log.drafts), Math.max(0, last - log.drafts))
          }
          place={place}
          onPlace={setPlace}
          layer={layer}
          footer={[
            { key: 'label', content: t('total'), span: 2, rowHeader: true },
            {
              key: 'total',
              content: <span className="num">{format.duration(log.pages.first.totalMs)}</span>,
              end: true,
            },
          ]}
        />
      )}
      {packages && (
        <PackageHours
          customerId={customer.id}
          onMore={
            permitted('package.list') ? () => navigate(`/customers/${customer.id}/packages`) : undefined
          }
        />
      )}
    </div>
  )
}

/** What is wrong with the first of the cells that were refused. */
function firstProblem(log: ReturnType<typeof useLog>) {
  for (const of of log.refused)
    for (const column of LOG_COLUMNS) {
      const { problem } = log.shown(of, column)
      if (problem !== null) return problem
    }
  return null
}

function useColumns(): Column[] {
  const { t } = useTranslation('clientLog')
  const { team } = useAppState()
  const widest = useWidest()
  return useMemo(
    () => [
      { key: 'label', header: t('column.label'), width: 'minmax(120px, 2fr)', rowHeader: true },
      { key: 'date', header: t('column.date'), width: widest.shortDates },
      { key: 'amount', header: t('column.amount'), width: ['1000:00'], end: true },
      { key: 'user', header: t('column.user'), width: team ? 'minmax(90px, 1fr)' : 'minmax(70px, 0.8fr)' },
      { key: 'category', header: t('column.category'), width: 'minmax(90px, 1fr)' },
      { key: 'billable', header: t('column.billable'), width: [t('yes'), t('no')] },
    ],
    [t, team, widest],
  )
}

function useCells(
  log: ReturnType<typeof useLog>,
  columns: readonly Column[],
  editing: Editing | null,
  done: (text: string | null, end: FieldEnd) => void,
) {
  const { t } = useTranslation('clientLog')
  const { shown, context } = log
  const newest = useRef({ editing, done })
  newest.current = { editing, done }
  return useCallback(
    (of: LogLine, mark: string | null): Record<string, ReactNode> =>
      Object.fromEntries(
        LOG_COLUMNS.map((column) => {
          const { text, problem } = shown(of, column)
          const label = t(`column.${column}`)
          if (mark === column)
            return [
              column,
              <LogField
                key={column}
                label={label}
                text={text}
                begun={newest.current.editing?.begun ?? null}
                options={
                  column === 'user'
                    ? context.users.map(({ name }) => name)
                    : column === 'category'
                      ? context.categories.map(({ name }) => name)
                      : null
                }
                error={problem !== null}
                onDone={(said, end) => newest.current.done(said, end)}
              />,
            ]
          return [
            column,
            <span
              key={column}
              className={column === 'date' || column === 'amount' ? 'num' : undefined}
              data-refused={problem !== null || undefined}
              title={text.slice(0, 500)}
            >
              {column === 'label' && <MeetingMark meetingId={of.entry?.meetingId ?? null} />}
              <bdi>{text}</bdi>
              {problem !== null && <CircleAlert size={13} aria-label={t('refused')} />}
            </span>,
          ]
        }),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- a new editing changes the mark of its row
    [shown, context, t, columns],
  )
}
