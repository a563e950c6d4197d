// Which cell of the list is being edited, and which comes next: by click, by Tab, or the one that a click asked for meanwhile.
import { useCallback, useRef, useState } from 'react'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Column } from '../../ui/table/VirtualTable.tsx'

const EDITABLE = ['start', 'stop', 'category', 'note'] as const
export type EditableColumn = (typeof EDITABLE)[number]

/** How a field was left: back to its row, on to a neighbour, by a click elsewhere; or it stays, because it was refused. */
export type CellEnd = 'row' | 'next' | 'previous' | 'elsewhere' | 'refused'

type Cell = { entryId: Id; column: EditableColumn }

export type CellEditing = {
  columnOf(entryId: Id): EditableColumn | null
  /** False where the column cannot be edited in place. `column` null: the one that was edited last. */
  begin(entryId: Id, column: string | null): boolean
  done(end: CellEnd): void
}

export const isEditable = (column: string | null): column is EditableColumn =>
  EDITABLE.some((editable) => editable === column)

export function useCellEditing(columns: readonly Column[]): CellEditing {
  const [cell, setCell] = useState<Cell | null>(null)
  // What is decided holds at once: a click may come before that is drawn, and must not be left waiting for a cell already done.
  const edited = useRef<Cell | null>(null)
  // A click into another cell leaves this one, which must be saved first: until then the other waits.
  const wanted = useRef<Cell | null>(null)
  const last = useRef<EditableColumn>('start')
  const shown = EDITABLE.filter((column) => columns.some(({ key }) => key === column))
  const order = useRef(shown)
  order.current = shown

  const edit = useCallback((next: Cell | null) => {
    wanted.current = null
    if (next !== null) last.current = next.column
    edited.current = next
    setCell(next)
  }, [])
  const done = useCallback(
    (end: CellEnd) => {
      const now = edited.current
      if (end === 'refused') wanted.current = null
      else if (end === 'elsewhere') edit(wanted.current)
      else if (now === null || end === 'row') edit(null)
      else {
        const column = order.current[order.current.indexOf(now.column) + (end === 'next' ? 1 : -1)]
        edit(column === undefined ? null : { ...now, column })
      }
    },
    [edit],
  )
  return {
    columnOf: (entryId) => (cell?.entryId === entryId ? cell.column : null),
    begin(entryId, column) {
      if (column !== null && !isEditable(column)) return false
      const remembered = shown.includes(last.current) ? last.current : shown[0]
      const next = column ?? remembered
      if (next === undefined) return false
      if (edited.current === null) edit({ entryId, column: next })
      else wanted.current = { entryId, column: next }
      return true
    },
    done,
  }
}
