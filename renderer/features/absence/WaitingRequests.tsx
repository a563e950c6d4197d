// Requests of any year, for those who decide; an employee sees what of their own waits in the year's list.
import { Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { AbsenceTable } from './AbsenceTable.tsx'
import { useAbsenceWords } from './absenceWords.ts'
import { RejectDialog } from './RejectDialog.tsx'

export function WaitingRequests({ onOpen }: { onOpen: (absence: AbsenceView) => void }) {
  const { t } = useTranslation('absence')
  const permitted = usePermitted()
  const words = useAbsenceWords()
  const decides = permitted('absence.approve')
  const requests = useRequest('absence.list', { status: 'requested' }, { enabled: decides })
  const approve = useCommand('absence.approve', { undo: t('approved') })
  const [rejecting, setRejecting] = useState<AbsenceView | null>(null)
  const rows = requests.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section aria-label={t('waiting')}>
      <Title order={2} size="h5" mb={6}>
        {t('waiting')}
      </Title>
      <AbsenceTable
        rows={rows}
        withPerson
        words={words}
        onOpen={onOpen}
        actions={(row) => (
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-sm"
              aria-label={t('approveOf', { what: words.spoken(row) })}
              onClick={() => void approve.run({ absenceId: row.id })}
            >
              {t('approve')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('rejectOf', { what: words.spoken(row) })}
              onClick={() => setRejecting(row)}
            >
              {t('reject')}
            </Button>
          </Group>
        )}
      />
      {rejecting !== null && <RejectDialog absence={rejecting} onClose={() => setRejecting(null)} />}
    </section>
  )
}
