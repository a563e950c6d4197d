// Where in the diary an address points: a month, a user's month, or a day of it; and the addresses of those.
import { isLocalDate, isMonth, monthOf } from '../../../shared/base/localDate.ts'
import type { LocalDate, Month } from '../../../shared/base/localDate.ts'

export type DiaryAddress =
  | { level: 'none' }
  | { level: 'approvals' }
  | { level: 'exceptions' }
  | { level: 'wrong'; month: string }
  | { level: 'month'; month: Month }
  | { level: 'user'; month: Month; userId: string; date: LocalDate | null }

export const diaryPath = (month: Month, userId?: string, date?: LocalDate): string =>
  [
    '/diary',
    month,
    ...(userId === undefined ? [] : [encodeURIComponent(userId)]),
    ...(date === undefined ? [] : [date]),
  ].join('/')

const EXCEPTIONS = 'exceptions'
export const EXCEPTIONS_PATH = `/diary/${EXCEPTIONS}`
const APPROVALS = 'approvals'
export const APPROVALS_PATH = `/diary/${APPROVALS}`

export function diaryAddress(location: string): DiaryAddress {
  const [, , month, userId, date] = location.split('/')
  if (month === undefined || month === '') return { level: 'none' }
  if (month === EXCEPTIONS) return { level: 'exceptions' }
  if (month === APPROVALS) return { level: 'approvals' }
  if (!isMonth(month)) return { level: 'wrong', month }
  if (userId === undefined || userId === '') return { level: 'month', month }
  // A day of another month would show the month of one and the day of the other.
  const day = date !== undefined && isLocalDate(date) && monthOf(date) === month ? date : null
  return { level: 'user', month, userId: decodeURIComponent(userId), date: day }
}
