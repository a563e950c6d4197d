// Shows a refusal as a notice that stays until it is read; forms show the same content beside their fields.
import { notifications } from '@mantine/notifications'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from './ErrorView.tsx'

export function showError(error: AppError): void {
  const id = `error-${error.code}`
  // The same refusal twice is one notice, brought up again.
  notifications.hide(id)
  notifications.show({
    id,
    color: 'red',
    withBorder: true,
    autoClose: (error.details?.timers?.length ?? 0) > 0 ? false : 12_000,
    message: <ErrorView error={error} onSettled={() => notifications.hide(id)} />,
  })
}
