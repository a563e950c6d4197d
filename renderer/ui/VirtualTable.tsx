// A table of any length with a header and footer that stay in view; only what is on screen is in the page.
// Keys: ↑ ↓ Home End PgUp PgDn, Enter and F2.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { nextRows, NO_ROWS } from './rowKeys.ts'
import { TableRow } from './TableRow.tsx'
import type { RowEvents } from './TableRow.tsx'
import classes from './VirtualTable.module.css'

export type Column = {
  key: string
  header: ReactNode
  /** A CSS grid track such as 'minmax(160px, 2fr)' or '96px'. */
  width: string
  end?: boolean
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
  footer?: ReactNode
}

export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, columns, count, rowHeight = 40, onShow, place, onPlace, onOpen } = props
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
  useEffect(() => {
    if (led.current === null) return
    led.current = null
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to))
    led.current = next
    virtualizer.scrollToIndex(next)
    onPlace({ offset: offset.current, active: next })
  }
  const events: RowEvents = {
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      // A key pressed on a button inside of the row belongs to that button.
      if (event.target !== event.currentTarget) return
      const screenful = Math.max(1, endIndex - startIndex - 1)
      const to = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        Home: 0,
        End: count - 1,
        PageDown: active + screenful,
        PageUp: active - screenful,
      }[event.key]
      if (to !== undefined) {
        event.preventDefault()
        move(to)
      } else if ((event.key === 'Enter' || event.key === 'F2') && onOpen !== undefined) {
        event.preventDefault()
        onOpen(active, null)
      }
    },
    onFocus(index) {
      if (index !== active) onPlace({ offset: offset.current, active: index })
    },
    onOpen(index, column) {
      onOpen?.(index, column)
    },
  }
  const rowEvents = useStableEvents(events)

  const drawn = virtualizer.getVirtualItems().map((row) => ({ ...row, item: props.item(row.index) }))
  const keyed = useRef(NO_ROWS)
  keyed.current = nextRows(
    keyed.current,
    drawn.map(({ index, item }) => ({ index, id: item === undefined ? undefined : props.rowKey(item) })),
  )

  const style = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties
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
      <div role="grid" aria-label={label} aria-rowcount={count + 1} className={classes.table} tabIndex={-1}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {columns.map((column) => (
              <div
                key={column.key}
                role="columnheader"
                className={classes.cell}
                data-end={column.end || undefined}
              >
                {column.header}
              </div>
            ))}
          </div>
        </div>
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
              columns={columns}
              cells={props.cells}
              events={rowEvents}
            />
          ))}
        </div>
        {props.footer !== undefined && (
          <div role="rowgroup" className={classes.foot}>
            {props.footer}
          </div>
        )}
      </div>
    </div>
  )
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
  })
  return stable.current
}
