// Today and this week against what is expected, growing with the running timer.
import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { TodayView } from '../../../shared/contract/diary.ts'
import { useAppClock, useDrawnAt } from '../timer/clock.tsx'
import { msToNext } from '../timer/elapsed.ts'
import { Num } from '../../ui/Time.tsx'
import { useFormat } from '../../ui/format.ts'
import { timersMsIn } from './dayRows.ts'
import classes from './Totals.module.css'

type TotalsProps = { day: TodayView; isToday: boolean }

export function Totals({ day, isToday }: TotalsProps) {
  const { t } = useTranslation('today')
  const now = useAppClock().now()
  const running = isToday ? timersMsIn(day.timers, day.dayStartAt, day.dayEndAt, now) : 0
  // Drawn again when one of the two figures has another minute, which each has at a second of its own.
  const grow = isToday ? day.timers.filter(({ runningSince }) => runningSince !== null).length : 0
  const toNext = Math.min(...[day.recordedMs, day.weekMs].map((ms) => msToNextShown(ms + running)))
  useDrawnAt(grow === 0 ? null : now + toNext / grow)
  return (
    <section className={classes.totals} aria-label={t('totals')}>
      <Total
        label={isToday ? t('totalToday') : t('totalDay')}
        ms={day.recordedMs + running}
        expectedMs={day.expectedTodayMs}
        testId="total-today"
      />
      <Total
        label={t('totalWeek')}
        ms={day.weekMs + running}
        expectedMs={day.expectedWeekMs}
        testId="total-week"
      />
    </section>
  )
}

/** How long until a growing duration is shown with another minute: minutes are rounded. */
const msToNextShown = (ms: number): number => msToNext(ms + MINUTE_MS / 2, MINUTE_MS)

function Total({
  label,
  ms,
  expectedMs,
  testId,
}: {
  label: string
  ms: number
  expectedMs: number
  testId: string
}) {
  const { t } = useTranslation('today')
  const format = useFormat()
  return (
    <div className={classes.total}>
      <div className={classes.line}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <span>
          <Num className={classes.figure ?? ''}>
            <span data-testid={testId}>{format.duration(ms)}</span>
          </Num>{' '}
          <Text span size="sm" c="dimmed" className="num">
            {expectedMs > 0
              ? t('ofExpected', { expected: format.duration(expectedMs) })
              : t('nothingExpected')}
          </Text>
        </span>
      </div>
      {expectedMs > 0 && (
        <Progress
          size={4}
          // A bar that grows by a hair each minute would be drawn eight times for it.
          transitionDuration={0}
          value={Math.min(100, (ms / expectedMs) * 100)}
          aria-label={t('progressLabel', { label })}
        />
      )}
    </div>
  )
}
