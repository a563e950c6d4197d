// Who works now, on what, since when, and how much today has come to; live (B44). An employee sees whom the firm lets them see (F10).
import { Text } from '@mantine/core'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { WorkerView } from '../../../shared/contract/timer.ts'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useNow } from '../../clock/clock.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat, useSince } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import { Page } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './diary.module.css'
import { diaryPath } from './diaryAddress.ts'

export function WorkingPage() {
  const { t } = useTranslation('diary')
  const active = useRequest('timer.active', {})
  return (
    <Page title={t('workingNow.title')}>
      <Text size="sm" c="dimmed">
        {t(active.data?.onlyYours === true ? 'workingNow.onlyYours' : 'workingNow.lead')}
      </Text>
      <Loaded query={active}>
        {({ timers, now }) =>
          timers.length === 0 ? (
            <EmptyState icon={<Users size={32} />} title={t('workingNow.none')} />
          ) : (
            <Workers timers={timers} toldAt={now} />
          )
        }
      </Loaded>
    </Page>
  )
}

const COLUMNS = ['who', 'what', 'state', 'since', 'session', 'today'] as const

/** `toldAt`: the moment to which the totals were reckoned; whoever runs has gone on since. */
function Workers({ timers, toldAt }: { timers: readonly WorkerView[]; toldAt: number }) {
  const { t } = useTranslation('diary')
  const format = useFormat()
  const since = useSince()
  const now = useNow()
  const nameOf = useSessionName()
  const me = useCurrentUser()
  return (
    <PlainTable>
      <caption className="visually-hidden">{t('workingNow.title')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-end={column === 'session' || column === 'today' || undefined}>
              {t(`workingNow.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {timers.map((timer) => {
          const { date } = format.local(timer.startedAt)
          const running = timer.state === 'running'
          // A colleague's day holds more than their time.
          const opens = me.role !== 'employee' || timer.userId === me.id
          return (
            <tr key={timer.id}>
              <th scope="row" className={classes.workerName}>
                {opens ? (
                  <Link
                    href={diaryPath(monthOf(date), timer.userId, date)}
                    title={t('workingNow.show', { name: timer.userName })}
                  >
                    <bdi>{timer.userName}</bdi>
                  </Link>
                ) : (
                  <bdi>{timer.userName}</bdi>
                )}
              </th>
              <td className={classes.workerOn}>{nameOf(timer)}</td>
              <td>{t(running ? 'workingNow.running' : 'workingNow.paused')}</td>
              <td className="num">{since(timer.startedAt)}</td>
              <td className="num" data-end>
                <Clock timer={timer} />
              </td>
              <td className="num" data-end>
                {format.duration(timer.todayMs + (running ? Math.max(0, now - toldAt) : 0))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </PlainTable>
  )
}
