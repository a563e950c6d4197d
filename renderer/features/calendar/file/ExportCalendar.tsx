// Which days of whose calendar are written to a file.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../../shared/base/localDate.ts'
import { useAppState, useCurrentUser } from '../../../channel/AppState.tsx'
import { useRequest } from '../../../channel/useRequest.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { SubmitForm } from '../../../ui/fields/SubmitForm.tsx'
import { useExport } from '../../export/useExport.tsx'
import type { Shown } from './FileMenu.tsx'

export function ExportCalendar({ onClose, ...shown }: Shown & { onClose: () => void }) {
  const { t } = useTranslation('calendarFile')
  const { team } = useAppState()
  const me = useCurrentUser()
  const users = useRequest('user.list', { activeOnly: true })
  const { start, pending } = useExport()
  // An employee has their own as a file, whosever they look at.
  const mayChoose = team && me.role !== 'employee'
  const [userId, setUserId] = useState(mayChoose ? shown.userId : me.id)
  const [from, setFrom] = useState<LocalDate | null>(shown.from)
  const [to, setTo] = useState<LocalDate | null>(shown.to)
  const wrong = from !== null && to !== null && from > to
  const write = async () => {
    if (from === null || to === null || wrong) return
    await start({ kind: 'calendar', userId, from, to })
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('exportTitle')} size={480} closeLabel={t('cancel')}>
      <SubmitForm onSubmit={() => void write()}>
        <Stack gap="md">
          <Text size="sm">{t('exportText')}</Text>
          <Group align="flex-start">
            <DateField label={t('from')} value={from} onChange={setFrom} required />
            <DateField
              label={t('to')}
              value={to}
              onChange={setTo}
              required
              error={wrong ? t('emptyRange') : undefined}
            />
          </Group>
          {mayChoose && (
            <Select
              label={t('person')}
              data={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={userId}
              searchable
              allowDeselect={false}
              onChange={(id) => setUserId(id ?? me.id)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('write')}
            </Button>
          </Group>
        </Stack>
      </SubmitForm>
    </Dialog>
  )
}
