// One absence, new or there already: its form for whoever may change it, else what it says and why it stays.
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import { useOrganisation } from '../../channel/AppState.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { AbsenceForm } from './AbsenceForm.tsx'
import { useAbsenceWords } from './absenceWords.ts'
import { RejectForm } from './RejectDialog.tsx'

/** null: it is not there, or not in this year. */
export type AbsenceDialogProps = { absence: AbsenceView | 'new' | null; onClose: () => void }

export function AbsenceDialog({ absence, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('absence')
  const [rejecting, setRejecting] = useState(false)
  return (
    <Dialog
      title={rejecting ? t('rejectTitle') : t('edit')}
      onClose={onClose}
      size={520}
      closeOnClickOutside={false}
    >
      {rejecting && absence !== null && absence !== 'new' ? (
        <RejectForm absence={absence} onClose={onClose} onCancel={() => setRejecting(false)} />
      ) : absence === null ? (
        <Text size="sm">{t('gone')}</Text>
      ) : absence === 'new' || absence.mayEdit ? (
        <AbsenceForm
          absence={absence === 'new' ? null : absence}
          onClose={onClose}
          onReject={() => setRejecting(true)}
        />
      ) : (
        <Fixed absence={absence} />
      )}
    </Dialog>
  )
}

function Fixed({ absence }: { absence: AbsenceView }) {
  const { t } = useTranslation('absence')
  const words = useAbsenceWords()
  const { closedThrough } = useOrganisation()
  const closed = absence.lastDay <= (closedThrough ?? '')
  const lines = [
    [t('column.person'), absence.userName],
    [t('column.kind'), words.kind(absence)],
    [t('column.when'), words.when(absence)],
    [t('column.amount'), words.amount(absence)],
    [t('column.status'), words.status(absence)],
    [t('note'), absence.note],
    [t('reason'), absence.reason],
  ].filter(([, value]) => value !== '')
  return (
    <Stack gap="sm">
      <dl style={{ margin: 0 }}>
        {lines.map(([label, value]) => (
          <Group key={label} gap="sm" wrap="nowrap" align="baseline">
            <Text component="dt" size="sm" c="dimmed" w={120} style={{ flex: 'none' }}>
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              <bdi>{value}</bdi>
            </Text>
          </Group>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {closed ? t('closed') : absence.kindId === null ? '' : t('fixed')}
      </Text>
    </Stack>
  )
}
