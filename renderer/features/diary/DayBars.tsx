// The hours of a month's days as a strip of bars; a picture of the table below, which says the same to those who cannot see it.
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DiaryDay, DiaryUserMonth } from '../../../shared/contract/diary.ts'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'

const LEAST_TOP_MS = 8 * 3_600_000

export function DayBars({ diary }: { diary: DiaryUserMonth }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const top =
    1.06 *
    Math.max(LEAST_TOP_MS, ...diary.days.map(({ totalMs, expectedMs }) => Math.max(totalMs, expectedMs)))
  const said = (day: DiaryDay) =>
    t('days.chartDay', {
      date: format.date(day.date, 'weekdayShort'),
      total: format.duration(day.totalMs),
      expected: format.duration(day.expectedMs),
    })
  return (
    <div className={classes.bars} aria-hidden>
      {diary.days.map((day) => (
        <Link
          key={day.date}
          href={diaryPath(diary.month, diary.userId, day.date)}
          tabIndex={-1}
          className={classes.barDay}
          data-status={day.status}
          data-off={!day.workingDay || undefined}
          title={said(day)}
        >
          <span
            className={classes.barExpected}
            style={{ insetBlockEnd: `${(100 * day.expectedMs) / top}%` }}
            hidden={day.expectedMs === 0}
          />
          <span
            className={classes.barTotal}
            data-drawn
            style={{ blockSize: `${(100 * day.totalMs) / top}%` }}
          />
        </Link>
      ))}
    </div>
  )
}
