// From which day on time is expected of a user who has no contract (B36, B48).
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useDraft } from '../../ui/fields/useDraft.ts'

export function StartDate({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const [date, setDate] = useDraft(user.startDate)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const edit = useCommand('user.edit', { errors: 'return', undo: t('contract.startDateSaved') })
  const changed = date !== null && date !== user.startDate
  const save = async () => {
    if (!changed) return
    const reply = await edit.run({ userId: user.id, startDate: date })
    setError(reply.ok ? null : reply.error)
  }
  return (
    <SubmitForm onSubmit={save}>
      <Group gap="sm" align="flex-end">
        <DateField
          label={t('contract.startDate')}
          value={date}
          onChange={(day) => {
            setDate(day)
            setError(null)
          }}
          required
          error={refused.date}
        />
        {changed && (
          <Button type="submit" variant="default" loading={edit.pending}>
            {t('save')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('contract.startDateHint')}
      </Text>
      <Refusal error={refused.rest} onClose={() => setError(null)} onRetry={() => void save()} />
    </SubmitForm>
  )
}
