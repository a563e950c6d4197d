// A table of any length with a header and footer that stay in view; only what is on screen is in the page. Keys: ↑ ↓ Home End Enter.
import { Skeleton } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
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

export type VirtualTableProps = {
  label: string
  columns: readonly Column[]
  count: number
  rowHeight?: number
  /** The cells of a row, by column key; undefined: not loaded yet. */
  cells(index: number): Record<string, ReactNode> | undefined
  rowKey?(index: number): string
  rowProps?(index: number): { 'data-tone'?: string; title?: string }
  /** Enter or a click on the row. */
  onOpen?(index: number): void
  onShow(first: number, last: number): void
  place: ListPlace
  onPlace(place: ListPlace): void
  footer?: ReactNode
}

export function VirtualTable(props: VirtualTableProps) {
  const { label, columns, count, rowHeight = 40, cells, onShow, place, onPlace, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const active = Math.min(place.active, Math.max(0, count - 1))
  // The row with the focus stays in the page while it is scrolled away, so that the keyboard does not lose its place.
  const rangeExtractor = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: place.offset,
    scrollPaddingStart: 36,
    scrollPaddingEnd: props.footer === undefined ? 0 : 40,
    rangeExtractor: count === 0 ? defaultRangeExtractor : rangeExtractor,
  })
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onShow(startIndex, endIndex), [onShow, startIndex, endIndex])

  const offset = useRef(place.offset)
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  const move = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to))
    moved.current = true
    virtualizer.scrollToIndex(next)
    onPlace({ offset: offset.current, active: next })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
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
    } else if (event.key === 'Enter' && onOpen !== undefined) {
      event.preventDefault()
      onOpen(active)
    }
  }

  const style = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={style}
      onScroll={(event) => {
        offset.current = event.currentTarget.scrollTop
      }}
      onScrollEnd={() => onPlace({ offset: offset.current, active })}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        className={classes.table}

        tabIndex={-1}
      >
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
          {virtualizer.getVirtualItems().map((item) => {
            const values = cells(item.index)
            return (
              <div
                key={values === undefined ? item.index : (props.rowKey?.(item.index) ?? item.index)}
                role="row"
                aria-rowindex={item.index + 2}
                data-index={item.index}
                tabIndex={item.index === active ? 0 : -1}
                className={classes.row}
                data-clickable={(onOpen !== undefined && values !== undefined) || undefined}
                style={{
                  insetBlockStart: item.start,
                  blockSize: item.size,
                  position: 'absolute',
                  insetInline: 0,
                }}
                onKeyDown={onKeyDown}
                onFocus={() => {
                  if (item.index !== active) onPlace({ offset: offset.current, active: item.index })
                }}
                onClick={(event) => {
                  const onControl =
                    event.target instanceof Element && event.target.closest('a, button, input') !== null
                  if (!onControl && values !== undefined) onOpen?.(item.index)
                }}
                {...props.rowProps?.(item.index)}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role="gridcell"
                    className={classes.cell}
                    data-end={column.end || undefined}
                  >
                    {values === undefined ? <Skeleton height={12} width="70%" /> : values[column.key]}
                  </div>
                ))}
              </div>
            )
          })}
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
