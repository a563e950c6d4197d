// How the form of a meeting or a task ends: why it was refused, what else can be done with what is there, and the two ways out.
import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'

export type FormEndProps = {
  /** What no field of the form says. */
  refused: AppError | null
  /** On the button that adds it; null: it is there already. */
  add: string | null
  pending: boolean
  onClose: () => void
  /** What can be done with one that is there. */
  children: ReactNode
}

export function FormEnd({ refused, add, pending, onClose, children }: FormEndProps) {
  const { t } = useTranslation('common')
  return (
    <>
      {refused !== null && (
        <Alert color="red" variant="light" p="xs">
          <ErrorView error={refused} />
        </Alert>
      )}
      <Group justify="space-between" gap="xs">
        <Group gap="xs">{children}</Group>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(add === null ? 'close' : 'cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {add ?? t('save')}
          </Button>
        </Group>
      </Group>
    </>
  )
}
