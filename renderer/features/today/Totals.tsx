// Today and this week against what is expected, growing with the running timer.
import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../shared/contract/diary.ts'
import { Num } from '../../ui/Time.tsx'
import { useFormat } from '../../ui/format.ts'
import { timersMsIn } from './dayRows.ts'
import classes from './Totals.module.css'

type TotalsProps = { day: TodayView; isToday: boolean; now: number }

export function Totals({ day, isToday, now }: TotalsProps) {
  const { t } = useTranslation('today')
  const running = isToday ? timersMsIn(day.timers, day.dayStartAt, day.dayEndAt, now) : 0
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
          value={Math.min(100, (ms / expectedMs) * 100)}
          aria-label={t('progressLabel', { label })}
        />
      )}
    </div>
  )
}
