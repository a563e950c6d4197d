// The session in the header: its names and clock; a click opens what can be corrected while it runs.
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import { EditorPopover } from './EditorPopover.tsx'
import classes from './HeaderTimer.module.css'

export function RunningTimer({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  // Beside the customer there is one line for all the rest.
  const work = useSessionName('noCategory')({ ...timer, customerName: null })
  const paused = timer.state === 'paused'
  return (
    <EditorPopover first="notes" timer={timer} position="bottom-end">
      {(toggle) => (
        <button
          type="button"
          className={classes.session}
          aria-label={t('editRunning', {
            customer: timer.customerName ?? tc('noCustomer'),
            category: work,
          })}
          onClick={toggle}
        >
          <span className={classes.names}>
            <span className={`${classes.customer} truncate`} title={timer.customerName ?? ''} dir="auto">
              {timer.customerName ?? tc('noCustomer')}
            </span>
            <span className={`${classes.category} truncate`} title={work} dir="auto">
              {work}
            </span>
          </span>
          <span className={classes.clockBox}>
            <span className={classes.clockLabel}>{paused ? t('paused') : t('entryTime')}</span>
            <span className={classes.clock} data-paused={paused || undefined}>
              <Clock timer={timer} />
            </span>
          </span>
        </button>
      )}
    </EditorPopover>
  )
}
