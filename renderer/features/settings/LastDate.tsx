// The last day of a user who leaves: nothing is expected afterwards, and pay is by calendar days (I5).
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../shared/contract/directory.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { useDraft } from '../../ui/fields/useDraft.ts'
import { useDateRefusal } from '../../ui/feedback/dateRefusal.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'

export function LastDate({ user }: { user: UserView }) {
  const { t } = useTranslation('settings')
  const [date, setDate] = useDraft(user.lastDate)
  const [error, setError] = useState<AppError | null>(null)
  const refused = useDateRefusal(error)
  const edit = useCommand('user.edit', { errors: 'return', undo: t('users.lastDateSaved') })
  const save = async () => {
    if (date === user.lastDate) return
    const reply = await edit.run({ userId: user.id, lastDate: date })
    setError(reply.ok ? null : reply.error)
  }
  return (
    <SubmitForm onSubmit={save}>
      <Group gap="sm" align="flex-end">
        <DateField
          label={t('users.lastDate')}
          value={date}
          onChange={(next) => {
            setDate(next)
            setError(null)
          }}
          error={refused.date}
        />
        {date !== user.lastDate && (
          <Button type="submit" variant="default" loading={edit.pending}>
            {t('save')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('users.lastDateHint')}
      </Text>
      <Refusal error={refused.rest} onClose={() => setError(null)} onRetry={() => void save()} />
    </SubmitForm>
  )
}
