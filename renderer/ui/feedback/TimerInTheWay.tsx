// A timer that stands in the way, with the ways out: stop it, or ask its user (spec C).
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerRef } from '../../../shared/contract/errors.ts'
import { useCurrentUser, usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../figures/format.ts'
import { useSessionName } from '../figures/sessionName.ts'
import { useCopy } from './useCopy.ts'

export type TimerInTheWayProps = {
  timer: TimerRef
  onSettled?: (() => void) | undefined
  /** Stands beside the others. */
  wayOut?: ReactNode
}

export function TimerInTheWay({ timer, onSettled, wayOut }: TimerInTheWayProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const permitted = usePermitted()
  const me = useCurrentUser()
  const copy = useCopy()
  const [gone, setGone] = useState(false)
  const mine = timer.userId === me.id
  // Employees stop only their own; the way out of another's is to ask.
  const mayStop = permitted('timer.stop') && timer.state !== 'stopped' && (mine || me.role !== 'employee')
  const stop = useCommand('timer.stop', { undo: t('error.timerStopped', { user: timer.userName }) })
  const what = useSessionName()(timer)
  const sentence = t(`error.timer.${timer.state}`, {
    user: timer.userName,
    what,
    since: format.dateTime(timer.startedAt),
  })
  const stopIt = async () => {
    const reply = await stop.run({ timerId: timer.timerId })
    if (!reply.ok) return
    setGone(true)
    onSettled?.()
  }
  const ask = () =>
    copy(
      t('error.askText', { what, since: format.dateTime(timer.startedAt) }),
      t('error.askCopied', { user: timer.userName }),
    )
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
