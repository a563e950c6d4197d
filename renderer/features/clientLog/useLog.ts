// The lines of the client log with what is typed into them: each write is one command, and what is refused stays as it was typed.
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import { MOST_LINES } from '../../../shared/contract/log.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { usePages } from '../../channel/usePages.ts'
import { invoke, useCommand, useRequest } from '../../channel/useRequest.ts'
import { recentCategoryIds } from '../../ui/fields/CategorySelect.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { LogChange, LogColumn, LogContext, LogProblem } from './logCells.ts'
import { columnOf, read, textOf } from './logCells.ts'

/** `entry` null: a new line that is not written yet. */
export type LogLine = { key: string; entry: EntryView | null }
export type Typed = { text: string; problem: LogProblem | AppError | null }
export type Write = { row: number; column: LogColumn; text: string }

/** What was typed of a line; a text that was taken is shown until the line comes back changed. */
type Kept = { of: EntryView | null; cells: Partial<Record<LogColumn, Typed>> }

const NOTHING: Kept['cells'] = {}
const EMPTY: Record<LogColumn, string> = {
  label: '',
  date: '',
  amount: '',
  user: '',
  category: '',
  billable: '',
}

export function useLog(customerId: Id) {
  const { t } = useTranslation('clientLog')
  const channel = useChannel()
  const format = useFormat()
  const { today, rules } = useAppState()
  const me = useCurrentUser()
  const users = useRequest('user.list', { activeOnly: true }).data
  const categories = useRequest('category.list', { activeOnly: true }).data
  const recents = useRequest('timer.recents', { limit: 30 }).data
  const pages = usePages('customer.entries', { customerId })
  const { run } = useCommand('log.write', {
    errors: 'return',
    undo: (value) => t('written', { count: value.entryIds.length }),
  })
  const [drafts, setDrafts] = useState<readonly string[]>([])
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map())
  const [error, setError] = useState<AppError | null>(null)
  const made = useRef(0)

  const context = useMemo(
    (): LogContext => ({
      today,
      locale: format.locale,
      date: (date) => format.date(date, 'short'),
      users: users ?? [me],
      categories: categories ?? [],
      yes: t('yes'),
      no: t('no'),
    }),
    [today, format, users, categories, me, t],
  )
  /** What a new line begins with: the category that was used last for this customer. */
  const usual = useMemo(() => {
    const [id] = recentCategoryIds(recents ?? [], customerId)
    return categories?.find((category) => category.id === id)?.name ?? ''
  }, [recents, categories, customerId])
  const drafted = useMemo(() => drafts.map((key): LogLine => ({ key, entry: null })), [drafts])
  const lines = useRef(new Map<string, LogLine>())
  const line = (index: number): LogLine | undefined => {
    const draft = drafted[index]
    if (draft !== undefined) return draft
    const entry = pages.row(index - drafted.length)
    if (entry === undefined) return undefined
    // The same line for the same entry, so that its row is not drawn again.
    const known = lines.current.get(entry.id)
    if (known?.entry === entry) return known
    const fresh = { key: entry.id, entry }
    lines.current.set(entry.id, fresh)
    return fresh
  }
  const keptOf = useCallback(
    ({ key, entry }: LogLine): Kept['cells'] => {
      const of = kept.get(key)
      if (of === undefined) return NOTHING
      if (of.of === entry) return of.cells
      // Written since: only what was refused is still shown as it was typed.
      return Object.fromEntries(Object.entries(of.cells).filter(([, { problem }]) => problem !== null))
    },
    [kept],
  )
  const shown = useCallback(
    (of: LogLine, column: LogColumn): Typed => {
      const typed = keptOf(of)[column]
      if (typed !== undefined) return typed
      if (of.entry !== null) return { text: textOf(of.entry, column, context), problem: null }
      return {
        text: { ...EMPTY, date: context.date(today), user: me.name, category: usual }[column],
        problem: null,
      }
    },
    [keptOf, context, today, me, usual],
  )
  /** The cell that a new line still lacks, given what was just typed. */
  const missing = (of: LogLine, typed: Partial<Record<LogColumn, string>>): LogColumn | null => {
    const needed: LogColumn[] = ['amount', ...(rules.requireCategory ? ['category' as const] : [])]
    return needed.find((column) => (typed[column] ?? shown(of, column).text).trim() === '') ?? null
  }

  const keep = (all: readonly { line: LogLine; cells: Kept['cells'] }[]) =>
    setKept((was) => {
      const next = new Map(was)
      for (const { line: of, cells } of all) next.set(of.key, { of: of.entry, cells })
      return next
    })
  const forget = (key: string) => {
    setDrafts((was) => was.filter((other) => other !== key))
    setKept((was) => new Map([...was].filter(([other]) => other !== key)))
  }
  const add = (count = 1): string[] => {
    const keys = Array.from({ length: count }, () => `new-${++made.current}`)
    setDrafts((was) => [...keys, ...was])
    return keys
  }

  /** Lines that are further down than anybody scrolled are fetched: a paste may reach them. */
  const linesFrom = async (from: number, count: number): Promise<(LogLine | undefined)[]> => {
    const found = Array.from({ length: count }, (_, at) => line(from + at))
    const missing = found.findIndex((of, at) => of === undefined && from + at < drafted.length + pages.total)
    if (missing < 0) return found
    for (let at = missing; at < count; at += 100) {
      const args = { customerId, offset: from + at - drafted.length, limit: 100 }
      const reply = await invoke(channel, 'customer.entries', args)
      if (!reply.ok) break
      for (const [step, entry] of reply.value.rows.entries())
        if (at + step < count) found[at + step] ??= { key: entry.id, entry }
    }
    return found
  }

  /** Writes what was typed or pasted into cells: what can be read goes as one command; false: something is refused. */
  const write = async (cells: readonly Write[]): Promise<boolean> => {
    setError(null)
    const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b)
    const first = rows[0] ?? 0
    const known = await linesFrom(first, (rows.at(-1) ?? first) - first + 1)
    // Past the last line, new ones begin.
    const further = rows.filter((row) => known[row - first] === undefined)
    const keys = add(further.length)
    const edits = rows.map((row) => {
      const of = known[row - first] ?? { key: keys[further.indexOf(row)] ?? '', entry: null }
      const typed: Partial<Record<LogColumn, Typed>> = { ...keptOf(of) }
      if (of.entry === null) typed.category ??= { text: usual, problem: null }
      for (const { column, text } of cells.filter((cell) => cell.row === row))
        typed[column] = { text, problem: null }
      const reading = readLine(of, typed, context)
      const texts = Object.fromEntries(Object.entries(typed).map(([key, { text }]) => [key, text]))
      return {
        line: of,
        ...reading,
        complete: of.entry !== null ? reading.complete : missing(of, texts) === null,
      }
    })
    keep(edits)
    if (edits.some(({ cells: its }) => Object.values(its).some(({ problem }) => problem !== null)))
      return false
    const ready = edits.filter(({ complete }) => complete)
    if (ready.length === 0) return true
    const reply = await run({
      customerId,
      lines: ready.map(({ line: of, change }) => ({
        key: of.key,
        ...(of.entry !== null && { entryId: of.entry.id }),
        ...change,
      })),
    })
    if (reply.ok) {
      for (const { line: of } of ready) if (of.entry === null) forget(of.key)
      return true
    }
    const refusals = reply.error.details?.refusals ?? []
    if (refusals.length === 0) setError(reply.error)
    keep(
      ready.map(({ line: of, cells: its }) => {
        const why = refusals.find(({ id }) => id === of.key)?.error
        if (why === undefined)
          return {
            line: of,
            cells: refusals.length > 0 ? its : marked(its, reply.error, shown(of, 'amount')),
          }
        const column = columnOf(why.code)
        const said = its[column] ?? shown(of, column)
        return { line: of, cells: { ...its, [column]: { text: said.text, problem: why } } }
      }),
    )
    return false
  }

  const refused = drafted
    .concat([...lines.current.values()])
    .filter((of) => Object.values(keptOf(of)).some(({ problem }) => problem !== null))
  return {
    pages,
    count: drafted.length + pages.total,
    drafts: drafted.length,
    line,
    linesFrom,
    shown,
    refused,
    missing,
    write,
    add,
    forget,
    error,
    context,
    clearError: () => setError(null),
    /** Gives up what was typed into the line and refused. */
    giveUp: (of: LogLine) =>
      of.entry === null
        ? forget(of.key)
        : setKept((was) => new Map([...was].filter(([key]) => key !== of.key))),
    tooMany: (cells: readonly Write[]): boolean => new Set(cells.map(({ row }) => row)).size > MOST_LINES,
  }
}

export type Log = ReturnType<typeof useLog>

/** What was typed of a line, read. */
function readLine(
  of: LogLine,
  typed: Partial<Record<LogColumn, Typed>>,
  context: LogContext,
): { cells: Kept['cells']; change: LogChange; complete: boolean } {
  let change: LogChange = {}
  const cells: Partial<Record<LogColumn, Typed>> = {}
  for (const [column, { text }] of Object.entries(typed) as [LogColumn, Typed][]) {
    const reading = read(column, text, of.entry, context)
    if ('problem' in reading) cells[column] = { text, problem: reading.problem }
    else {
      cells[column] = { text, problem: null }
      change = { ...change, ...reading.change }
    }
  }
  return { cells, change, complete: Object.keys(change).length > 0 }
}

const marked = (cells: Kept['cells'], error: AppError, amount: Typed): Kept['cells'] => {
  const column = columnOf(error.code)
  return { ...cells, [column]: { text: (cells[column] ?? amount).text, problem: error } }
}
