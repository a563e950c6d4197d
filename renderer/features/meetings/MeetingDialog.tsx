// The dialog of one meeting: what may be changed is a form, what may not is shown as it is.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contract/meeting.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Occurrence } from '../../../shared/rules/occurrences.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './MeetingDialog.module.css'
import { occurrenceAt } from './meetingDraft.ts'
import { MeetingFields } from './MeetingFields.tsx'
import { useFollows } from './meetingWords.ts'

export type MeetingDialogProps = {
  meetingId: Id
  /** Which occurrence; null: the first. */
  at: number | null
  onClose: () => void
}

export function MeetingDialog({ meetingId, at, onClose }: MeetingDialogProps) {
  const { t } = useTranslation('meetings')
  const query = useRequest('meeting.get', { meetingId })
  return (
    <Dialog onClose={onClose} title={t('dialog')} size={640} closeOnClickOutside={false}>
      <Loaded query={query} rows={6}>
        {(meeting) => {
          const occurrence = occurrenceAt(meeting, at)
          if (occurrence === null) return <Text size="sm">{t('noOccurrence')}</Text>
          return meeting.editable ? (
            <MeetingFields key={occurrence.at} of={{ meeting, occurrence }} onClose={onClose} />
          ) : (
            <Details meeting={meeting} occurrence={occurrence} />
          )
        }}
      </Loaded>
    </Dialog>
  )
}

function Details({ meeting, occurrence }: { meeting: MeetingView; occurrence: Occurrence }) {
  const { t } = useTranslation('meetings')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const follows = useFollows()(meeting)
  const { startAt, endAt, title, place } = occurrence
  const when = meeting.allDay
    ? format.date(format.local(startAt).date, 'long')
    : `${format.date(format.local(startAt).date, 'long')}, ${format.time(startAt)} – ${format.time(endAt)}`
  const lines: [string, string | null][] = [
    [t('title'), title],
    [t('when'), when],
    [t('place'), place],
    [tc('customer'), meeting.customerName],
    [t('people'), meeting.people.map(({ name }) => name).join(', ')],
    [t('repeat.label'), follows],
    [t('notes'), meeting.note],
  ]
  return (
    <>
      <dl className={classes.details}>
        {lines
          .filter(([, text]) => text !== null && text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
      </dl>
      <Text size="sm" c="dimmed">
        {t('organisedBy', {
          name: meeting.people.find(({ id }) => id === meeting.organiserId)?.name ?? t('somebodyElse'),
        })}
      </Text>
    </>
  )
}
