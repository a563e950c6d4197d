// The day's entries in order, with free time as thin lines that open the manual form; every row works by keyboard.
import { ActionIcon, Badge, Tooltip } from '@mantine/core'
import { CalendarClock, Link2, Pencil, Play, Plus, Trash2 } from 'lucide-react'
import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../shared/contract/diary.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { Duration, TimeRange } from '../../ui/figures/Time.tsx'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { useNow } from '../../clock/clock.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { useTimerActions } from '../timer/useTimerActions.ts'
import classes from './DayList.module.css'
import { dayRows } from './dayRows.ts'
import { TimerRow } from './TimerRow.tsx'

type DayListProps = { day: TodayView; isToday: boolean }

export function DayList({ day, isToday }: DayListProps) {
  const { t } = useTranslation('today')
  const { show } = useTimerDialogs()
  const now = useNow()
  const timers = day.timers.filter(
    (timer) => timer.startedAt >= day.dayStartAt && timer.startedAt < day.dayEndAt,
  )
  // What runs stands above, large; here it only ends the free time before it.
  const rows = dayRows(day.entries, isToday ? timers : [], now).filter(
    (row) => row.kind !== 'timer' || row.timer.state === 'stopped',
  )
  if (rows.length === 0 && isToday && timers.length > 0) return null
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<CalendarClock size={30} strokeWidth={1.5} />}
        title={isToday ? t('emptyToday') : t('emptyDay')}
        text={isToday ? t('emptyTodayText') : t('emptyDayText')}
      />
    )
  }
  return (
    <ul className={classes.list} aria-label={t('entries')}>
      {rows.map((row) =>
        row.kind === 'entry' ? (
          <EntryRow key={row.entry.id} entry={row.entry} />
        ) : row.kind === 'timer' ? (
          <TimerRow key={row.timer.id} timer={row.timer} />
        ) : (
          <FreeRow
            key={`free ${row.from}`}
            from={row.from}
            to={row.to}
            onFill={() => show({ kind: 'addEntry', preset: { startAt: row.from, endAt: row.to } })}
          />
        ),
      )}
    </ul>
  )
}

function FreeRow({ from, to, onFill }: { from: number; to: number; onFill: () => void }) {
  const { t } = useTranslation('today')
  const words = useDurationWords()
  const format = useFormat()
  const free = t('free', { duration: words(to - from) })
  return (
    <li className={classes.freeItem}>
      <button
        type="button"
        data-row
        className={classes.free}
        aria-label={t('fillLabel', { free, from: format.time(from), to: format.time(to) })}
        onClick={onFill}
        onKeyDown={moveRow}
      >
        <span className={classes.freeLine} />
        <span>
          {free}: {t('fill')}
        </span>
        <Plus size={13} aria-hidden />
        <span className={classes.freeLine} />
      </button>
    </li>
  )
}

/** Not drawn again with each minute that the list is. */
const EntryRow = memo(function EntryRow({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('today')
  const { t: tc } = useTranslation('common')
  const nameOf = useSessionName()
  const format = useFormat()
  const { show } = useTimerDialogs()
  const timer = useTimerActions()
  const remove = useCommand('entry.remove', {
    undo: t('removed', { duration: format.duration(entry.durationMs) }),
  })
  const edit = () => show({ kind: 'editEntry', entryId: entry.id })
  const continueIt = () => void timer.continueEntry(entry.id)
  const removeIt = () => void remove.run({ entryId: entry.id })
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    moveRow(event)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'e') edit()
    else if (key === 'c' && timer.usable) continueIt()
    else if (key === 'delete') removeIt()
    else return
    event.preventDefault()
    // C and E mean something for the whole window, too.
    event.stopPropagation()
  }
  const name = nameOf(entry)
  return (
    <li className={classes.row} data-entry={entry.id}>
      <button
        type="button"
        data-row
        className={classes.main}
        aria-keyshortcuts="E C Delete"
        aria-label={
          isAmount(entry)
            ? t('amountLabel', { duration: format.duration(entry.durationMs), name })
            : t('rowLabel', {
                from: format.time(entry.startAt),
                to: format.time(entry.endAt),
                duration: format.duration(entry.durationMs),
                name,
              })
        }
        onClick={edit}
        onKeyDown={onKeyDown}
      >
        <span className={classes.time}>
          {isAmount(entry) ? (
            <span title={tc('noTimes')}>–</span>
          ) : (
            <TimeRange start={entry.startAt} end={entry.endAt} />
          )}
        </span>
        <span className={classes.what}>
          <span className={classes.line}>
            <span className={`${classes.customer} truncate`} title={entry.customerName ?? ''} dir="auto">
              {entry.customerName ?? tc('noCustomer')}
            </span>
            {entry.categoryName !== null && (
              <span className={`${classes.category} truncate`} title={entry.categoryName}>
                {entry.categoryName}
              </span>
            )}
            <SubjectTags of={entry} />
            {entry.overlaps && (
              <Badge size="xs" variant="light" color="orange" tt="none" flex="none" title={t('overlapsHint')}>
                {t('overlaps')}
              </Badge>
            )}
            <MeetingMark meetingId={entry.meetingId} />
            {entry.linked && (
              <span className={classes.icon} title={t('linked')}>
                <Link2 size={13} aria-hidden />
              </span>
            )}
          </span>
          {entry.note.trim() !== '' && (
            <span className={`${classes.note} truncate`} title={entry.note} dir="auto">
              {entry.note}
            </span>
          )}
        </span>
      </button>
      <span className={classes.acts}>
        {timer.usable && (
          <Tooltip label={t('continue')}>
            <ActionIcon aria-label={t('continueNamed', { name })} onClick={continueIt}>
              <Play size={15} color="var(--db-start)" />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={tc('edit')}>
          <ActionIcon aria-label={t('editNamed', { name })} onClick={edit}>
            <Pencil size={15} color="var(--db-edit)" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={tc('delete')}>
          <ActionIcon aria-label={t('deleteNamed', { name })} loading={remove.pending} onClick={removeIt}>
            <Trash2 size={15} color="var(--db-stop)" />
          </ActionIcon>
        </Tooltip>
      </span>
      <span className={classes.duration}>
        <Duration ms={entry.durationMs} />
      </span>
    </li>
  )
})

/** The arrow keys go from row to row. */
function moveRow(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const next = rows[rows.indexOf(event.currentTarget) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
