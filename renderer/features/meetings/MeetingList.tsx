// Meetings to come as a list, each opened by a press.
import { CalendarDays, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MeetingOccurrence } from '../../../shared/contract/meeting.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './MeetingDialog.module.css'

export type MeetingListProps = {
  label: string
  meetings: readonly MeetingOccurrence[]
  /** They are all of one day, which is said elsewhere. */
  ofOneDay?: boolean
  onOpen: (meetingId: Id, at: number) => void
}

export function MeetingList({ label, meetings, ofOneDay = false, onOpen }: MeetingListProps) {
  const { t } = useTranslation('meetings')
  const { t: tc } = useTranslation('calendar')
  const format = useFormat()
  return (
    <ul className={classes.list} aria-label={label}>
      {meetings.map((meeting) => {
        const { meetingId, at, startAt, endAt, title, place, allDay, people } = meeting
        const times = allDay ? tc('allDay') : `${format.time(startAt)} – ${format.time(endAt)}`
        const when = ofOneDay ? times : `${format.date(format.local(startAt).date)}, ${times}`
        const others = [
          meeting.customerName,
          place,
          people.length > 1 ? people.map(({ name }) => name).join(', ') : null,
        ].filter((text) => text !== null && text !== '')
        return (
          <li key={`${meetingId} ${at}`}>
            <button
              type="button"
              aria-label={t('of.open', { title, when })}
              onClick={() => onOpen(meetingId, at)}
            >
              <span className="num quiet">{when}</span>
              <bdi className={`${classes.title} truncate`} title={title}>
                {title}
              </bdi>
              {meeting.repeated && <Repeat size={12} role="img" aria-label={tc('repeated')} />}
              {meeting.logged && <CalendarDays size={12} role="img" aria-label={tc('logged')} />}
              <bdi className="truncate quiet">{others.join(' · ')}</bdi>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
