// What the dialogs of an invoice have alike: fields, what was refused, and one button.
import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

type FrameProps = {
  title: string
  submit: string
  pending: boolean
  error: AppError | null
  /** For the field that the refusal is about, whose `aria-errormessage` it is. */
  refusalId?: string
  onSubmit: () => void | Promise<void>
  onClearError: () => void
  onClose: () => void
  children: ReactNode
}

export function Frame({
  title,
  submit,
  pending,
  error,
  refusalId,
  onSubmit,
  onClearError,
  onClose,
  children,
}: FrameProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <SubmitForm onSubmit={onSubmit}>
        <Stack gap="sm">
          {children}
          <Refusal {...(refusalId !== undefined && { id: refusalId })} error={error} onClose={onClearError} />
          <Group justify="flex-end">
            <Button type="submit" loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
