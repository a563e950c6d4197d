// The dialog that adds a user; with the second one, roles begin to matter and are explained.
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { Role } from '../../../shared/entities/user.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

export function AddUser({ onClose, onAdded }: { onClose: () => void; onAdded: (userId: string) => void }) {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const { team } = useAppState()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('employee')
  const [nameless, setNameless] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('user.add', { errors: 'return', undo: tc('list.added', { name: name.trim() }) })
  const submit = async () => {
    if (name.trim() === '') return setNameless(true)
    const reply = await add.run({ name, email, role })
    if (!reply.ok) return setError(reply.error)
    onClose()
    onAdded(reply.value.userId)
  }
  return (
    <Dialog onClose={onClose} title={t('users.addTitle')} closeLabel={t('cancel')}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          {!team && (
            <Alert variant="light" p="xs">
              {t('users.firstTeam')}
            </Alert>
          )}
          <TextInput
            label={t('users.name')}
            value={name}
            maxLength={200}
            required
            data-autofocus
            error={nameless && name.trim() === '' ? tc('list.nameRequired') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('users.email')}
            type="email"
            value={email}
            maxLength={500}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RoleSelect value={role} onChange={setRole} />
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={add.pending}>
              {t('users.add')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}

export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation('settings')
  return (
    <Select
      label={t('users.role')}
      description={t(`users.roleHint.${value}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={Role.options.map((role) => ({ value: role, label: t(`users.roles.${role}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => onChange(Role.parse(next))}
      maw={380}
    />
  )
}
