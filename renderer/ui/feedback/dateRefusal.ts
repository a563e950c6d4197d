// Refusals that a date is the cause of, as those of a closed period are: a form shows them beside that date, all others at its foot (K15).
import { useTranslation } from 'react-i18next'
import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import { errorSentence } from '../../text/errorSentence.ts'

export const ABOUT_A_DATE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'record.priorPeriod',
  'rate.priorPeriod',
  'invoice.priorPeriod',
  'payment.priorPeriod',
  'absence.closed',
  'account.closed',
  'approval.closed',
  'user.inClosedPeriod',
  'user.lastDateClosed',
  'period.inFuture',
])

/** What the date's field says, and what is left for the foot of the form. */
export function useDateRefusal(error: AppError | null): { date: string | null; rest: AppError | null } {
  const { i18n } = useTranslation()
  if (error === null || !ABOUT_A_DATE.has(error.code)) return { date: null, rest: error }
  return { date: errorSentence(error, i18n.language), rest: null }
}
