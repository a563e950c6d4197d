// The code with which a browser lets this device in, until it has, or until the code is over.
import { Anchor, Button, Code, Group, Loader, Stack, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { BrowserJoin } from '../../../shared/contract/team.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { useFormat } from '../../ui/figures/format.ts'

type GrantProps = BrowserJoin & { onJoined: () => void; onClose: () => void }

export function BrowserGrant({ userCode, url, expiresAt, everyMs, onJoined, onClose }: GrantProps) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const [error, setError] = useState<AppError | null>(null)
  const { run } = useCommand('team.askBrowser', { errors: 'return' })
  const joined = useEffectEvent(() => {
    showDone(t('joined'))
    onJoined()
  })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const reply = await run({})
      if (gone) return
      if (!reply.ok && reply.error.code !== 'team.offline') setError(reply.error)
      else if (reply.ok && reply.value.joined) joined()
      else timer = setTimeout(() => void ask(), everyMs)
    }
    timer = setTimeout(() => void ask(), everyMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [run, everyMs])
  const page = `${url}?code=${userCode.replaceAll('-', '')}`
  return (
    <Dialog title={t('signIn.browserTitle')} onClose={onClose} closeLabel={t('cancel')}>
      <Stack gap="sm">
        <Text size="sm">{t('signIn.browserText', { until: format.time(expiresAt) })}</Text>
        <Code block dir="ltr" fz="lg" ta="center">
          {userCode}
        </Code>
        <Text size="sm">
          <Anchor href={page} target="_blank" rel="noreferrer" dir="ltr" data-autofocus>
            {url}
          </Anchor>
        </Text>
        {error === null ? (
          <Group gap="sm" role="status">
            <Loader size="sm" />
            <Text size="sm">{t('signIn.browserWaits')}</Text>
          </Group>
        ) : (
          <Refusal error={error} onClose={onClose} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button component="a" href={page} target="_blank" rel="noreferrer">
            {t('signIn.browserOpen')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
