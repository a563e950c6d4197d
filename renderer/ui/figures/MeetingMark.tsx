// The calendar icon of time that comes from a meeting (E6).
import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useModule } from '../../channel/AppState.tsx'
import classes from './MeetingMark.module.css'

export function MeetingMark({ meetingId }: { meetingId: Id | null }) {
  const { t } = useTranslation('meetings')
  const calendar = useModule('calendar')
  if (meetingId === null || !calendar) return null
  return (
    <span className={classes.mark} title={t('mark')} role="img" aria-label={t('mark')}>
      <CalendarDays size={14} aria-hidden />
    </span>
  )
}
