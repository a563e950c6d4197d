// The At work button of a customer: chooses a category and starts (B18 to B21); while it runs it is Stop work (B22, B23).
import { Button, Group, Stack, Text } from '@mantine/core'
import { Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takesTime } from '../../../shared/entities/customer.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useAppState, useCurrentUser, useOrganisation, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProjectSelect } from '../../ui/ProjectSelect.tsx'
import { ProjectTag } from '../../ui/ProjectTag.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { showDone } from '../../ui/showUndo.tsx'
import { Clock } from '../../ui/Time.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useTimerState } from '../timer/clock.tsx'
import { useTimerActions } from '../timer/useTimerActions.ts'
import classes from './customers.module.css'

export function AtWork({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const user = useCurrentUser()
  const permitted = usePermitted()
  const mine = useTimerState()?.timers.find(
    (timer) => timer.customerId === customer.id && timer.state !== 'stopped',
  )
  const [choosing, setChoosing] = useState(false)
  const others = customer.timers.filter((timer) => timer.userId !== user.id)
  const startable = permitted('timer.start') && user.clientTimer && takesTime(customer)
  return (
    <Stack gap="xs">
      {mine !== undefined && <Working timer={mine} />}
      {mine === undefined && startable && !choosing && (
        <Button
          className={classes.start ?? ''}
          fullWidth
          leftSection={<Play size={16} fill="currentColor" />}
          onClick={() => setChoosing(true)}
        >
          {t('work.start')}
        </Button>
      )}
      {mine === undefined && startable && choosing && (
        <ChooseWork customer={customer} onClose={() => setChoosing(false)} />
      )}
      {mine === undefined && permitted('timer.start') && !user.clientTimer && <Hint text={t('work.off')} />}
      {mine === undefined && user.clientTimer && !takesTime(customer) && <Hint text={t('work.notActive')} />}
      {others.length > 0 && (
        <Hint text={t('work.others', { names: others.map(({ userName }) => userName).join(', ') })} />
      )}
    </Stack>
  )
}

function Hint({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  )
}

function Working({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { stop } = useTimerActions()
  return (
    <div className={`${classes.card} ${classes.working}`}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minInlineSize: 0 }}>
          <Text size="xs" c="dimmed">
            {t('work.running')}
          </Text>
          <Clock timer={timer} className={classes.clock ?? ''} />
          {timer.categoryName !== null && (
            <Text size="xs" c="dimmed" className="truncate" title={timer.categoryName} dir="auto">
              {timer.categoryName}
            </Text>
          )}
          <ProjectTag of={timer} />
          <Text size="xs" c="dimmed">
            {[
              t('work.since', { time: format.time(timer.startedAt) }),
              timer.state === 'paused' ? t('work.paused') : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </div>
        <Button
          className={classes.stop ?? ''}
          leftSection={<Square size={14} fill="currentColor" />}
          onClick={() => stop(timer)}
        >
          {t('work.stop')}
        </Button>
      </Group>
    </div>
  )
}

function ChooseWork({ customer, onClose }: { customer: CustomerView; onClose: () => void }) {
  const { t } = useTranslation('customers')
  const { rules } = useAppState()
  const { severalTimers } = useOrganisation()
  const [category, setCategory] = useState<{ id: string; name: string } | null>(null)
  const [project, setProject] = useState<{ id: string; name: string } | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const running = useTimerState()?.timers.find((timer) => timer.state !== 'stopped')
  const start = useCommand('timer.start', { errors: 'return' })
  const form = useEscape<HTMLFormElement>(onClose)
  const field = useRef<HTMLInputElement>(null)
  // It takes the place of the button that was pressed, and with it the focus.
  useEffect(() => field.current?.focus(), [])
  const submit = async () => {
    const reply = await start.run({
      customerId: customer.id,
      categoryId: category?.id ?? null,
      projectId: project?.id ?? null,
      ...(running !== undefined && !severalTimers && { switch: true }),
    })
    if (!reply.ok) return setError(reply.error)
    showDone(t('work.started', { name: customer.name }))
    onClose()
  }
  const what = [running?.customerName, running?.categoryName].filter((name) => name != null).join(' · ')
  return (
    <SubmitForm
      ref={form}
      className={classes.card}
      aria-label={t('work.start')}
      onSubmit={() => void submit()}
    >
      <Stack gap="sm">
        <Text size="sm" lineClamp={2} title={customer.name}>
          {t('work.choose', { name: customer.name })}
        </Text>
        <CategorySelect
          label={t('work.category')}
          value={category}
          onChange={(choice) => {
            setCategory(choice)
            setError(null)
          }}
          customerId={customer.id}
          required={rules.requireCategory}
          inputRef={field}
        />
        <ProjectSelect customerId={customer.id} value={project} onChange={setProject} />
        {running !== undefined && (
          <Hint text={t(severalTimers ? 'work.otherRunsParallel' : 'work.otherRuns', { what })} />
        )}
        <Refusal error={error} onClose={() => setError(null)} onRetry={() => void submit()} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
          <Button type="submit" className={classes.start ?? ''} loading={start.pending}>
            {t('work.submit')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
