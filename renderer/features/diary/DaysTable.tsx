// Every day of a user's month, also empty ones: entrance, exit, breaks, total, extra and balance; missing red, today green (B36, B37, B48).
import { Group } from '@mantine/core'
import { CalendarOff, Layers, Lock, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { BreakWarning } from '../../../shared/rules/breaks.ts'
import type { DayAbsence, DiaryDay, DiaryUserMonth } from '../../../shared/contract/diary.ts'
import { useModule, useOrganisation } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { absenceOn } from '../absence/absencePath.ts'
import { useBreakWords } from './breakWords.ts'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'
import { useScrollPlace } from './diaryPlace.ts'
import { useRowKeys } from './rowKeys.ts'

export type DaysTableProps = { diary: DiaryUserMonth; onOpen: (date: LocalDate) => void }

export function DaysTable({ diary, onOpen }: DaysTableProps) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const table = useRowKeys()
  const place = useScrollPlace(`days ${diary.userId} ${diary.month}`)
  const breakMs = diary.days.reduce((sum, day) => sum + day.breakMs, 0)
  const balance = diary.days.findLast((day) => day.balanceMs !== null)?.balanceMs ?? null
  return (
    <div className={classes.scroller} ref={place.ref} onScrollEnd={place.onScrollEnd} tabIndex={-1}>
      <table className={classes.table} ref={table}>
        <caption className="visually-hidden">
          {t('days.caption', { name: diary.name, month: format.month(diary.month) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('column.date')}</th>
            <th scope="col" data-end>
              {t('column.entrance')}
            </th>
            <th scope="col" data-end>
              {t('column.exit')}
            </th>
            <th scope="col" data-end>
              {t('column.breaks')}
            </th>
            <th scope="col" data-end>
              {t('column.total')}
            </th>
            <th scope="col" data-end>
              {t('column.difference')}
            </th>
            <th scope="col" data-end>
              {t('column.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {diary.days.map((day) => (
            <DayRow key={day.date} day={day} diary={diary} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('days.total')}</th>
            <td>{null}</td>
            <td>{null}</td>
            <td data-end>{breakMs === 0 ? '' : format.duration(breakMs)}</td>
            <td data-end>{format.duration(diary.figures.totalMs)}</td>
            <td>{null}</td>
            <td data-end>{balance === null ? '' : signed(balance, format.duration)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** A plus where there is more, because a balance without its sign is half a figure. */
function signed(ms: number, duration: (ms: number) => string): string {
  const text = duration(ms)
  return ms > 0 && text !== '0:00' ? `+${text}` : text
}

function DayRow({
  day,
  diary,
  onOpen,
}: {
  day: DiaryDay
  diary: DiaryUserMonth
  onOpen: (date: LocalDate) => void
}) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const { closedThrough } = useOrganisation()
  const closed = closedThrough !== null && day.date <= closedThrough
  // Hours of absence may count as worked on a day without an entry.
  const empty = day.entryCount === 0 && day.creditedMs === 0
  const weekStart = format.weekStart === day.weekday
  return (
    <tr
      className={classes.clickable}
      data-status={day.status}
      data-off={!day.workingDay || undefined}
      data-week={weekStart || undefined}
      onClick={() => onOpen(day.date)}
    >
      <th scope="row">
        <Group gap={8} wrap="nowrap">
          <Link
            href={diaryPath(diary.month, diary.userId, day.date)}
            data-row-link
            className={`${classes.dayLink} num`}
            aria-label={t('days.open', { date: format.date(day.date, 'weekday') })}
            onClick={(event) => event.stopPropagation()}
          >
            <DayName date={day.date} />
          </Link>
          <DayMarks day={day} />
          {closed && (
            <Lock size={12} className={classes.quietIcon} aria-label={t('days.closed')} role="img" />
          )}
        </Group>
      </th>
      <td data-end>
        {day.entrance === null ? day.status === 'missing' ? <MissingText /> : '' : format.time(day.entrance)}
      </td>
      <td data-end>
        {day.running ? (
          <span className={classes.runningText}>{t('days.running')}</span>
        ) : (
          day.exit !== null && format.time(day.exit)
        )}
      </td>
      <td data-end className="quiet">
        {day.breakWarning !== null && <BreakMark warning={day.breakWarning} />}
        {(day.breakMs > 0 || day.breakWarning !== null) && format.duration(day.breakMs)}
      </td>
      <td data-end>
        {!empty && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            {day.bookedMs > day.totalMs - day.creditedMs && (
              <span
                role="img"
                aria-label={t('days.parallel', { booked: format.duration(day.bookedMs) })}
                title={t('days.parallel', { booked: format.duration(day.bookedMs) })}
              >
                <Layers size={13} className={classes.quietIcon} />
              </span>
            )}
            <strong>{format.duration(day.totalMs)}</strong>
          </Group>
        )}
      </td>
      <td data-end className="quiet">
        {day.status !== 'future' &&
          (day.expectedMs > 0 || !empty) &&
          signed(day.differenceMs, format.duration)}
      </td>
      <td data-end className="quiet">
        {day.balanceMs !== null && (day.expectedMs > 0 || !empty) && signed(day.balanceMs, format.duration)}
      </td>
    </tr>
  )
}

function DayName({ date }: { date: LocalDate }) {
  const format = useFormat()
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  )
  return (
    <>
      <span className={classes.weekday}>{weekday}</span>{' '}
      <span className={classes.dayNumber}>{Number(date.slice(8))}</span>
    </>
  )
}

function DayMarks({ day }: { day: DiaryDay }) {
  const { t } = useTranslation('diary')
  return (
    <>
      {day.status === 'today' && <span className={classes.todayMark}>{t('days.today')}</span>}
      {day.holiday !== null && (
        <span className={`${classes.holiday} truncate`} title={day.holiday}>
          {day.holiday}
        </span>
      )}
      <ApprovalMark approval={day.approval} />
      {day.absences.map((absence) => (
        <AbsenceMark key={absence.absenceId} absence={absence} date={day.date} />
      ))}
    </>
  )
}

/** Said in words; the reason is read beside the week, and here where the pointer rests. */
function ApprovalMark({ approval }: { approval: DiaryDay['approval'] }) {
  const { t } = useTranslation('approvals')
  if (approval === null) return null
  return (
    <span className={classes.approvalText} data-status={approval.status} title={approval.reason || undefined}>
      {t(`status.${approval.status}`)}
    </span>
  )
}

/** Opens the absence, where its page is there. */
function AbsenceMark({ absence, date }: { absence: DayAbsence; date: LocalDate }) {
  const { t } = useTranslation('diary')
  const shown = useModule('absence')
  const { kindName, portion, status } = absence
  const text = [
    kindName,
    ...(portion === 'half' ? [t('days.halfAbsent')] : []),
    ...(status === 'requested' ? [t('days.requested')] : []),
  ].join(' · ')
  if (!shown) return null
  return (
    <Link
      href={absenceOn(date, absence.absenceId)}
      className={`${classes.absence} truncate`}
      data-status={status}
      title={text}
      onClick={(event) => event.stopPropagation()}
    >
      <CalendarOff size={12} aria-hidden /> <bdi>{text}</bdi>
    </Link>
  )
}

/** A break that is demanded was too short or came too late. */
function BreakMark({ warning }: { warning: BreakWarning }) {
  const words = useBreakWords()(warning)
  return (
    <span role="img" aria-label={words} title={words} className={classes.breakMark}>
      <TriangleAlert size={14} color="var(--db-edit)" />
    </span>
  )
}

function MissingText() {
  const { t } = useTranslation('diary')
  return (
    <span className={classes.missingText} title={t('days.missingHint')}>
      {t('days.missing')}
    </span>
  )
}
