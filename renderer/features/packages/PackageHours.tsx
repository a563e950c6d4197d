// Allocated hours and Remaining hours of a customer, below the client log: they follow every change of a flag at once (E10, E12).
import { Alert, Button, Group, Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { subjectOf } from '../../../shared/entities/subject.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { useElapsedMinutes } from '../../clock/clock.tsx'
import { useFormat } from '../../ui/figures/format.ts'

const MINUTE_MS = 60_000

export function PackageHours({ customerId, onMore }: { customerId: Id; onMore?: (() => void) | undefined }) {
  const { t } = useTranslation('packages')
  const format = useFormat()
  const { data } = useRequest('package.summary', { customerId }, { keepPrevious: true })
  if (data === undefined || (data.level === 'none' && onMore === undefined)) return null
  const { allocatedMs, remainingMs, overMs, level } = data
  return (
    <div role="group" aria-label={t('tab')}>
      <Group gap="lg">
        <Figure label={t('allocated')} value={format.duration(allocatedMs)} />
        <Figure label={t('remaining')} value={format.duration(remainingMs)} />
        {overMs > 0 && <Figure label={t('over')} value={format.duration(overMs)} />}
        {onMore !== undefined && (
          <Button variant="default" size="compact-sm" onClick={onMore}>
            {t(level === 'none' ? 'buy' : 'more')}
          </Button>
        )}
      </Group>
      {(level === 'low' || level === 'used') && (
        <Alert
          color={level === 'used' ? 'red' : 'orange'}
          variant="light"
          p={6}
          mt={6}
          role="status"
          icon={<TriangleAlert size={16} />}
        >
          {t(`level.${level}`, { left: format.duration(remainingMs) })}
        </Alert>
      )}
    </div>
  )
}

export const Figure = ({ label, value }: { label: string; value: string }) => (
  <Text size="sm" component="span">
    {label}{' '}
    <Text component="strong" fw={600} className="num">
      {value}
    </Text>
  </Text>
)

/** What the package has left while the timer runs, its own time counted as used (G9). */
export function PackageLeft({ timer }: { timer: TimerView }) {
  const on = useModule('packages')
  return on && timer.customerId !== null ? <Left timer={timer} customerId={timer.customerId} /> : null
}

function Left({ timer, customerId }: { timer: TimerView; customerId: Id }) {
  const { t } = useTranslation('packages')
  const format = useFormat()
  const minutes = useElapsedMinutes(timer)
  const { data } = useRequest('package.summary', { customerId }, { keepPrevious: true })
  const said = useRequest('entry.flagsUnsaid', subjectOf(timer), { enabled: timer.billable === null })
  const billable = timer.billable ?? said.data?.isBillable
  if (data === undefined || data.level === 'none' || billable !== true) return null
  const left = data.remainingMs - minutes * MINUTE_MS
  return (
    <Text size="sm" c={left < 0 ? 'red' : 'dimmed'} className="num">
      {left < 0
        ? t('leftOver', { over: format.duration(-left) })
        : t('left', { left: format.duration(left) })}
    </Text>
  )
}
