// The day drawn as a strip of hours; the list beside it says the same in words, so it is hidden from screen readers.
import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../shared/contract/diary.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { useNow } from '../../clock/clock.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { toneStyle } from '../../ui/figures/labelTones.ts'
import classes from './DayStrip.module.css'
import { dayStrip } from './dayStrip.ts'

export function DayStrip({ day, isToday }: { day: TodayView; isToday: boolean }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const nameOf = useSessionName()
  const { show } = useTimerDialogs()
  const now = useNow()
  const timers = isToday ? day.timers : []
  const spans = [
    ...day.entries
      .filter((entry) => !isAmount(entry))
      .map((entry) => ({ key: entry.id, from: entry.startAt, to: entry.endAt })),
    ...timers.map((timer) => ({
      key: timer.id,
      from: timer.startedAt,
      to: timer.state === 'running' ? now : (timer.segments.at(-1)?.end ?? now),
    })),
  ]
  const strip = dayStrip(spans, day.dayStartAt, day.dayEndAt)
  const nowTop = ((now - strip.from) / (strip.to - strip.from)) * 100
  const names = new Map([...day.entries, ...timers].map((session) => [session.id, nameOf(session)]))
  const colours = new Map([...day.entries, ...timers].map(({ id, colour }) => [id, colour]))
  return (
    <div className={classes.strip} aria-hidden title={t('strip')}>
      <div className={`${classes.labels} num`}>
        {strip.hours.map(({ at }) => (
          <span key={at}>{format.time(at)}</span>
        ))}
      </div>
      {strip.hours.map(({ at, top }) => (
        <div key={at} className={classes.hour} style={{ insetBlockStart: `${top}%` }}>
          <span className={`${classes.hourLabel} num`}>{format.time(at)}</span>
        </div>
      ))}
      <div className={classes.lanes}>
        {strip.blocks.map(({ key, top, height, lane, lanes }) => {
          const running = timers.some((timer) => timer.id === key)
          return (
            // Only for the mouse: by keyboard and screen reader the same is reached in the list.
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
            <div
              key={key}
              className={classes.block}
              data-running={running || undefined}
              title={names.get(key)}
              style={{
                ...toneStyle(colours.get(key) ?? null),
                insetBlockStart: `${top}%`,
                blockSize: `max(${height}%, 3px)`,
                insetInlineStart: `${(lane / lanes) * 100}%`,
                inlineSize: `calc(${100 / lanes}% - 2px)`,
              }}
              onClick={() => {
                if (!running) show({ kind: 'editEntry', entryId: key })
              }}
            >
              {height >= 4 && <span className="truncate">{names.get(key)}</span>}
            </div>
          )
        })}
        {isToday && nowTop >= 0 && nowTop <= 100 && (
          <div className={classes.now} style={{ insetBlockStart: `${nowTop}%` }} />
        )}
      </div>
    </div>
  )
}
