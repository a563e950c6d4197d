// Says why the application's state cannot be had (a damaged or newer database, a lost host), and offers to try again.
import { Button, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/contract/errors.ts'
import { errorSentence } from '../text/errorSentence.ts'

export function CannotOpen({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  const { t, i18n } = useTranslation('common')
  return (
    <Stack p="xl" gap="md" maw={640} role="alert" align="flex-start">
      <Title order={1}>{t('appName')}</Title>
      <Text>{errorSentence(error, i18n.language)}</Text>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </Stack>
  )
}
