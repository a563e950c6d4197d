// A range of cells in a grid: from where it was begun to where it was led, by keys or by the mouse.

export type Cell = { row: number; column: number }
export type Range = { anchor: Cell; focus: Cell }
export type Bounds = { top: number; bottom: number; left: number; right: number }

export const single = (cell: Cell): Range => ({ anchor: cell, focus: cell })

export const boundsOf = ({ anchor, focus }: Range): Bounds => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
})

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/** A step of the focus; `extend`: the anchor stays where it was. */
export function stepped(
  range: Range,
  by: { rows?: number; columns?: number },
  size: { rows: number; columns: number },
  extend: boolean,
): Range {
  const focus = {
    row: within(range.focus.row + (by.rows ?? 0), size.rows - 1),
    column: within(range.focus.column + (by.columns ?? 0), size.columns - 1),
  }
  return extend ? { ...range, focus } : single(focus)
}

/**
 * Where the cells of a pasted table go: from the top left cell of the range on. One cell fills the whole range; a table that fits
 * into it several times is repeated, as spreadsheets do.
 */
export function placed(
  table: readonly (readonly string[])[],
  range: Range,
  columns: number,
): { row: number; column: number; text: string }[] {
  const { top, bottom, left, right } = boundsOf(range)
  const [high, wide] = [table.length, Math.max(0, ...table.map((row) => row.length))]
  if (high === 0 || wide === 0) return []
  const times = (size: number, of: number): number => (size % of === 0 ? size : of)
  const rows = times(bottom - top + 1, high)
  const across = Math.min(times(right - left + 1, wide), columns - left)
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: across }, (_unused, x) => ({
      row: top + y,
      column: left + x,
      text: table[y % high]?.[x % wide] ?? '',
    })),
  ).flat()
}
