// A row of a VirtualTable, drawn again only when something in it changes: scrolling then costs the rows that come in.
import { memo } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Column } from './VirtualTable.tsx'
import classes from './VirtualTable.module.css'

export type RowEvents = {
  onKeyDown(event: KeyboardEvent<HTMLDivElement>): void
  onFocus(index: number): void
  onOpen(index: number, column: string | null): void
}

export type TableRowProps<Item> = {
  index: number
  start: number
  size: number
  item: Item | undefined
  mark: string | null
  tone: string | undefined
  active: boolean
  opens: boolean
  columns: readonly Column[]
  cells(item: Item, mark: string | null): Record<string, ReactNode>
  events: RowEvents
}

function Row<Item>(props: TableRowProps<Item>) {
  const { index, start, size, item, mark, columns, events } = props
  const values = item === undefined ? undefined : props.cells(item, mark)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-tone={props.tone}
      data-marked={mark ?? undefined}
      data-clickable={(props.opens && values !== undefined) || undefined}
      tabIndex={props.active ? 0 : -1}
      className={classes.row}
      style={{ insetBlockStart: start, blockSize: size, position: 'absolute', insetInline: 0 }}
      onKeyDown={events.onKeyDown}
      onFocus={() => events.onFocus(index)}
      onClick={({ target, currentTarget }) => {
        // What opens over the page belongs to the row only for React.
        if (!(target instanceof Element) || !currentTarget.contains(target) || values === undefined) return
        if (target.closest('a, button, input, textarea') !== null) return
        events.onOpen(index, target.closest('[data-column]')?.getAttribute('data-column') ?? null)
      }}
    >
      {columns.map(({ key, end }) => (
        <div
          key={key}
          role="gridcell"
          className={classes.cell}
          data-column={key}
          data-editing={key === mark || undefined}
          data-end={end || undefined}
        >
          {values === undefined ? <span className={classes.waiting} /> : values[key]}
        </div>
      ))}
    </div>
  )
}

export const TableRow = memo(Row) as typeof Row
