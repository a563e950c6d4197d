// A day's sessions on a vertical time line: pauses hatched, overlapping ones side by side; the table beside it says the same in words.
import { useFormat } from '../../ui/figures/format.ts'
import { placeSessions, spanOf } from './daySessions.ts'
import type { Session } from './daySessions.ts'
import classes from './diary.module.css'

const HOUR = 3_600_000

/** A block lower than this many pixels has no room for its name. */
const NAME_ROOM = 18

export type DayTimelineProps = {
  label: string
  sessions: readonly Session[]
  day: { dayStartAt: number; dayEndAt: number }
  marked: string | null
  onMark: (id: string | null) => void
}

export function DayTimeline({ label, sessions, day, marked, onMark }: DayTimelineProps) {
  const format = useFormat()
  const span = spanOf(sessions, day)
  const length = span.end - span.start
  const share = (instant: number) =>
    (100 * (Math.min(span.end, Math.max(span.start, instant)) - span.start)) / length
  const hours = Array.from({ length: Math.floor(length / HOUR) + 1 }, (_, index) => span.start + index * HOUR)
  const step = hours.length > 14 ? 2 : 1
  const pixels = Math.min(520, Math.max(240, hours.length * 30))
  return (
    <div className={classes.timeline} style={{ blockSize: pixels }} role="img" aria-label={label}>
      <div className={`${classes.hourRoom} num`}>
        {hours.map((hour) => (
          <span key={hour}>{format.time(hour)}</span>
        ))}
      </div>
      <div className={classes.lanes}>
        {hours.map((hour, index) => (
          <div key={hour} className={classes.hour} style={{ insetBlockStart: `${share(hour)}%` }}>
            {index % step === 0 && <span className={`${classes.hourText} num`}>{format.time(hour)}</span>}
          </div>
        ))}
        {placeSessions(sessions).map((session) => {
          const top = share(session.start)
          const height = Math.max(0.6, share(session.end) - top)
          return (
            <div
              key={session.id}
              className={classes.session}
              data-running={session.running || undefined}
              data-marked={session.id === marked || undefined}
              title={session.title}
              style={{
                insetBlockStart: `${top}%`,
                blockSize: `${height}%`,
                insetInlineStart: `calc(${(100 * session.lane) / session.lanes}% + 3px)`,
                inlineSize: `calc(${100 / session.lanes}% - 5px)`,
              }}
              onMouseEnter={() => onMark(session.id)}
              onMouseLeave={() => onMark(null)}
            >
              {session.stretches.map((stretch) => (
                <div
                  key={stretch.start}
                  className={classes.stretch}
                  data-drawn
                  style={{
                    insetBlockStart: `${(100 * (share(stretch.start) - top)) / height}%`,
                    blockSize: `${(100 * (share(stretch.end) - share(stretch.start))) / height}%`,
                  }}
                />
              ))}
              {pixels * (height / 100) >= NAME_ROOM && (
                <span className={`${classes.sessionName} truncate`}>
                  <bdi>{session.name}</bdi>
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
