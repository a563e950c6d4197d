// The session in the header: its names and clock; a click opens what can be corrected while it runs.
import { Popover } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { Clock } from '../../ui/Time.tsx'
import classes from './HeaderTimer.module.css'

const TimerEditor = lazy(async () => ({ default: (await import('./TimerEditor.tsx')).TimerEditor }))

export function RunningTimer({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const [open, setOpen] = useState(false)
  const paused = timer.state === 'paused'
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={400}
      trapFocus
      returnFocus
      withinPortal
      closeOnClickOutside
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.session}
          aria-label={t('editRunning', {
            customer: timer.customerName ?? tc('noCustomer'),
            category: timer.categoryName ?? tc('noCategory'),
          })}
          onClick={() => setOpen((was) => !was)}
        >
          <span className={classes.names}>
            <span className={`${classes.customer} truncate`} title={timer.customerName ?? ''} dir="auto">
              {timer.customerName ?? tc('noCustomer')}
            </span>
            <span className={`${classes.category} truncate`} title={timer.categoryName ?? ''} dir="auto">
              {timer.categoryName ?? tc('noCategory')}
            </span>
          </span>
          <span className={classes.clockBox}>
            <span className={classes.clockLabel}>{paused ? t('paused') : t('entryTime')}</span>
            <span className={classes.clock} data-paused={paused || undefined}>
              <Clock timer={timer} />
            </span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p="md">
        <Suspense>
          <TimerEditor key={timer.id} timer={timer} onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
