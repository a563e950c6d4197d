// How columns.ts says what a noun's table looks like.

/** flag: 0 or 1 for false or true. json: text for an object or a list. plain: as it is. */
export type ColumnKind = 'plain' | 'flag' | 'json'

export type TableColumns = {
  readonly table: string
  /** Field of the entity, column of the table, and how one becomes the other. */
  readonly columns: readonly (readonly [field: string, name: string, kind: ColumnKind])[]
}
