// The sessions of a day as a table: customer name, entrance, exit, total hours, category, note; pencil and trash (B39, B41, B42).
import { ActionIcon, Group } from '@mantine/core'
import { Link2, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DiaryDayView } from '../../../shared/contract/diary.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { REACHABLE } from '../../ui/keys/reachable.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import classes from './diary.module.css'
import { useRowKeys } from './rowKeys.ts'

export type DaySessionsProps = {
  day: DiaryDayView
  marked: string | null
  onMark: (id: string | null) => void
  onEdit: (entryId: string) => void
}

export function DaySessions({ day, marked, onMark, onEdit }: DaySessionsProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const table = useRowKeys()
  const mark = (id: string) => ({
    'data-marked': id === marked || undefined,
    onMouseEnter: () => onMark(id),
    onMouseLeave: () => onMark(null),
    onFocus: () => onMark(id),
    onBlur: () => onMark(null),
  })
  return (
    <div className={classes.sessions} {...REACHABLE} role="region" aria-label={t('day.sessions')}>
      <table className={classes.table} ref={table}>
        <caption className="visually-hidden">{`${t('day.title')}, ${format.date(day.date, 'long')}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.customer')}</th>
            <th scope="col" data-end>
              {t('column.entrance')}
            </th>
            <th scope="col" data-end>
              {t('column.exit')}
            </th>
            <th scope="col" data-end>
              {t('column.session')}
            </th>
            <th scope="col">{t('column.category')}</th>
            <th scope="col" className={classes.noteHead}>
              {t('column.note')}
            </th>
            <th scope="col" data-end>
              {t('column.actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {day.entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              closed={day.closed}
              mark={mark(entry.id)}
              onEdit={onEdit}
            />
          ))}
          {day.timers.map((timer) => (
            <TimerRow key={timer.id} timer={timer} dayStartAt={day.dayStartAt} mark={mark(timer.id)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('day.total')}</th>
            <td>{null}</td>
            <td>{null}</td>
            <td data-end>{format.duration(day.totalMs)}</td>
            <td>{null}</td>
            <td className={classes.note}>{null}</td>
            <td>{null}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type Mark = { onMouseEnter: () => void; onMouseLeave: () => void; onFocus: () => void; onBlur: () => void }
type EntryRowProps = { entry: EntryView; closed: boolean; mark: Mark; onEdit: (entryId: string) => void }

function EntryRow({ entry, closed, mark, onEdit }: EntryRowProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const permitted = usePermitted()
  const nameOf = useSessionName()
  const remove = useCommand('entry.remove', { undo: t('day.deleted') })
  const amount = isAmount(entry)
  const what = `${nameOf(entry)}, ${amount ? format.duration(entry.durationMs) : format.time(entry.startAt)}`
  const nextDay = format.local(entry.endAt).date !== format.local(entry.startAt).date
  return (
    <tr {...mark}>
      <td className={classes.nameCell}>
        <Group gap={6} wrap="nowrap">
          {entry.customerId === null ? (
            <span className="quiet">{t('day.noCustomer')}</span>
          ) : (
            <Link
              href={`/customers/${entry.customerId}`}
              className={`${classes.rowLink} truncate`}
              title={entry.customerName ?? ''}
            >
              <bdi>{entry.customerName}</bdi>
            </Link>
          )}
          {entry.overlaps && (
            <span role="img" aria-label={t('day.overlap')} title={t('day.overlap')}>
              <TriangleAlert size={14} color="var(--db-edit)" />
            </span>
          )}
          <MeetingMark meetingId={entry.meetingId} />
          {entry.linked && (
            <span role="img" aria-label={t('day.linked')} title={t('day.linked')}>
              <Link2 size={14} className={classes.quietIcon} />
            </span>
          )}
        </Group>
      </td>
      <td data-end>{amount ? <NoTime /> : <span className="num">{format.time(entry.startAt)}</span>}</td>
      <td data-end>
        {amount ? <NoTime /> : <span className="num">{format.time(entry.endAt)}</span>}
        {nextDay && <sup>+1</sup>}
      </td>
      <td data-end>
        <strong>{format.duration(entry.durationMs)}</strong>
      </td>
      <td className={`${classes.categoryCell} truncate`} title={entry.categoryName ?? ''}>
        {entry.categoryName === null ? (
          <span className="quiet">{t('day.noCategory')}</span>
        ) : (
          <bdi>{entry.categoryName}</bdi>
        )}
        <SubjectTags of={entry} short below />
      </td>
      <td className={`${classes.note} truncate quiet`} title={entry.note.slice(0, 500)}>
        <bdi>{entry.note}</bdi>
      </td>
      <td data-end>
        <Group gap={2} justify="flex-end" wrap="nowrap">
          {!closed && permitted('entry.edit') && (
            <ActionIcon
              c="var(--db-edit)"
              data-edit={entry.id}
              data-row-link
              aria-label={t('day.edit', { what })}
              title={t('day.edit', { what })}
              onClick={() => onEdit(entry.id)}
            >
              <Pencil size={16} />
            </ActionIcon>
          )}
          {!closed && permitted('entry.remove') && (
            <ActionIcon
              c="var(--db-stop)"
              aria-label={t('day.delete', { what })}
              title={t('day.delete', { what })}
              onClick={() => void remove.run({ entryId: entry.id })}
            >
              <Trash2 size={16} />
            </ActionIcon>
          )}
        </Group>
      </td>
    </tr>
  )
}

function NoTime() {
  const { t } = useTranslation('common')
  return (
    <span className="quiet" title={t('noTimes')}>
      –
    </span>
  )
}

function TimerRow({ timer, dayStartAt, mark }: { timer: TimerView; dayStartAt: number; mark: Mark }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  return (
    <tr {...mark} data-status="today">
      <td className={classes.nameCell}>
        <bdi className={`${classes.nameLine} truncate`} title={timer.customerName ?? ''}>
          {timer.customerName ?? t('day.noCustomer')}
        </bdi>
      </td>
      <td data-end>
        <span className="num">{format.time(Math.max(timer.startedAt, dayStartAt))}</span>
      </td>
      <td data-end>
        <span className={classes.runningText}>
          {t(timer.state === 'running' ? 'day.running' : 'day.paused')}
        </span>
      </td>
      <td data-end>
        <Clock timer={timer} />
      </td>
      <td className={`${classes.categoryCell} truncate`} title={timer.categoryName ?? ''}>
        <bdi>{timer.categoryName ?? t('day.noCategory')}</bdi>
        <SubjectTags of={timer} short below />
      </td>
      <td className={`${classes.note} truncate quiet`} title={timer.note.slice(0, 500)}>
        <bdi>{timer.note}</bdi>
      </td>
      <td>{null}</td>
    </tr>
  )
}
