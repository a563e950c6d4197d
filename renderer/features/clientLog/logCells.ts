// The cells of the client log as text, and what a text that is typed or pasted into one of them means (E2 to E4, D12).
import { formatDuration } from '../../../shared/base/duration.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { fold } from '../../../shared/base/text.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { readTyped } from '../../ui/fields/DurationField.tsx'
import { NOTE_MAX } from '../../ui/fields/noteLength.ts'
import { parseDate } from '../../ui/fields/parseTyped.ts'

export const LOG_COLUMNS = ['label', 'date', 'amount', 'user', 'category', 'billable'] as const
export type LogColumn = (typeof LOG_COLUMNS)[number]

export type LogChange = {
  note?: string
  workDate?: LocalDate
  durationMs?: number
  userId?: Id
  categoryId?: Id | null
  /** null: as the category and the project say. */
  billable?: boolean | null
}
export type LogProblem =
  'labelTooLong' | 'date' | 'amount' | 'amountMissing' | 'user' | 'userKept' | 'category' | 'billable'
export type Reading = { change: LogChange } | { problem: LogProblem }

type Named = { id: Id; name: string }
export type LogContext = {
  today: LocalDate
  locale: string
  date(date: LocalDate): string
  users: readonly Named[]
  categories: readonly Named[]
  yes: string
  no: string
}

export function textOf(entry: EntryView, column: LogColumn, { date, yes, no }: LogContext): string {
  switch (column) {
    case 'label':
      return entry.note
    case 'date':
      return date(entry.workDate)
    case 'amount':
      return formatDuration(entry.durationMs)
    case 'user':
      return entry.userName
    case 'category':
      return entry.categoryName ?? ''
    case 'billable':
      return entry.isBillable ? yes : no
  }
}

/** What spreadsheets write beside the words of the language. */
const YES = ['yes', 'y', 'true', '1', 'x', 'ja', 'wahr']
const NO = ['no', 'n', 'false', '0', 'nein', 'falsch']

const called = (all: readonly Named[], text: string): Named | undefined => {
  const found = all.filter(({ name }) => fold(name) === fold(text.trim()))
  return found.length === 1 ? found[0] : undefined
}

/** `entry` null: of a new line. */
export function read(column: LogColumn, text: string, entry: EntryView | null, context: LogContext): Reading {
  const typed = text.trim()
  switch (column) {
    case 'label':
      return text.length > NOTE_MAX ? { problem: 'labelTooLong' } : { change: { note: text } }
    case 'date': {
      const workDate = parseDate(typed, context.today, context.locale, 'past')
      return workDate === null ? { problem: 'date' } : { change: { workDate } }
    }
    case 'amount': {
      const duration = readTyped(typed, 'session')
      return duration.ok ? { change: { durationMs: duration.value } } : { problem: 'amount' }
    }
    case 'user': {
      const user = called(context.users, typed)
      if (user === undefined) return { problem: 'user' }
      if (entry !== null && user.id !== entry.userId) return { problem: 'userKept' }
      return { change: entry === null ? { userId: user.id } : {} }
    }
    case 'category': {
      if (typed === '') return { change: { categoryId: null } }
      const category = called(context.categories, typed)
      return category === undefined ? { problem: 'category' } : { change: { categoryId: category.id } }
    }
    case 'billable': {
      if (typed === '') return { change: { billable: null } }
      const says = (words: readonly string[]): boolean => words.some((word) => fold(word) === fold(typed))
      if (says([context.yes, ...YES])) return { change: { billable: true } }
      return says([context.no, ...NO]) ? { change: { billable: false } } : { problem: 'billable' }
    }
  }
}

/** Under which cell a refusal of the whole line is shown. */
export function columnOf(code: string): LogColumn {
  if (/priorPeriod|inFuture|completed/.test(code)) return 'date'
  if (/zeroDuration|exceedsDay|dayFull|tooShort|tooLong|overlaps|duration/.test(code)) return 'amount'
  if (/ategory/.test(code)) return 'category'
  return /User|notPermitted/.test(code) ? 'user' : 'label'
}
