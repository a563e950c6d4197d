// The rows of tables as what can be decided on: each different text is read once.
import { cleanText } from '../../shared/base/text.ts'
import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { DateOrder, ImportField, ImportSource } from '../../shared/contract/timeImport.ts'
import type { Moment } from '../../shared/rules/imports/cells.ts'
import { readFlag, readLength, readMoment } from '../../shared/rules/imports/cells.ts'
import type { ImportedRow } from '../../shared/rules/imports/decide.ts'
import type { Columns } from '../../shared/rules/imports/layouts.ts'
import { headerKey, unitOf } from '../../shared/rules/imports/layouts.ts'
import type { ClockAnswers } from '../../shared/rules/imports/times.ts'
import { timeOf } from '../../shared/rules/imports/times.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Table } from './read/table.ts'

export type Reading = { source: ImportSource; columns: Columns; dateOrder: DateOrder; answers: ClockAnswers }

/** What the table of the dry run shows of a row, also of one that cannot be read. */
export type RowTexts = Pick<ImportedRow, 'person' | 'customer' | 'project' | 'category' | 'note'>

export type RowReader = {
  read(row: number): Result<ImportedRow, AppError>
  texts(row: number): RowTexts
}

const MOST_NAME = 200
const MOST_NOTE = 10_000
const MOST_REFERENCE = 100

export function createRowReader(table: Table, { source, columns, dateOrder, answers }: Reading): RowReader {
  const indexOf = (header: string | undefined): number =>
    header === undefined ? -1 : table.headers.indexOf(header)
  const cells = <T>(field: ImportField, make: (text: string) => T): ((row: number) => T) => {
    const column = indexOf(columns[field])
    return column < 0 ? constant(make('')) : eachOnce(table, column, make)
  }
  const name = (field: ImportField) =>
    cells(field, (text) => cleanText(text, { max: Infinity, multiline: false }).replaceAll(/\s+/g, ' '))
  const moment = (field: ImportField) =>
    cells(field, (text): Moment | string | null => {
      const said = text.trim()
      return said === '' ? null : (readMoment(said, dateOrder) ?? said)
    })
  const unit = unitOf(columns.duration ?? '')
  const length = cells('duration', (text): number | string | null => {
    const said = text.trim()
    return said === '' ? null : (readLength(said, unit) ?? said)
  })
  const times = {
    startDate: moment('startDate'),
    startTime: moment('startTime'),
    endDate: moment('endDate'),
    endTime: moment('endTime'),
  }
  const [first, surname] = [name('person'), name('surname')]
  const person = (row: number): string => {
    const last = surname(row)
    return last === '' ? first(row) : `${first(row)} ${last}`.trim()
  }
  const names = {
    customer: name('customer'),
    project: name('project'),
    projectCode: name('projectCode'),
    category: name('category'),
    email: name('email'),
    reference: cells('reference', referenceIn),
  }
  const note = cells('note', (text) => cleanText(text, { max: Infinity, multiline: true }))
  const tags = cells('tags', (text) => tagsIn(text, source))
  const billable = cells('billable', readFlag)
  const breaks =
    source === 'clockify' ? table.headers.findIndex((header) => headerKey(header) === 'type') : -1
  const isBreak =
    breaks < 0 ? constant(false) : eachOnce(table, breaks, (text) => /^break$/i.test(text.trim()))

  const read = (row: number): Result<ImportedRow, AppError> => {
    if (row === table.cutOff) return refused('importRow.cutOff')
    if (isBreak(row)) return refused('importRow.break')
    const at: Partial<Record<keyof typeof times, Moment | null>> = {}
    for (const field of ['startDate', 'startTime', 'endDate', 'endTime'] as const) {
      const cell = times[field](row)
      if (typeof cell === 'string') return refused('importRow.badTime', { values: { text: shown(cell) } })
      at[field] = cell
    }
    const durationMs = length(row)
    if (typeof durationMs === 'string')
      return refused('importRow.badDuration', { values: { text: shown(durationMs) } })
    const said = {
      person: person(row),
      email: names.email(row),
      customer: names.customer(row),
      project: names.project(row),
      projectCode: names.projectCode(row),
      category: names.category(row),
      tags: tags(row),
      note: note(row),
      reference: names.reference(row),
      billable: billable(row),
    }
    const long = [said.person, said.customer, said.project, said.category, ...said.tags].find(
      (text) => text.length > MOST_NAME,
    )
    if (long !== undefined)
      return refused('importRow.tooLong', { values: { text: shown(long), most: MOST_NAME } })
    if (said.note.length > MOST_NOTE)
      return refused('importRow.tooLong', { values: { text: shown(said.note), most: MOST_NOTE } })
    if (said.reference.length > MOST_REFERENCE)
      return refused('importRow.tooLong', { values: { text: shown(said.reference), most: MOST_REFERENCE } })
    const { startDate = null, startTime = null, endDate = null, endTime = null } = at
    const time = timeOf({ startDate, startTime, endDate, endTime, durationMs }, answers)
    return time.ok ? ok({ ...said, time: time.value }) : time
  }
  return {
    read,
    texts: (row) => ({
      person: person(row) || names.email(row),
      customer: names.customer(row),
      project: names.project(row),
      category: names.category(row),
      note: note(row),
    }),
  }
}

const shown = (text: string): string => cleanText(text, { max: 60, multiline: false })

/** Of a link that is too long, what it ends in: mostly the number itself. */
function referenceIn(text: string): string {
  const line = cleanText(text, { max: Infinity, multiline: false })
  if (line.length <= MOST_REFERENCE || !/^https?:\/\//i.test(line)) return line
  const parts = line.replace(/[?#].*$/, '').split('/')
  return parts.findLast((part) => part !== '') ?? line
}

function tagsIn(text: string, source: ImportSource): string[] {
  const parts = text.split(source === 'timewarrior' ? '\n' : /[,;|]/)
  const named = parts.map((part) => cleanText(part, { max: Infinity, multiline: false }))
  return [...new Set(named.filter((part) => part !== ''))]
}

const constant =
  <T>(value: T) =>
  (): T =>
    value

function eachOnce<T>(table: Table, column: number, make: (text: string) => T): (row: number) => T {
  const texts = table.texts(column)
  const made: T[] = []
  const isMade: boolean[] = []
  return (row) => {
    const number = table.cell(row, column)
    if (isMade[number] !== true) {
      isMade[number] = true
      made[number] = make(texts[number] ?? '')
    }
    return made[number] as T
  }
}
