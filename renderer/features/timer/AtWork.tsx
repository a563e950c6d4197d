// The At work button of a page: chooses what is missing and starts (B18 to B21); while it runs it is Stop work (B22, B23).
import { Button, Group, Stack, Text } from '@mantine/core'
import { Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { SubjectPart } from '../../../shared/entities/subject.ts'
import {
  useAppState,
  useCurrentUser,
  useModule,
  useOrganisation,
  usePermitted,
} from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { missingIn, NOTHING_CHOSEN, subjectArgs } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { useSince } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { Clock } from '../../ui/figures/Time.tsx'
import { useEscape } from '../../ui/keys/useEscape.ts'
import { useTimerState } from '../../clock/clock.tsx'
import classes from './AtWork.module.css'
import { useTimerActions } from './useTimerActions.ts'

export type AtWorkProps = {
  /** What the page is about. */
  name: string
  /** What is said with it. */
  chosen: Partial<SubjectChoice>
  /** Which of that is not asked for. */
  about: readonly SubjectPart[]
  isOn(timer: TimerView): boolean
  /** Who else works on it. */
  others: readonly string[]
  /** Why nothing can be started; null: it can. */
  hindrance: ReactNode
}

export function AtWork({ name, chosen, about, isOn, others, hindrance }: AtWorkProps) {
  const { t } = useTranslation('timer')
  const permitted = usePermitted()
  const hasTimer = useModule('clientTimer')
  const mine = useTimerState()?.timers.find((timer) => timer.state !== 'stopped' && isOn(timer))
  const [choosing, setChoosing] = useState(false)
  const startable = permitted('timer.start') && hasTimer && hindrance === null
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
          {t('atWork.start')}
        </Button>
      )}
      {mine === undefined && startable && choosing && (
        <ChooseWork name={name} chosen={chosen} about={about} onClose={() => setChoosing(false)} />
      )}
      {mine === undefined && permitted('timer.start') && !hasTimer && <Hint>{t('atWork.off')}</Hint>}
      {mine === undefined && hasTimer && hindrance !== null && <Hint>{hindrance}</Hint>}
      {others.length > 0 && <Hint>{t('atWork.others', { names: others.join(', ') })}</Hint>}
    </Stack>
  )
}

/** Who works there beside the current user. */
export function useOthers(timers: readonly { userId: string; userName: string }[]): string[] {
  const { id } = useCurrentUser()
  return timers.filter(({ userId }) => userId !== id).map(({ userName }) => userName)
}

function Hint({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      {children}
    </Text>
  )
}

function Working({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const since = useSince()
  const { stop } = useTimerActions()
  return (
    <div className={`${classes.card} ${classes.working}`}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minInlineSize: 0 }}>
          <Text size="xs" c="dimmed">
            {t('atWork.running')}
          </Text>
          <Clock timer={timer} className={classes.clock ?? ''} />
          {timer.categoryName !== null && (
            <Text size="xs" c="dimmed" className="truncate" title={timer.categoryName} dir="auto">
              {timer.categoryName}
            </Text>
          )}
          <SubjectTags of={timer} />
          <Text size="xs" c="dimmed">
            {[
              t('atWork.since', { time: since(timer.startedAt) }),
              timer.state === 'paused' ? t('atWork.paused') : null,
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
          {t('atWork.stop')}
        </Button>
      </Group>
    </div>
  )
}

type ChooseWorkProps = Pick<AtWorkProps, 'name' | 'chosen' | 'about'> & { onClose: () => void }

function ChooseWork({ name, chosen, about, onClose }: ChooseWorkProps) {
  const { t } = useTranslation('timer')
  const { severalTimers } = useOrganisation()
  const [choice, setChoice] = useState<SubjectChoice>({ ...NOTHING_CHOSEN, ...chosen })
  const [error, setError] = useState<AppError | null>(null)
  const running = useTimerState()?.timers.find((timer) => timer.state !== 'stopped')
  const start = useCommand('timer.start', { errors: 'return' })
  const form = useEscape<HTMLFormElement>(onClose)
  const field = useRef<HTMLInputElement>(null)
  // It takes the place of the button that was pressed, and with it the focus.
  useEffect(() => field.current?.focus(), [])
  const [tried, setTried] = useState(false)
  const { rules } = useAppState()
  const submit = async () => {
    setTried(true)
    if (missingIn(choice, rules).some((part) => !about.includes(part))) return
    const reply = await start.run({
      ...subjectArgs(choice),
      ...(running !== undefined && !severalTimers && { switch: true }),
    })
    if (!reply.ok) return setError(reply.error)
    showDone(t('atWork.started', { name }))
    onClose()
  }
  const nameOf = useSessionName()
  return (
    <SubmitForm
      ref={form}
      className={classes.card}
      aria-label={t('atWork.start')}
      onSubmit={() => void submit()}
    >
      <Stack gap="sm">
        <Text size="sm" lineClamp={2} title={name}>
          {t('atWork.choose', { name })}
        </Text>
        <SubjectFields
          value={choice}
          onChange={(next) => {
            setChoice(next)
            setError(null)
          }}
          about={about}
          only="first"
          showMissing={tried}
          labels={{ category: t('atWork.category') }}
          firstInput={field}
        />
        {running !== undefined && (
          <Hint>
            {t(severalTimers ? 'atWork.otherRunsParallel' : 'atWork.otherRuns', { what: nameOf(running) })}
          </Hint>
        )}
        <Refusal error={error} onClose={() => setError(null)} onRetry={() => void submit()} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('atWork.cancel')}
          </Button>
          <Button type="submit" className={classes.start ?? ''} loading={start.pending}>
            {t('atWork.submit')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
