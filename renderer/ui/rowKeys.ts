// Which row of a list is which, from one drawing to the next: it keeps what a person has in it, a focus or a field they type into.

export type DrawnRow = {
  index: number
  /** undefined: what stands in it is not here. */
  id: string | undefined
}

export type RowKeys = {
  /** In the order of the rows. */
  list: readonly string[]
  ofItem: ReadonlyMap<string, string>
  atIndex: ReadonlyMap<number, string>
  waiting: ReadonlyMap<number, string>
  made: number
}

export const NO_ROWS: RowKeys = {
  list: [],
  ofItem: new Map(),
  atIndex: new Map(),
  waiting: new Map(),
  made: 0,
}

/**
 * An item takes its row along wherever it moves. One that arrives takes the row that waited for it, and one that goes leaves its
 * row to wait, so that neither is made anew under the focus.
 */
export function nextRowKeys(before: RowKeys, rows: readonly DrawnRow[]): RowKeys {
  const used = new Set<string>()
  const free = (key: string | undefined): key is string => key !== undefined && !used.has(key)
  const keys = new Map<number, string>()
  const take = (index: number, key: string): void => {
    used.add(key)
    keys.set(index, key)
  }
  let { made } = before
  const anew = (): string => `row ${(made += 1)}`
  for (const { index, id } of rows) {
    const known = id === undefined ? undefined : before.ofItem.get(id)
    if (known !== undefined) take(index, known)
  }
  for (const { index } of rows) {
    if (keys.has(index)) continue
    const waited = before.waiting.get(index)
    if (free(waited)) take(index, waited)
  }
  for (const { index, id } of rows) {
    if (keys.has(index)) continue
    const left = id === undefined ? before.atIndex.get(index) : undefined
    take(index, free(left) ? left : anew())
  }
  const keyAt = ({ index }: DrawnRow): string => keys.get(index) ?? ''
  return {
    list: rows.map(keyAt),
    ofItem: new Map(rows.flatMap((row) => (row.id === undefined ? [] : [[row.id, keyAt(row)] as const]))),
    atIndex: keys,
    waiting: new Map(rows.flatMap((row) => (row.id === undefined ? [[row.index, keyAt(row)] as const] : []))),
    made,
  }
}
