// The line that adds things by their names, one after the other, above their list.
import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { ErrorView } from '../feedback/ErrorView.tsx'
import { SubmitForm } from '../fields/SubmitForm.tsx'

export type AddNameProps = {
  label: string
  placeholder: string
  onAdd: (name: string) => Promise<Reply<unknown>>
  onClose: () => void
}

export function AddName({ label, placeholder, onAdd, onClose }: AddNameProps) {
  const { t } = useTranslation('common')
  const [name, setName] = useState('')
  const [nameless, setNameless] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const submit = async () => {
    if (name.trim() === '') return setNameless(true)
    // Lists are often typed in one go: the field is ready for the next at once, and what was refused comes back to it.
    setName('')
    setError(null)
    const reply = await onAdd(name)
    if (reply.ok) return
    setName((now) => (now === '' ? name : now))
    setError(reply.error)
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label={label}
          placeholder={placeholder}
          value={name}
          maxLength={200}
          autoFocus
          style={{ flex: 1 }}
          error={error !== null ? <ErrorView error={error} /> : nameless ? t('list.nameRequired') : null}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setNameless(false)
            setError(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
          data-mantine-stop-propagation
        />
        {/* Never off while one is saved: an Enter on the next would do nothing then, and its name be lost. */}
        <Button type="submit">{t('add')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </SubmitForm>
  )
}
