// How tables are read: as they were told to be, else as they show; and what has to be asked before.
import type {
  DateOrder,
  ImportField,
  ImportNeed,
  ImportOptions,
  ImportSource,
} from '../../shared/contract/timeImport.ts'
import { dateOrders, readMoment } from '../../shared/rules/imports/cells.ts'
import type { Columns } from '../../shared/rules/imports/layouts.ts'
import { headerKey, recognise, sufficient } from '../../shared/rules/imports/layouts.ts'
import type { Table } from './read/table.ts'

export type Layout = {
  tables: { source: ImportSource; columns: Columns }[]
  options: ImportOptions
  needs: ImportNeed[]
  dateOrders: DateOrder[]
  /** No order fits all dates. */
  datesMixed: boolean
  /** All of it is one person's time, as far as the files name anybody. */
  onePerson: boolean
}

const keyOf = ({ headers }: Table): string => headers.map(headerKey).toSorted().join('|')

/** By this a mapping is remembered: the headers of all files, in no order. */
export const signatureOf = (tables: readonly Table[]): string =>
  [...new Set(tables.map(keyOf))].toSorted().join('\n').slice(0, 2000)

const DATED: readonly ImportField[] = ['startDate', 'startTime', 'endDate', 'endTime']

export function layoutOf(tables: readonly Table[], given: ImportOptions): Layout {
  const [first] = tables
  const read = tables.map((table) => {
    // What was said of the first file holds for those that look like it.
    const alike = first !== undefined && keyOf(table) === keyOf(first)
    const shown = recognise(table.headers, table.source ?? (alike ? given.source : undefined))
    const told = alike ? given.columns : undefined
    return { source: shown.source, columns: told === undefined ? shown.columns : known(told, table) }
  })
  const texts = tables.flatMap((table, index) =>
    DATED.flatMap((field) => textsOf(table, read[index]?.columns[field])),
  )
  const orders = dateOrders(texts)
  const needs: ImportNeed[] = []
  if (tables.length === 0 || read.some(({ columns }) => !sufficient(columns))) needs.push('columns')
  if (given.dateOrder === undefined && orders.length !== 1) needs.push('dateOrder')
  if (given.zone === undefined && texts.some(isWall)) needs.push('zone')
  const dateOrder = given.dateOrder ?? (orders.length === 1 ? orders[0] : undefined)
  const source = read[0]?.source
  return {
    tables: read,
    options: { ...given, source, columns: read[0]?.columns ?? {}, dateOrder },
    needs,
    datesMixed: orders.length === 0,
    dateOrders: orders.length === 0 ? ['dmy', 'mdy'] : orders,
    onePerson:
      new Set(tables.flatMap((table, index) => peopleIn(table, read[index]?.columns ?? {}))).size <= 1,
  }
}

const known = (columns: Columns, { headers }: Table): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([, header]) => headers.includes(header)))

const textsOf = (table: Table, header: string | undefined): readonly string[] =>
  header === undefined ? [] : table.texts(table.headers.indexOf(header))

/** A time of day of which nothing says where it was. */
function isWall(text: string): boolean {
  const moment = readMoment(text.trim(), 'dmy') ?? readMoment(text.trim(), 'mdy')
  return moment !== null && 'timeMs' in moment && moment.timeMs !== null
}

function peopleIn(table: Table, columns: Columns): string[] {
  const { person, surname, email } = columns
  // Names and addresses are one person's where one of the two is always the same.
  const named = [email, surname ?? person].flatMap((header) => {
    const texts = textsOf(table, header).filter((text) => text.trim() !== '')
    return texts.length === 0 ? [] : [texts]
  })
  return [...(named[0] ?? [])]
}
