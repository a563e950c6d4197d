// A refusal in words: the sentence, the nearest names, and the timers in the way with the ways out (spec C).
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, TimerRef } from '../../shared/contract/errors.ts'
import { errorSentence } from '../../shared/text/errorText.ts'
import { useCurrentUser, usePermitted } from '../channel/AppState.tsx'
import { useCommand } from '../channel/useRequest.ts'
import { useFormat } from './format.ts'
import { IncidentHelp } from './IncidentHelp.tsx'
import { showDone } from './showUndo.tsx'

export type ErrorViewProps = {
  error: AppError
  onSettled?: () => void
  /** Stands beside the ways out of the last timer that is in the way. */
  wayOut?: ReactNode
}

export function ErrorView({ error, onSettled, wayOut }: ErrorViewProps) {
  const { t, i18n } = useTranslation('common')
  const timers = error.details?.timers ?? []
  const nearest = error.details?.nearest ?? []
  return (
    <Stack gap="xs" role="alert">
      <Text size="sm">{errorSentence(error, i18n.language)}</Text>
      {Object.entries(error.details?.fields ?? {}).map(([field, reason]) => (
        <Text key={field} size="sm" c="dimmed" dir="ltr">
          {field}: {reason}
        </Text>
      ))}
      {nearest.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('error.nearest', { names: nearest.join(', ') })}
        </Text>
      )}
      {timers.map((timer, index) => (
        <TimerInTheWay
          key={timer.timerId}
          timer={timer}
          onSettled={onSettled}
          wayOut={index === timers.length - 1 && wayOut}
        />
      ))}
      {error.incident !== undefined && <IncidentHelp incident={error.incident} details={error.code} />}
    </Stack>
  )
}

type TimerInTheWayProps = { timer: TimerRef; onSettled?: (() => void) | undefined; wayOut: ReactNode }

function TimerInTheWay({ timer, onSettled, wayOut }: TimerInTheWayProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const permitted = usePermitted()
  const me = useCurrentUser()
  const [gone, setGone] = useState(false)
  const mine = timer.userId === me.id
  // Employees stop only their own; the way out of another's is to ask.
  const mayStop = permitted('timer.stop') && timer.state !== 'stopped' && (mine || me.role !== 'employee')
  const stop = useCommand('timer.stop', { undo: t('error.timerStopped', { user: timer.userName }) })
  const what = [timer.customerName, timer.categoryName].filter((name) => name !== null).join(' · ')
  const sentence = t(`error.timer.${timer.state}`, {
    user: timer.userName,
    what: what === '' ? t('noCustomer') : what,
    since: format.dateTime(timer.startedAt),
  })
  const stopIt = async () => {
    const reply = await stop.run({ timerId: timer.timerId })
    if (!reply.ok) return
    setGone(true)
    onSettled?.()
  }
  const ask = async () => {
    await navigator.clipboard.writeText(t('error.askText', { what, since: format.dateTime(timer.startedAt) }))
    showDone(t('error.askCopied', { user: timer.userName }))
  }
  return (
    <Stack gap={4}>
      <Text size="sm" {...(gone && { td: 'line-through', c: 'dimmed' })}>
        {sentence}
      </Text>
      <Group gap="xs">
        {mayStop && !gone && (
          <Button
            size="compact-sm"
            color="red"
            variant="light"
            loading={stop.pending}
            onClick={() => void stopIt()}
          >
            {t('error.stopIt')}
          </Button>
        )}
        {!mine && !gone && (
          <Button size="compact-sm" variant="default" onClick={() => void ask()}>
            {t('error.ask', { user: timer.userName })}
          </Button>
        )}
        {wayOut}
      </Group>
    </Stack>
  )
}
