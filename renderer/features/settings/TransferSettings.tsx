// The section of what comes from elsewhere and leaves again.
import { Button } from '@mantine/core'
import { FileArchive, FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCurrentUser } from '../../channel/AppState.tsx'
import { useExport } from '../export/useExport.tsx'
import { Row, Section } from './settingsSearch.tsx'

export function TransferSettings() {
  const { t } = useTranslation('settings')
  const { role } = useCurrentUser()
  const { start, pending } = useExport()
  return (
    <Section id="transfer" title={t('section.transfer')} lead={t('lead.transfer')}>
      <Row
        label={t('transfer.import')}
        hint={t('transfer.importHint')}
        words={[
          'Toggl',
          'Clockify',
          'Harvest',
          'Kimai',
          'timewarrior',
          'Hamster',
          'solidtime',
          'CSV',
          'Excel',
        ]}
        control={
          <Button
            component={Link}
            href="/import"
            variant="default"
            leftSection={<FileUp size={16} aria-hidden />}
          >
            {t('transfer.importOpen')}
          </Button>
        }
      />
      {role === 'administrator' && (
        <Row
          label={t('transfer.everything')}
          hint={t('transfer.everythingHint')}
          words={['JSON', 'CSV', 'ZIP']}
          control={
            <Button
              variant="default"
              leftSection={<FileArchive size={16} aria-hidden />}
              loading={pending}
              onClick={() => void start({ kind: 'everything' })}
            >
              {t('transfer.everythingStart')}
            </Button>
          }
        />
      )}
    </Section>
  )
}
