// Which row of a list is which, from one drawing to the next: it keeps what a person has in it, a focus or a field they type into.

export type DrawnRow = {
  index: number
  /** undefined: what stands in it is not here. */
  id: string | undefined
}

export type KeyedRows = {
  rows: readonly (DrawnRow & { key: string })[]
  /** How many keys there have been. */
  made: number
}

export const NO_ROWS: KeyedRows = { rows: [], made: 0 }

/**
 * An item takes its row along wherever it moves. One that arrives takes the row that waited for it, and one that goes leaves its
 * row to wait, so that neither is made anew under the focus.
 */
export function nextRows(before: KeyedRows, drawn: readonly DrawnRow[]): KeyedRows {
  const ofItem = new Map(before.rows.map((row) => [row.id, row.key]))
  const atIndex = new Map(before.rows.map((row) => [row.index, row]))
  const taken = new Set(drawn.flatMap(({ id }) => (id === undefined ? [] : (ofItem.get(id) ?? []))))
  let { made } = before
  const rows = drawn.map(({ index, id }) => {
    const known = id === undefined ? undefined : ofItem.get(id)
    if (known !== undefined) return { index, id, key: known }
    const left = atIndex.get(index)
    const fits = left !== undefined && (id === undefined || left.id === undefined) && !taken.has(left.key)
    return { index, id, key: fits ? left.key : `row ${(made += 1)}` }
  })
  return { rows, made }
}
