// The head of a VirtualTable: what each column is, a press of which sorts by it, and the box that chooses every row.
// Up from the first row leads here, ← and → along it, ↓ back to the rows.
import type { KeyboardEvent } from 'react'
import { sidewards } from './gridKeys.ts'
import { SelectBox } from './SelectBox.tsx'
import { SELECT } from './TableRow.tsx'
import type { Column, Selecting } from './VirtualTable.tsx'
import classes from './VirtualTable.module.css'

export type HeadRowProps<Item> = {
  columns: readonly Column[]
  count: number
  selecting: Selecting<Item> | undefined
}

export function HeadRow<Item>({ columns, count, selecting }: HeadRowProps<Item>) {
  return (
    <div role="rowgroup" className={classes.head}>
      {/* The keys lead from one button to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div role="row" aria-rowindex={1} className={classes.row} onKeyDown={keys}>
        {columns.map(({ key, header, end, sorted, onSort }) => (
          <div
            key={key}
            role="columnheader"
            aria-sort={sorted ?? undefined}
            className={classes.cell}
            data-end={end || undefined}
          >
            {key === SELECT && selecting !== undefined ? (
              <SelectBox
                label={selecting.allLabel}
                checked={selecting.count === 0 ? false : selecting.count >= count ? true : 'mixed'}
                onClick={() => (selecting.count >= count ? selecting.clear() : selecting.all())}
              />
            ) : onSort === undefined ? (
              header
            ) : (
              <button type="button" tabIndex={-1} className={classes.sort} onClick={onSort}>
                {header}
                <span aria-hidden className={classes.way}>
                  {sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : ''}
                </span>
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function keys(event: KeyboardEvent<HTMLDivElement>): void {
  const row = event.currentTarget
  const buttons = [...row.querySelectorAll<HTMLElement>('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const step = sidewards(event.key, row)
  const target =
    step !== 0
      ? buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]
      : event.key === 'ArrowDown'
        ? row.closest('[role="grid"]')?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
        : null
  if (target == null) return
  event.preventDefault()
  target.focus()
}
