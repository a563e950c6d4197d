// A row of a VirtualTable, drawn again only when something in it changes: scrolling then costs the rows that come in.
import { memo } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { SelectBox } from './SelectBox.tsx'
import type { Column } from './VirtualTable.tsx'
import classes from './VirtualTable.module.css'

/** The column by which rows are chosen. */
export const SELECT = 'select'

export type RowEvents = {
  onKeyDown(event: KeyboardEvent<HTMLDivElement>): void
  onFocus(index: number): void
  onOpen(index: number, column: string | null): void
  /** `through`: with all rows since the one that was chosen last. */
  onSelect(index: number, through: boolean): void
  /** The mouse is pressed on a cell of a table whose cells are chosen. */
  onPress(index: number, column: string, extend: boolean): void
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
  /** undefined: rows are not chosen here. */
  selected: boolean | undefined
  /** The columns that are chosen in it; undefined: cells are not chosen here. */
  chosen: string | undefined
  /** What the box is called by which this row is chosen. */
  selectLabel: string | undefined
  columns: readonly Column[]
  cells(item: Item, mark: string | null): Record<string, ReactNode>
  events: RowEvents
}

function Row<Item>(props: TableRowProps<Item>) {
  const { index, start, size, item, mark, columns, events } = props
  const { chosen } = props
  const press = ({ target, button }: MouseEvent, extend: boolean) => {
    if (!(target instanceof Element) || button !== 0 || target.closest('input, textarea') !== null) return
    const column = target.closest('[data-column]')?.getAttribute('data-column') ?? null
    if (column !== null) events.onPress(index, column, extend)
  }
  const values = item === undefined ? undefined : props.cells(item, mark)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-tone={props.tone}
      data-marked={mark ?? undefined}
      aria-selected={props.selected}
      data-clickable={(props.opens && values !== undefined) || undefined}
      tabIndex={props.active ? 0 : -1}
      className={classes.row}
      style={{ insetBlockStart: start, blockSize: size, position: 'absolute', insetInline: 0 }}
      onKeyDown={events.onKeyDown}
      onFocus={() => events.onFocus(index)}
      onMouseDown={chosen === undefined ? undefined : (event) => press(event, event.shiftKey)}
      onMouseOver={chosen === undefined ? undefined : (event) => event.buttons === 1 && press(event, true)}
      onClick={({ target, currentTarget, shiftKey }) => {
        if (shiftKey && chosen !== undefined) return
        // What opens over the page belongs to the row only for React.
        if (!(target instanceof Element) || !currentTarget.contains(target) || values === undefined) return
        if (target.closest('a, button, input, textarea') !== null) return
        events.onOpen(index, target.closest('[data-column]')?.getAttribute('data-column') ?? null)
      }}
    >
      {columns.map(({ key, end, rowHeader }, at) => (
        <div
          key={key}
          role={rowHeader === true ? 'rowheader' : 'gridcell'}
          tabIndex={-1}
          className={classes.cell}
          // No stop of the arrows: Space on the row does the same.
          data-column={key === SELECT ? undefined : key}
          aria-colindex={chosen === undefined ? undefined : at + 1}
          aria-selected={chosen === undefined ? undefined : chosen.split(' ').includes(key)}
          data-editing={key === mark || undefined}
          data-end={end || undefined}
        >
          {values === undefined ? (
            <span className={classes.waiting} />
          ) : key === SELECT ? (
            <SelectBox
              label={props.selectLabel ?? ''}
              checked={props.selected === true}
              onClick={(through) => events.onSelect(index, through)}
            />
          ) : (
            values[key]
          )}
        </div>
      ))}
    </div>
  )
}

export const TableRow = memo(Row) as typeof Row
