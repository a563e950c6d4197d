// One item of the calendar, in a column of hours, a month's cell or the agenda's line; what it is called for screen readers is its name.
import {
  CalendarCheck2,
  CalendarDays,
  CalendarOff,
  CircleDot,
  Flag,
  Pause,
  Repeat,
  Timer,
  Users,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { useTimerState } from '../../clock/clock.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { toneStyle } from '../../ui/figures/labelTones.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import classes from './calendar.module.css'
import { keyOf } from './items.ts'
import type { ItemWords } from './items.ts'
import { useRoving } from './roving.ts'

/** Less than this in a column of hours has room for one line: then what it is goes before when, which its place says. */
const ONE_LINE_MS = 45 * MINUTE_MS

export type ItemBlockProps = {
  item: CalendarItem
  words: ItemWords
  colour: string | null
  place: 'column' | 'row' | 'line'
  /** Several people stand side by side. */
  several: boolean
}

/** Drawn anew only where it is another: the library asks for every item of a month with each step of a drag. */
export const ItemBlock = memo(function ItemBlock({ item, words, colour, place, several }: ItemBlockProps) {
  const format = useFormat()
  const key = keyOf(item)
  const reached = useRoving((roving) => roving.key === key)
  const title = words.title(item)
  return (
    <div
      role="button"
      tabIndex={reached ? 0 : -1}
      className={classes.item}
      style={toneStyle(colour)}
      data-item={key}
      data-start={item.startAt}
      data-place={place}
      data-short={(place === 'column' && item.endAt - item.startAt < ONE_LINE_MS) || undefined}
      data-kind={item.kind}
      data-state={item.state ?? (item.kind === 'absence' && !item.done ? 'requested' : undefined)}
      aria-label={words.spoken(item)}
      title={words.spoken(item)}
      onFocus={() => useRoving.getState().enter(key)}
    >
      <ItemMark item={item} />
      {item.amountMs !== null && (
        <span className={`${classes.itemTime} num`}>{format.duration(item.amountMs)}</span>
      )}
      {item.day === null && (
        <span className={`${classes.itemTime} num`}>
          {place === 'row' ? format.time(item.startAt) : words.times(item)}
        </span>
      )}
      <bdi className={classes.itemTitle}>{title}</bdi>
      {item.meeting?.repeated === true && <Repeat size={11} className={classes.mark ?? ''} aria-hidden />}
      {item.meeting?.logged === true && <CalendarDays size={11} className={classes.mark ?? ''} aria-hidden />}
      {item.kind === 'timer' && <Running id={item.id} />}
      {several && <span className={classes.itemPerson}>{item.userName}</span>}
    </div>
  )
})

/** In a child of its own, which alone is drawn again with each second. */
function Running({ id }: { id: string }) {
  const timer = useTimerState()?.timers.find((each) => each.id === id)
  return timer === undefined ? null : <Clock timer={timer} />
}

function ItemMark({ item }: { item: CalendarItem }) {
  const { t } = useTranslation('calendar')
  const { kind, state, done } = item
  const size = 12
  if (kind === 'holiday') return <Flag size={size} className={classes.mark ?? ''} aria-hidden />
  if (kind === 'absence') return <CalendarOff size={size} className={classes.mark ?? ''} aria-hidden />
  if (kind === 'meeting') return <Users size={size} className={classes.mark ?? ''} aria-hidden />
  if (kind === 'entry' && item.meetingId !== null)
    return <CalendarDays size={size} className={classes.mark ?? ''} aria-hidden />
  if (kind === 'timer')
    return state === 'running' ? (
      <Timer size={size} className={classes.mark ?? ''} aria-hidden />
    ) : (
      <Pause size={size} className={classes.mark ?? ''} aria-hidden />
    )
  if (kind === 'task' && !done) return <CircleDot size={size} className={classes.mark ?? ''} aria-hidden />
  if (!done) return null
  return (
    <span className={classes.call}>
      <CalendarCheck2 size={size} className={classes.mark ?? ''} aria-hidden />
      {t('callDone')}
    </span>
  )
}
