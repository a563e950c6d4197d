// `daybook report`, `budgets` and `missing`: the figures of the Reports page (I8, I10, I12, I13).
import { resolve } from 'node:path'
import type { Range } from '../../shared/base/dayRange.ts'
import type { Report, ReportFigures, SavedReportRow } from '../../shared/contract/report.ts'
import type { ReportDefinition, ReportFormat, ReportGroup } from '../../shared/entities/report.ts'
import { questionOf, REPORT_GROUPS, ReportFormat as Formats } from '../../shared/entities/report.ts'
import { leavesOf, marginOf, shareOf } from '../../shared/rules/report.ts'
import { isSeveral } from '../../shared/rules/report.ts'
import { capital } from '../../shared/text/capital.ts'
import { filterFrom } from '../entryFilter.ts'
import type { FilterOptions } from '../filterOptions.ts'
import { idOfName, nearestNames, theOneCalled } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate } from '../times.ts'
import { duration, durationOrDash, money, WEEKDAYS } from '../words.ts'
import { weekdayOf } from '../../shared/base/localDate.ts'
import { finished } from './export.ts'

export type ReportOptions = FilterOptions & {
  by?: string
  range?: string
  search?: string
  save?: string
  forAll?: boolean
  out?: string
}

const RANGE_OF: Readonly<Record<string, Range>> = {
  'this-month': 'thisMonth',
  'last-month': 'lastMonth',
  'this-year': 'thisYear',
  'last-year': 'lastYear',
}

export async function report(session: Session, options: ReportOptions): Promise<Outcome> {
  await session.setUp()
  const format = options.out === undefined ? null : formatOf(options.out)
  const definition = await definitionFrom(session, options)
  if (options.save !== undefined) {
    await session.ask('report.save', {
      name: options.save,
      definition,
      ...(options.forAll === true ? { forAll: true } : {}),
    })
  }
  return run(session, definition, options.save ?? null, options.out, format)
}

function groupsOf(text: string | undefined): ReportGroup[] {
  const known = REPORT_GROUPS.join(', ')
  if (text === undefined) throw new UsageError(`Say by what: --by with up to three of ${known}.`)
  return text.split(',').map((part) => {
    const group = REPORT_GROUPS.find((one) => one === part.trim().toLowerCase())
    if (group === undefined) throw new UsageError(`--by: “${part.trim()}” is not one of ${known}.`)
    return group
  })
}

async function definitionFrom(session: Session, options: ReportOptions): Promise<ReportDefinition> {
  const by = groupsOf(options.by)
  const customerId =
    options.customer === undefined ? null : await idOfName(session, 'customer', options.customer, null)
  const { from = null, to = null, ...filter } = await filterFrom(session, options, customerId)
  const range = RANGE_OF[options.range ?? ''] ?? (from === null && to === null ? 'all' : 'days')
  return {
    by,
    range,
    from,
    to,
    filter: {
      ...filter,
      ...(customerId === null ? {} : { customerId }),
      ...(options.search === undefined ? {} : { text: options.search }),
    },
  }
}

async function run(
  session: Session,
  definition: ReportDefinition,
  name: string | null,
  out: string | undefined,
  format: ReportFormat | null,
): Promise<Outcome> {
  const { state, user } = await session.setUp()
  const question = questionOf(definition, state.today)
  const found = await session.ask('report.run', question)
  const lines = [reportText(found)]
  let file: string | null = null
  if (out !== undefined && format !== null) {
    file = resolve(out)
    const what = {
      kind: 'report' as const,
      format,
      ...(name === null ? {} : { name }),
      ...question,
      ...(user.role === 'employee' ? { userId: user.id } : {}),
    }
    await finished(session, what, file)
    lines.push(`Wrote ${file}.`)
  }
  return { value: { ...found, ...(file === null ? {} : { file }) }, text: lines.join('\n') }
}

function formatOf(out: string): ReportFormat {
  const format = Formats.options.find((one) => out.toLowerCase().endsWith(`.${one}`))
  if (format !== undefined) return format
  throw new UsageError(
    `--out ${out}: a report’s name must end in ${Formats.options.map((one) => `.${one}`).join(' or ')}.`,
  )
}

const share = (figures: ReportFigures): string => {
  const percent = shareOf(figures)
  return percent === null ? '–' : `${percent}%`
}

function reportText(found: Report): string {
  const { by, rows, total, withMoney, currency, onlyYours } = found
  if (rows.length === 0) return 'There is no such time.'
  const cells = (figures: ReportFigures) => [
    durationOrDash(figures.ms),
    share(figures),
    ...(withMoney
      ? [figures.amountMinor, figures.costMinor, marginOf(figures)].map((minor) => money(minor, currency))
      : []),
  ]
  const nameOf = (group: ReportGroup, { key, name }: { key: string | null; name: string | null }) =>
    key === null ? `no ${group}` : (name ?? key)
  const lines = leavesOf(rows, by.length).map(({ path, row }) => [
    ...path.map((one, level) => nameOf(by[level] ?? 'user', one)),
    ...cells(row.figures),
  ])
  const columns = [
    ...by.map((group) => ({ title: capital(group) })),
    { title: onlyYours ? 'Your time' : 'Time', right: true },
    { title: 'Billable', right: true },
    ...(withMoney ? ['Amount', 'Cost', 'Margin'].map((title) => ({ title, right: true })) : []),
  ]
  const remarks = [
    ...by
      .filter(isSeveral)
      .map((group) => `Time with several ${group}s counts under each; the total counts it once.`),
    ...(total.withoutRateMs > 0 ? [`${duration(total.withoutRateMs)} of billable time has no rate.`] : []),
    ...(total.withoutCostMs > 0
      ? [`${duration(total.withoutCostMs)} has no cost: no contract holds, or its month expects nothing.`]
      : []),
  ]
  const footer = ['Total', ...by.slice(1).map(() => ''), ...cells(total)]
  return [table(columns, lines, footer), ...remarks].join('\n')
}

async function savedCalled(session: Session, name: string): Promise<SavedReportRow> {
  const all = await session.ask('report.list', {})
  const found = theOneCalled(all, name) ?? all.find(({ id }) => id === name.trim())
  if (found !== undefined && found !== null) return found
  const nearest = nearestNames(
    name,
    all.map((one) => one.name),
  )
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name, kind: 'savedReport' }, nearest } },
    'Saved reports are listed by “daybook report list”.',
  )
}

export async function savedReports(session: Session): Promise<Outcome> {
  await session.setUp()
  const reports = await session.ask('report.list', {})
  const lines = reports.map(({ name, userId, definition }) => [
    name,
    definition.by.join(', '),
    userId === null ? 'everybody' : 'you',
  ])
  const text =
    reports.length === 0
      ? 'No report is saved.'
      : table([{ title: 'Name' }, { title: 'By' }, { title: 'For' }], lines)
  return { value: { reports }, text }
}

export async function runSaved(session: Session, name: string, options: { out?: string }): Promise<Outcome> {
  await session.setUp()
  const format = options.out === undefined ? null : formatOf(options.out)
  const saved = await savedCalled(session, name)
  return run(session, saved.definition, saved.name, options.out, format)
}

export async function renameSaved(session: Session, name: string, to: string): Promise<Outcome> {
  await session.setUp()
  const { id } = await savedCalled(session, name)
  await session.ask('report.edit', { reportId: id, name: to })
  return { value: { reportId: id }, text: `The report ${name.trim()} is now called ${to.trim()}.` }
}

export async function removeSaved(session: Session, name: string): Promise<Outcome> {
  await session.setUp()
  const saved = await savedCalled(session, name)
  await session.ask('report.remove', { reportId: saved.id })
  return { value: { reportId: saved.id }, text: `The saved report ${saved.name} was deleted.` }
}

export async function budgets(session: Session): Promise<Outcome> {
  await session.setUp()
  const rows = await session.ask('report.budgets', {})
  const lines = rows.map((row) => [
    row.customerName,
    row.name ?? 'hours packages',
    duration(row.budgetMs),
    durationOrDash(row.usedMs),
    row.leftMs < 0 ? `−${duration(-row.leftMs)}` : duration(row.leftMs),
    row.leftMs <= 0 ? 'spent' : (row.runsOut ?? '–'),
  ])
  const columns = [
    { title: 'Customer' },
    { title: 'Of' },
    { title: 'Budget', right: true },
    { title: 'Used', right: true },
    { title: 'Left', right: true },
    { title: 'Runs out' },
  ]
  const text =
    rows.length === 0
      ? 'No project has a budget, and no customer bought hours.'
      : `${table(columns, lines)}\nIt runs out at the pace of the last four weeks.`
  return { value: { budgets: rows }, text }
}

export async function missing(session: Session, options: { week?: string }): Promise<Outcome> {
  await session.setUp()
  const week = await session.ask(
    'report.missing',
    options.week === undefined ? {} : { date: readDate(options.week) },
  )
  const lines = week.rows.map((row) => [
    row.name,
    duration(row.expectedMs),
    durationOrDash(row.attendedMs),
    duration(row.missingMs),
    row.days.map((day) => `${WEEKDAYS[weekdayOf(day)]} ${day}`).join(', ') || '–',
  ])
  const columns = [
    { title: 'User' },
    { title: 'Expected', right: true },
    { title: 'Attended', right: true },
    { title: 'Missing', right: true },
    { title: 'Days without time' },
  ]
  const upTo = week.through === null ? null : `from ${week.first} through ${week.through}`
  const text =
    upTo === null
      ? `No day of the week of ${week.first} is over yet.`
      : week.rows.length === 0
        ? `Nobody is missing time ${upTo}.`
        : `${table(columns, lines)}\nExpected ${upTo}.`
  return { value: week, text }
}
