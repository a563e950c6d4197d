// In place of what could not be fetched: says so, and loads the page anew once there is a connection.
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppEvent } from '../../channel/ChannelProvider.tsx'
import { reloadIfAnswered } from './unfetched.ts'

export function UnfetchedPage() {
  const { t } = useTranslation('common')
  const [asking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    await reloadIfAnswered()
    setAsking(false)
  }
  useAppEvent((event) => {
    // Not the first one of a page that has just been loaded: it would be loaded over and over.
    if (event.type === 'connection' && event.again === true) void ask()
  })
  return (
    <Stack p="xl" gap="md" maw={760} role="alert">
      <Title order={1}>{t('error.unfetchedTitle')}</Title>
      <Text>{t('error.unfetchedBody')}</Text>
      <Group gap="sm">
        <Button loading={asking} onClick={() => void ask()}>
          {t('retry')}
        </Button>
      </Group>
    </Stack>
  )
}
