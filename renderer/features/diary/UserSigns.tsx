// What a user's month asks of its manager: days that wait or were rejected, and days without time. In columns of their own, and in a
// narrow window beneath the name.
import { useTranslation } from 'react-i18next'
import type { DiaryUserRow } from '../../../shared/contract/diary.ts'
import classes from './diary.module.css'

/** What is most worth knowing of a month's days: that some wait, were rejected, or have time that nobody approved. */
export function ApprovalState({ row: { approvals, figures } }: { row: DiaryUserRow }) {
  const { t } = useTranslation('approvals')
  if (approvals === null) return null
  const shown =
    approvals.submitted > 0
      ? ('submitted' as const)
      : approvals.rejected > 0
        ? ('rejected' as const)
        : figures.leftOut.days > 0
          ? ('pending' as const)
          : approvals.approved > 0
            ? ('approved' as const)
            : null
  if (shown === null) return null
  const count = shown === 'pending' ? figures.leftOut.days : approvals[shown]
  return (
    <span className={classes.approvalText} data-status={shown}>
      {shown === 'approved' ? t('status.approved') : t(`counted.${shown}`, { count })}
    </span>
  )
}

export function MissingDays({ row: { missingDays } }: { row: DiaryUserRow }) {
  const { t } = useTranslation('diary')
  if (missingDays === 0) return null
  return <span className={classes.missingText}>{t('users.missing', { count: missingDays })}</span>
}
