// A stopped timer in the day's list, which waits to be recorded.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { Duration, TimeRange } from '../../ui/figures/Time.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import classes from './DayList.module.css'

export function TimerRow({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('today')
  const { t: tc } = useTranslation('common')
  const { show } = useTimerDialogs()
  return (
    <li className={classes.row}>
      <span className={classes.main}>
        <span className={classes.time}>
          <TimeRange start={timer.startedAt} end={timer.segments.at(-1)?.end ?? null} />
        </span>
        <span className={classes.what}>
          <span className={classes.line}>
            <span className={`${classes.customer} truncate`} title={timer.customerName ?? ''} dir="auto">
              {timer.customerName ?? tc('noCustomer')}
            </span>
            <span className={`${classes.category} truncate`} title={timer.categoryName ?? ''}>
              {timer.categoryName ?? tc('noCategory')}
            </span>
            <SubjectTags of={timer} />
          </span>
          <span className={classes.note}>{t('waits')}</span>
        </span>
      </span>
      <span className={classes.acts} data-always>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => show({ kind: 'timeLog', timerId: timer.id })}
        >
          {t('record')}
        </Button>
      </span>
      <span className={classes.duration}>
        <Duration ms={timer.countedMs} />
      </span>
    </li>
  )
}
