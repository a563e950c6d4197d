// The command that moves what stands in the calendar: of recorded time, a task or a meeting the same as its form sends, each undoable.
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import type { Reply } from '../../../shared/contract/channel.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import type { Scope } from '../meetings/meetingDraft.ts'
import { useLogWords } from '../meetings/meetingWords.ts'
import type { Span } from './moves.ts'

/** Which part of a series moves, and whether its log items stay. */
export type MeetingPart = { scope: Scope; stay: boolean }

/** What is asked before a meeting moves; null: nothing. */
export const asksFirst = ({ meeting }: CalendarItem): boolean =>
  meeting !== null && (meeting.repeated || meeting.logItems > 0)

export function useMoveCommand() {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const logWords = useLogWords()
  const entry = useCommand('entry.edit', { errors: 'return', undo: t('moved') })
  const task = useCommand('task.edit', { errors: 'return', undo: t('moved') })
  const meeting = useCommand('meeting.edit', {
    errors: 'return',
    undo: ({ log }) => logWords(t('moved'), log),
  })
  return (item: CalendarItem, was: Span, span: Span, part: MeetingPart): Promise<Reply<unknown>> => {
    const times = {
      ...(span.startAt !== was.startAt && { startAt: span.startAt }),
      ...(span.endAt !== was.endAt && { endAt: span.endAt }),
    }
    if (item.meeting !== null && item.meetingId !== null) {
      const { at, repeated } = item.meeting
      return meeting.run({
        meetingId: item.meetingId,
        ...(repeated && { at, scope: part.scope }),
        logItems: part.stay ? 'stay' : 'follow',
        startAt: span.startAt,
        endAt: span.endAt,
      })
    }
    if (item.kind !== 'task') return entry.run({ entryId: item.id, ...times })
    return item.day === null
      ? task.run({ taskId: item.id, startAt: span.startAt, endAt: span.endAt })
      : task.run({ taskId: item.id, dueDate: format.local(span.startAt).date })
  }
}
