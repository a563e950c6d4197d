// Who is working now, on what, since when, for those who may see it (B44).
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useAppState, usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useFormat, useSince } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'

export function WorkingNow() {
  const { t } = useTranslation('diary')
  const { team } = useAppState()
  const permitted = usePermitted()
  const active = useRequest('timer.active', {}, { enabled: team && permitted('timer.active') })
  if (active.data === undefined) return null
  const { timers } = active.data
  return (
    <section aria-label={t('workingNow.title')} className={classes.workingNow}>
      <Text size="sm" fw={600} component="h2" m={0}>
        <Link href="/working" className={classes.workingTitle} title={t('workingNow.page')}>
          {t('workingNow.title')}
        </Link>
      </Text>
      {timers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('workingNow.none')}
        </Text>
      ) : (
        <ul className={classes.workers}>
          {timers.map((timer) => (
            <Worker key={timer.id} timer={timer} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Worker({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const since = useSince()
  const { date } = format.local(timer.startedAt)
  const what = useSessionName()(timer)
  const state =
    timer.state === 'running'
      ? null
      : timer.state === 'paused'
        ? t('workingNow.paused')
        : t('workingNow.waiting')
  return (
    <li>
      <Link
        href={diaryPath(monthOf(date), timer.userId, date)}
        className={classes.worker}
        data-state={timer.state}
        title={t('workingNow.show', { name: timer.userName })}
      >
        <Group gap={6} wrap="nowrap">
          <span
            className={classes.atWorkDot}
            data-on={timer.state === 'running' || undefined}
            data-paused={timer.state !== 'running' || undefined}
          />
          <bdi className="truncate" style={{ fontWeight: 600 }}>
            {timer.userName}
          </bdi>
          <span className={classes.workerClock}>
            <Clock timer={timer} />
          </span>
        </Group>
        <span className={`${classes.workerWhat} truncate`} title={what}>
          {what}
        </span>
        <span className={classes.workerSince}>
          {t('workingNow.since', { time: since(timer.startedAt) })}
          {state !== null && ` · ${state}`}
        </span>
      </Link>
    </li>
  )
}
