// A refusal beside what was refused: the sentence, the timers in the way, the ways out, and the change once more.
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/contract/errors.ts'
import { ErrorView } from './ErrorView.tsx'

export type RefusalProps = {
  error: AppError | null
  onClose: () => void
  /** Tries the refused change once more, for instance after the timer in the way was stopped. */
  onRetry?: () => void
}

export function Refusal({ error, onClose, onRetry }: RefusalProps) {
  const { t } = useTranslation('common')
  if (error === null) return null
  return (
    <Alert color="red" variant="light" p="sm" withCloseButton closeButtonLabel={t('close')} onClose={onClose}>
      <Stack gap="xs" align="flex-start">
        <ErrorView error={error} />
        {onRetry !== undefined && (error.details?.timers?.length ?? 0) > 0 && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}
