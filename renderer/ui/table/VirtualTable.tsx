// A table of any length with a header and footer that stay in view; only what is on screen is in the page.
// One stop of Tab; its keys: ↑ ↓ Home End PgUp PgDn, ← → into the cells of a row, Enter and F2.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { focusStop, isTyping, sidewards, stopAt, stopsOf } from './gridKeys.ts'
import { nextRows, NO_ROWS } from './rowKeys.ts'
import { HeadRow } from './HeadRow.tsx'
import { SELECT, TableRow } from './TableRow.tsx'
import type { RowEvents } from './TableRow.tsx'
import classes from './VirtualTable.module.css'

export type Column = {
  key: string
  header: ReactNode
  /** A CSS grid track such as 'minmax(160px, 2fr)'; or the longest texts that may stand in it, and it is as wide as they are. */
  width: string | readonly string[]
  end?: boolean
  /** Names the row. */
  rowHeader?: boolean
  /** The list can be sorted by it; null: it is sorted by another. */
  sorted?: 'ascending' | 'descending' | null
  onSort?: () => void
}

/** Rows that can be chosen, to do something with all of them at once. */
export type Selecting<Item> = {
  has(item: Item): boolean
  /** What the box is called by which it is chosen. */
  label(item: Item): string
  count: number
  allLabel: string
  toggle(index: number): void
  extend(from: number, to: number): void
  all(): void
  clear(): void
}

/** Cells that are chosen, as in a spreadsheet; what is chosen is kept by the caller, who also says what keys and the mouse do. */
export type CellLayer = {
  /** The keys of the columns that are chosen in this row, with a space between; '' for none. */
  chosen(index: number): string
  /** True: the key was one of the layer's, and the table does nothing. `go` leads the focus to a cell. */
  onKeyDown(event: KeyboardEvent<HTMLDivElement>, go: (index: number, column: string) => void): boolean
  /** The mouse was pressed on a cell, or has come to one while it is. */
  onPress(index: number, column: string, extend: boolean): void
}

/** A cell of the footer, over so many columns from where the one before ended. */
export type FooterCell = {
  key: string
  content: ReactNode
  span?: number
  end?: boolean
  rowHeader?: boolean
}

/** Where a list stood when it was left: kept by the caller, so that it stands there again on return. */
export type ListPlace = { offset: number; active: number }

export type VirtualTableProps<Item> = {
  label: string
  columns: readonly Column[]
  count: number
  rowHeight?: number
  /** What stands in a row; undefined: not loaded yet. A row whose item, cells and mark are the same is not drawn again. */
  item(index: number): Item | undefined
  /** The cells of a row, by column key. */
  cells(item: Item, mark: string | null): Record<string, ReactNode>
  /** Something about a row beside its item that shows in its cells, such as which of them is being edited. */
  mark?(item: Item): string | null
  rowKey(item: Item): string
  tone?(item: Item): string | undefined
  /** Enter, F2 or a click on the row; `column`: where it was clicked, null for a key. */
  onOpen?(index: number, column: string | null): void
  onShow(first: number, last: number): void
  place: ListPlace
  onPlace(place: ListPlace): void
  footer?: readonly FooterCell[]
  /** Space, Shift with the arrows, Ctrl A and Escape choose rows, and a column of boxes; its list is kept by the caller. */
  selecting?: Selecting<Item> | undefined
  layer?: CellLayer | undefined
}

export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, count, rowHeight = 40, onShow, place, onPlace, onOpen } = props
  const { selecting } = props
  const columns = useColumns(props.columns, selecting !== undefined)
  const scroller = useRef<HTMLDivElement>(null)
  const active = Math.min(place.active, Math.max(0, count - 1))
  // The row with the focus stays in the page while it is scrolled away, so that the keyboard does not lose its place.
  const rangeExtractor = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset: place.offset,
    scrollPaddingStart: 36,
    scrollPaddingEnd: props.footer === undefined ? 0 : 40,
    rangeExtractor: count === 0 ? defaultRangeExtractor : rangeExtractor,
  })
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onShow(startIndex, endIndex), [onShow, startIndex, endIndex])

  const offset = useRef(place.offset)
  // Where a key leads, until it is drawn and has the focus: the scrolling may end before that, and must not lead back.
  const led = useRef<number | null>(null)
  const ledStop = useRef(-1)
  useEffect(() => {
    if (led.current === null) return
    led.current = null
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row != null) focusStop(row, ledStop.current)
  }, [active])

  const move = (to: number, stop: number) => {
    const next = Math.max(0, Math.min(count - 1, to))
    led.current = next
    ledStop.current = stop
    virtualizer.scrollToIndex(next)
    onPlace({ offset: offset.current, active: next })
  }
  // Who asked for a row may have been drawn before it became the active one.
  const nowActive = useRef(active)
  useLayoutEffect(() => {
    nowActive.current = active
  })
  /** Of a table whose cells hold nothing that can be pressed. */
  const goTo = (index: number, column: string) => {
    const stop = columns.filter(({ key }) => key !== SELECT).findIndex(({ key }) => key === column)
    const row =
      index === nowActive.current
        ? scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
        : null
    if (row == null) move(index, stop)
    else focusStop(row, stop)
  }
  /** Whether the key is one of those by which rows are chosen. */
  const selects = (event: KeyboardEvent<HTMLDivElement>, chosen: Selecting<Item>): boolean => {
    if (isTyping(event.target) || event.altKey) return false
    const { key, ctrlKey, metaKey, shiftKey, target } = event
    const act = (): (() => void) | null => {
      if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'a') return () => chosen.all()
      if (ctrlKey || metaKey) return null
      const step = shiftKey ? ({ ArrowDown: 1, ArrowUp: -1 }[key] ?? 0) : 0
      if (step !== 0) {
        const to = Math.max(0, Math.min(count - 1, active + step))
        const at = stopAt(event.currentTarget)
        return () => {
          chosen.extend(active, to)
          move(to, at)
        }
      }
      // Space on a button or link is a press of it.
      if (key === ' ' && !(target instanceof HTMLElement && target.matches('a, button')))
        return () => (shiftKey ? chosen.extend(active, active) : chosen.toggle(active))
      return key === 'Escape' && chosen.count > 0 ? () => chosen.clear() : null
    }
    const then = act()
    if (then === null) return false
    event.preventDefault()
    event.stopPropagation()
    then()
    return true
  }
  const events: RowEvents = {
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (selecting !== undefined && selects(event, selecting)) return
      if (props.layer?.onKeyDown(event, goTo) === true) return
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const row = event.currentTarget
      const at = stopAt(row)
      const step = sidewards(event.key, row)
      if (step !== 0) {
        event.preventDefault()
        focusStop(row, Math.min(at + step, stopsOf(row).length - 1))
        return
      }
      const screenful = Math.max(1, endIndex - startIndex - 1)
      const to = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        Home: 0,
        End: count - 1,
        PageDown: active + screenful,
        PageUp: active - screenful,
      }[event.key]
      if (event.key === 'ArrowUp' && active === 0 && focusHead(row)) {
        event.preventDefault()
      } else if (to !== undefined) {
        event.preventDefault()
        move(to, at)
      } else if ((event.key === 'Enter' || event.key === 'F2') && onOpen !== undefined) {
        // Enter on a button or link is a press of it.
        if (!(event.target instanceof HTMLElement) || event.target.matches('a, button')) return
        event.preventDefault()
        onOpen(active, at < 0 ? null : (event.target.dataset.column ?? null))
      }
    },
    onFocus(index) {
      if (index !== active) onPlace({ offset: offset.current, active: index })
    },
    onOpen(index, column) {
      onOpen?.(index, column)
    },
    onPress(index, column, extend) {
      props.layer?.onPress(index, column, extend)
    },
    onSelect(index, through) {
      if (through) selecting?.extend(index, index)
      else selecting?.toggle(index)
    },
  }
  const rowEvents = useStableEvents(events)

  const drawn = virtualizer.getVirtualItems().map((row) => ({ ...row, item: props.item(row.index) }))
  const keyed = useRef(NO_ROWS)
  keyed.current = nextRows(
    keyed.current,
    drawn.map(({ index, item }) => ({ index, id: item === undefined ? undefined : props.rowKey(item) })),
  )

  const { widths, sizer } = useWidths(columns)
  const tracks = columns.map(({ key, width }) =>
    typeof width === 'string' ? width : `${widths.get(key) ?? 0}px`,
  )
  const style = { '--columns': tracks.join(' ') } as CSSProperties
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={style}
      onScroll={(event) => {
        offset.current = event.currentTarget.scrollTop
      }}
      onScrollEnd={() => onPlace({ offset: offset.current, active: led.current ?? active })}
    >
      <div className={classes.sizer} ref={sizer} aria-hidden>
        {columns.map(
          ({ key, header, width, sorted, end }) =>
            typeof width !== 'string' && (
              <div key={key} data-key={key} data-figures={end || undefined}>
                <div className={classes.headText} data-sorts={sorted !== undefined || undefined}>
                  {header}
                </div>
                {width.map((text) => (
                  <div key={text} className="num">
                    {text}
                  </div>
                ))}
              </div>
            ),
        )}
      </div>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-multiselectable={selecting !== undefined || props.layer !== undefined || undefined}
        aria-colcount={props.layer === undefined ? undefined : columns.length}
        className={classes.table}
        tabIndex={-1}
      >
        <HeadRow columns={columns} count={count} selecting={selecting} />
        <div role="rowgroup" className={classes.body} style={{ blockSize: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start, size, item }, at) => (
            <TableRow
              key={keyed.current.rows[at]?.key}
              index={index}
              start={start}
              size={size}
              item={item}
              mark={item === undefined ? null : (props.mark?.(item) ?? null)}
              tone={item === undefined ? undefined : props.tone?.(item)}
              active={index === active}
              opens={onOpen !== undefined}
              selected={item === undefined ? undefined : selecting?.has(item)}
              chosen={props.layer?.chosen(index)}
              selectLabel={item === undefined ? undefined : selecting?.label(item)}
              columns={columns}
              cells={props.cells}
              events={rowEvents}
            />
          ))}
        </div>
        {props.footer !== undefined && (
          <div role="rowgroup" className={classes.foot}>
            <div role="row" className={classes.row}>
              {props.footer.map(({ key, content, span = 1, end, rowHeader }) => (
                <div
                  key={key}
                  role={rowHeader === true ? 'rowheader' : 'gridcell'}
                  aria-colspan={span === 1 ? undefined : span}
                  className={classes.cell}
                  style={{ gridColumn: `span ${span}` }}
                  data-end={end || undefined}
                >
                  {content}
                </div>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  )
}

const SELECT_COLUMN: Column = { key: SELECT, header: null, width: '24px' }

/** With the boxes before them, where rows are chosen: the same list as long as the columns are. */
const useColumns = (columns: readonly Column[], selects: boolean): readonly Column[] =>
  useMemo(() => (selects ? [SELECT_COLUMN, ...columns] : columns), [columns, selects])

/** Up from the first row leads to the head, where it has anything to press. */
function focusHead(row: HTMLElement): boolean {
  const first = row.closest('[role="grid"]')?.querySelector<HTMLElement>('[role="columnheader"] button')
  first?.focus()
  return first != null
}

/** The same functions on every render, which call the newest: so a row need not be drawn again for them. */
function useStableEvents(events: RowEvents): RowEvents {
  const newest = useRef(events)
  useLayoutEffect(() => {
    newest.current = events
  })
  const stable = useRef<RowEvents>({
    onKeyDown: (event) => newest.current.onKeyDown(event),
    onFocus: (index) => newest.current.onFocus(index),
    onOpen: (index, column) => newest.current.onOpen(index, column),
    onSelect: (index, through) => newest.current.onSelect(index, through),
    onPress: (index, column, extend) => newest.current.onPress(index, column, extend),
  })
  return stable.current
}

/** How wide the columns are that are as wide as their texts: measured on the page, so in its font, size and spacing of letters. */
function useWidths(columns: readonly Column[]) {
  const sizer = useRef<HTMLDivElement>(null)
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map())
  // Columns are often made anew for the same list: measuring again is for other texts.
  const texts = columns
    .map(({ key, width }) => `${key} ${typeof width === 'string' ? '' : width.join()}`)
    .join()
  useLayoutEffect(() => {
    const box = sizer.current
    if (box === null) return
    const measure = () => {
      const now = new Map<string, number>()
      for (const column of box.children)
        if (column instanceof HTMLElement && column.dataset.key !== undefined)
          now.set(column.dataset.key, Math.ceil(column.getBoundingClientRect().width))
      setWidths((was) =>
        was.size === now.size && [...now].every(([key, width]) => was.get(key) === width) ? was : now,
      )
    }
    measure()
    const growth = new ResizeObserver(measure)
    for (const column of box.children) growth.observe(column)
    return () => growth.disconnect()
  }, [texts])
  return { widths, sizer }
}
