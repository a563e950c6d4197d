// A text field that saves itself when it is left or Enter is pressed; a refused text stays, with the reason below.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from '../feedback/ErrorView.tsx'

export type SavedTextProps = {
  id?: string
  label: string
  value: string
  maxLength: number
  /** Said instead of saving an empty text; absent: empty is fine. */
  emptyError?: string
  onSave: (text: string) => Promise<AppError | null>
  /** It was left without a change, or Esc was pressed. */
  onCancel?: () => void
  withLabel?: boolean
  width?: number | string
  type?: 'text' | 'email'
}

export function SavedText({
  id,
  label,
  value,
  maxLength,
  emptyError,
  onSave,
  onCancel,
  withLabel = false,
  width = 300,
  type = 'text',
}: SavedTextProps) {
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const empty = emptyError !== undefined && text !== null && text.trim() === ''
  const cancel = () => {
    setText(null)
    setError(null)
    onCancel?.()
  }
  const save = async () => {
    if (empty) return
    if (text === null || text.trim() === value) {
      cancel()
      return
    }
    const refusal = await onSave(text)
    setError(refusal)
    // What has been typed since is of another change, and stays.
    if (refusal === null) setText((now) => (now === text ? null : now))
  }
  return (
    <TextInput
      {...(id !== undefined && { id })}
      label={withLabel ? label : undefined}
      aria-label={label}
      type={type}
      value={text ?? value}
      maxLength={maxLength}
      dir="auto"
      error={empty ? emptyError : error === null ? null : <ErrorView error={error} />}
      w={width}
      maw="100%"
      onChange={(event) => {
        setText(event.currentTarget.value)
        setError(null)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') cancel()
      }}
      // Esc gives the text up and must not close the dialog around it.
      data-mantine-stop-propagation={text !== null || onCancel !== undefined}
      autoFocus={onCancel !== undefined}
    />
  )
}
