// Figures of time: tabular digits, durations as h:mm, and the one clock that shows seconds.
import { useRef } from 'react'
import type { ReactNode } from 'react'
import type { Instant } from '../../../shared/base/instant.ts'
import { useElapsed, useTicks } from '../../clock/clock.tsx'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useFormat } from './format.ts'
import classes from './Time.module.css'

/** Any figure that should stand in line with the ones above and below it. */
export function Num({
  children,
  className,
  title,
}: {
  children: ReactNode
  className?: string
  title?: string
}) {
  return (
    <span className={className === undefined ? 'num' : `num ${className}`} title={title}>
      {children}
    </span>
  )
}

/** 'h:mm'; pointed at, the seconds that it leaves out, which are why a column may not seem to add up to its total. */
export function Duration({ ms, className }: { ms: number; className?: string }) {
  const format = useFormat()
  const exact = ms % 60_000 === 0 ? {} : { title: format.clock(ms) }
  return (
    <Num {...exact} {...(className !== undefined && { className })}>
      {format.duration(ms)}
    </Num>
  )
}

/** '09:02 – 10:25', in the organisation's zone. */
export function TimeRange({ start, end }: { start: Instant; end: Instant | null }) {
  const format = useFormat()
  return (
    <Num>
      {format.time(start)} – {end === null ? '…' : format.time(end)}
    </Num>
  )
}

/** 'h:mm:ss' of a timer, in step with every other window. Not announced: only changes of state are. */
export function Clock({ timer, className }: { timer: TimerView; className?: string }) {
  const format = useFormat()
  const box = useRef<HTMLSpanElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  const shown = format.clock(useElapsed(timer))
  // Past React, into the one text node: drawing its tree anew each second is what an idle window would mostly do.
  useTicks(timer, (now) => {
    const node = text.current?.firstChild
    if (!(node instanceof Text) || box.current === null) return
    node.data = format.clock(now)
    const room = roomOf(node.data)
    if (box.current.dataset.room !== room) box.current.dataset.room = room
  })
  return (
    <span
      ref={box}
      className={className === undefined ? `num ${classes.clock}` : `num ${classes.clock} ${className}`}
      data-room={roomOf(shown)}
      role="timer"
      aria-live="off"
    >
      <span ref={text} className={classes.digits}>
        {shown}
      </span>
    </span>
  )
}

/** As wide as the text, since all digits are of one width: the same for every second until the hours have one more. */
const roomOf = (clock: string): string => clock.replace(/\d/g, '0')
