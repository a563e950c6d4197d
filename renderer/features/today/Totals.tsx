// Today and this week against what is expected, growing with the running timer.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { TodayView } from '../../../shared/contract/diary.ts'
import { useAppClock, useDrawnAt } from '../../clock/clock.tsx'
import { msToNext } from '../../clock/elapsed.ts'
import { Meter } from '../../ui/figures/Meter.tsx'
import { Num } from '../../ui/figures/Time.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './Totals.module.css'

type TotalsProps = { day: TodayView; isToday: boolean }

export function Totals({ day, isToday }: TotalsProps) {
  const { t } = useTranslation('today')
  const now = useAppClock().now()
  // Each moment counts once, however many timers run.
  const runs = isToday && day.timers.some(({ runningSince }) => runningSince !== null)
  const since = runs ? Math.max(0, now - day.now) : 0
  // Drawn again when one of the two figures has another minute, which each has at a second of its own.
  const toNext = Math.min(...[day.attendedMs, day.weekMs].map((ms) => msToNextShown(ms + since)))
  useDrawnAt(runs ? now + toNext : null)
  return (
    <section className={classes.totals} aria-label={t('totals')}>
      <Total
        label={isToday ? t('totalToday') : t('totalDay')}
        ms={day.attendedMs + since}
        expectedMs={day.expectedTodayMs}
        testId="total-today"
        dayOff
      />
      <Total
        label={t('totalWeek')}
        ms={day.weekMs + since}
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
  dayOff = false,
}: {
  label: string
  ms: number
  expectedMs: number
  testId: string
  dayOff?: boolean
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
              : dayOff
                ? t('dayOff')
                : ''}
          </Text>
        </span>
      </div>
      {expectedMs > 0 && (
        <Meter size={4} percent={(ms / expectedMs) * 100} label={t('progressLabel', { label })} />
      )}
    </div>
  )
}
