// What the items of the calendar are called and keyed by.
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { dateIn } from '../../../shared/rules/occurrences.ts'
import { useFormat } from '../../ui/figures/format.ts'
import type { Format } from '../../ui/figures/format.ts'
import { offsetText } from '../../ui/figures/offsetText.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { nearClockChange } from './moves.ts'
import type { Span } from './moves.ts'

/** An absence stands on each of its days; all else is itself, whichever day it is moved to. */
export const keyOf = ({ kind, id, day }: Pick<CalendarItem, 'kind' | 'id' | 'day'>): string =>
  kind === 'absence' ? `${kind} ${id} ${day ?? ''}` : `${kind} ${id}`

/** Whole days of a meeting are those of its own clocks; all else is read by those of whoever looks. */
export const zoneOf = ({ day, meeting }: CalendarItem, zone: string): string =>
  day === null ? zone : (meeting?.zone ?? zone)

/** As it stands once it has moved there. */
export const movedItem = (item: CalendarItem, span: Span, zone: string): CalendarItem => ({
  ...item,
  ...span,
  // A meeting of its own goes by when it begins; one of a series by when it would have been.
  meeting:
    item.meeting === null || item.meeting.repeated ? item.meeting : { ...item.meeting, at: span.startAt },
  day: item.day === null ? null : dateIn(span.startAt, zoneOf(item, zone)),
})

export type ItemWords = ReturnType<typeof itemWords>

/** The same object until the language changes: an item is drawn anew only where it is another. */
export function useItemWords(several: boolean): ItemWords {
  const { t } = useTranslation('calendar')
  const { t: tm } = useTranslation('meetings')
  const format = useFormat()
  const nameOf = useSessionName()
  return useMemo(() => itemWords(several, t, tm, format, nameOf), [several, t, tm, format, nameOf])
}

function itemWords(
  several: boolean,
  t: TFunction<'calendar'>,
  tm: TFunction<'meetings'>,
  format: Format,
  nameOf: ReturnType<typeof useSessionName>,
) {
  const title = (item: CalendarItem): string =>
    item.kind === 'absence' && item.title === ''
      ? t('absent')
      : item.title === ''
        ? nameOf(item.names)
        : [item.title, item.names.customerName].filter((text) => text !== null && text !== '').join(' · ')
  /** On a day of a clock change two hours look alike: then both ends are said with their offset. */
  const time = (at: number): string =>
    nearClockChange(at, format.zone) ? `${format.time(at)} ${offsetText(at, format.zone)}` : format.time(at)
  const times = ({ startAt, endAt }: Span): string => `${time(startAt)} – ${time(endAt)}`
  const day = (at: number): string => format.date(format.local(at).date, 'weekday')
  const dayOf = (item: CalendarItem): string =>
    item.day === null ? day(item.startAt) : format.date(item.day, 'weekday')
  /** Where it stands. */
  const when = (item: CalendarItem): string =>
    item.day === null ? `${dayOf(item)}, ${times(item)}` : dayOf(item)
  const kind = (item: CalendarItem): string =>
    item.kind === 'timer' && item.state !== null
      ? t(`timer.${item.state}`)
      : item.kind === 'task' || item.kind === 'entry' || item.kind === 'absence'
        ? t(item.done ? `kindDone.${item.kind}` : `kind.${item.kind}`)
        : t(`kind.${item.kind}`)
  const meetingWords = ({ kind: of, meetingId, meeting }: CalendarItem): string[] => {
    if (meeting === null) return of === 'entry' && meetingId !== null ? [tm('mark')] : []
    const { place, people, repeated, logged } = meeting
    return [
      ...(place === '' ? [] : [place]),
      ...(people.length > 1 ? [t('meetingWith', { people: people.join(', ') })] : []),
      ...(repeated ? [t('repeated')] : []),
      ...(logged ? [t('logged')] : []),
    ]
  }
  /** For screen readers: day, kind, time, and what it is on. */
  const spoken = (item: CalendarItem): string =>
    [
      dayOf(item),
      kind(item),
      ...(item.day === null ? [times(item)] : []),
      title(item),
      ...(item.amountMs === null ? [] : [format.duration(item.amountMs)]),
      ...meetingWords(item),
      ...(several && item.userName !== '' ? [item.userName] : []),
    ].join(', ')
  return { title, times, day, when, spoken }
}
