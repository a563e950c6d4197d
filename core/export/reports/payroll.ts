// The payroll month of everybody (spec G6), and one user's month (B35, B36): the same sheets, for all or for one.
import { ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DiaryUserRow } from '../../../shared/contract/diary.ts'
import { diaryQueryHandlers } from '../../queries/diary.ts'
import type { Report, ReportContext, ReportOf } from '../context.ts'
import { assemble, reportNames } from './assemble.ts'
import { monthSheets } from './months.ts'

export const payrollReport: ReportOf<'payroll'> = (context, { month }) => {
  const answer = diaryQueryHandlers['diary.month'](context.data, { month }, context.query)
  if (!answer.ok) return answer
  const { words } = context
  return report(context, month, answer.value.rows, words.titles.payroll, words.info.allUsers)
}

export const userMonthReport: ReportOf<'userMonth'> = (context, { userId, month }) => {
  const answer = diaryQueryHandlers['diary.user'](context.data, { userId, month }, context.query)
  if (!answer.ok) return answer
  const { name, figures, days, balanceMs } = answer.value
  const user = context.data.find('user', userId)
  if (user === null) return { ok: false, error: appError('notFound.user') }
  const missingDays = days.filter(({ status }) => status === 'missing').length
  const row: DiaryUserRow = {
    userId,
    name,
    active: user.active,
    atWork: false,
    figures,
    balanceMs,
    missingDays,
    approvals: null,
  }
  return report(context, month, [row], context.words.titles.userMonth, name)
}

function report(
  context: ReportContext,
  month: string,
  rows: readonly DiaryUserRow[],
  title: string,
  whose: string,
): Result<Report, AppError> {
  const { words } = context
  const names = reportNames(context)
  const built = monthSheets(context, month, rows, names)
  if (!built.ok) return built
  const { sheets, checks, notes, entries, rowCount } = built.value
  return ok(
    assemble({
      context,
      names,
      title,
      period: month,
      filters: [[words.info.user, whose]],
      entries,
      notes,
      checks: { formula: checks.map((cell) => `ABS(${cell})`).join('+'), result: 0 },
      sheets,
      rowCount,
    }),
  )
}
