// The dialog that adds a customer; a refused one keeps what was typed and says why.
import { Button, Group, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import { CustomerStatus } from '../../../shared/entities/customer.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'

const TEXTS = ['code', 'contactPerson', 'email', 'phone'] as const
type Draft = Record<(typeof TEXTS)[number] | 'name' | 'address' | 'notes', string> & {
  status: CustomerStatus
}

export type AddCustomerProps = { name: string; onClose: () => void; onAdded: (customerId: string) => void }

export function AddCustomer({ name, onClose, onAdded }: AddCustomerProps) {
  const { t } = useTranslation('customers')
  const [draft, setDraft] = useState<Draft>({
    name,
    code: '',
    contactPerson: '',
    email: '',
    phone: '',
    address: '',
    notes: '',
    status: 'Active',
  })
  const [error, setError] = useState<AppError | null>(null)
  const [nameless, setNameless] = useState(false)
  const add = useCommand('customer.add', { errors: 'return', undo: t('added', { name: draft.name.trim() }) })
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const submit = async () => {
    if (draft.name.trim() === '') return setNameless(true)
    const reply = await add.run(draft)
    if (!reply.ok) return setError(reply.error)
    onClose()
    onAdded(reply.value.customerId)
  }
  return (
    <Dialog onClose={onClose} title={t('form.addTitle')} size="lg" closeLabel={t('form.cancel')}>
      <SubmitForm onSubmit={() => void submit()}>
        <Stack gap="sm">
          <TextInput
            label={t('form.name')}
            value={draft.name}
            maxLength={200}
            required
            data-autofocus
            error={nameless && draft.name.trim() === '' ? t('form.nameRequired') : null}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Group grow gap="sm" align="flex-start">
            <TextInput
              label={t('form.code')}
              placeholder={t('form.codeHint')}
              value={draft.code}
              maxLength={500}
              onChange={(event) => set({ code: event.currentTarget.value })}
            />
            <Select
              label={t('form.status')}
              data={CustomerStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
              value={draft.status}
              allowDeselect={false}
              onChange={(value) => set({ status: CustomerStatus.parse(value) })}
            />
          </Group>
          <Group grow gap="sm">
            <TextInput
              label={t('form.contactPerson')}
              value={draft.contactPerson}
              maxLength={500}
              onChange={(event) => set({ contactPerson: event.currentTarget.value })}
            />
            <TextInput
              label={t('form.phone')}
              type="tel"
              value={draft.phone}
              maxLength={500}
              onChange={(event) => set({ phone: event.currentTarget.value })}
            />
          </Group>
          <TextInput
            label={t('form.email')}
            type="email"
            value={draft.email}
            maxLength={500}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <Textarea
            label={t('form.address')}
            autosize
            minRows={2}
            maxRows={5}
            value={draft.address}
            maxLength={10_000}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <Refusal error={error} onClose={() => setError(null)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={add.pending}>
              {t('form.submit')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
