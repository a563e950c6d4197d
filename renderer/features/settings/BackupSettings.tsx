// The section of backups: what there is, one more at once, and how to bring one back.
import { Badge, Button, Group, List, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Check, DatabaseBackup } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/organisation.ts'
import { BACKUP_REASONS } from '../../../shared/contract/organisation.ts'
import { useAppState, usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { showDone } from '../../ui/feedback/showDone.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './settings.module.css'
import { Row, Section } from './settingsSearch.tsx'

const STEPS = ['s1', 's2', 's3', 's4', 's5'] as const

export function BackupSettings() {
  const { t } = useTranslation('settings')
  const permitted = usePermitted()
  const { storage } = useAppState()
  const client = useQueryClient()
  const backups = useRequest('backup.list', {})
  const create = useCommand('backup.create')
  const createNow = async () => {
    const reply = await create.run({})
    if (reply.ok) showDone(reply.value.verified ? t('backups.created') : t('backups.createdUnverified'))
    // A backup changes nothing of the record, so no event says that the list grew.
    await client.invalidateQueries({ queryKey: ['backup.list'] })
  }
  return (
    <Section id="backups" title={t('section.backups')} lead={t('lead.backups')}>
      <Row
        label={t('backups.list')}
        control={
          permitted('backup.create') && (
            <Button
              variant="default"
              leftSection={<DatabaseBackup size={16} />}
              loading={create.pending}
              onClick={() => void createNow()}
            >
              {t('backups.create')}
            </Button>
          )
        }
      >
        <Loaded query={backups} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('backups.emptyTitle')} text={t('backups.emptyText')} />
            ) : (
              <BackupTable rows={rows} />
            )
          }
        </Loaded>
      </Row>
      <Row label={t('backups.restoreTitle')}>
        <List type="ordered" size="sm" mt="xs">
          {STEPS.map((step) => (
            <List.Item key={step} style={{ overflowWrap: 'anywhere' }}>
              {t(`backups.restoreStep.${step}`, { folder: storage.dataFolder })}
            </List.Item>
          ))}
        </List>
      </Row>
    </Section>
  )
}

function BackupTable({ rows }: { rows: readonly BackupView[] }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const label = (name: string) => {
    const reason = BACKUP_REASONS.find((each) => each === name)
    return reason === undefined ? name : t(`backups.labels.${reason}`)
  }
  return (
    <PlainTable>
      <thead>
        <tr>
          <th scope="col">{t('backups.when')}</th>
          <th scope="col">{t('backups.label')}</th>
          <th scope="col" data-end>
            {t('backups.size')}
          </th>
          <th scope="col">{t('backups.file')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((backup) => (
          <tr key={backup.file}>
            <th scope="row" className="num">
              {format.dateTime(backup.at)}
            </th>
            <td>
              <Group gap={6} wrap="nowrap">
                {label(backup.label)}
                <Badge
                  size="sm"
                  variant="light"
                  {...(backup.verified ? { className: classes.sound ?? '' } : { color: 'orange' })}
                  tt="none"
                  leftSection={backup.verified ? <Check size={10} /> : undefined}
                >
                  {backup.verified ? t('backups.verified') : t('backups.unverified')}
                </Badge>
              </Group>
            </td>
            <td data-end className="num">
              {sizeText(backup.bytes, format.locale)}
            </td>
            <td style={{ maxInlineSize: 260 }}>
              <Text size="xs" c="dimmed" className="truncate" title={backup.file}>
                {backup.file.split(/[\\/]/).at(-1)}
              </Text>
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}

function sizeText(bytes: number, locale: string): string {
  const mega = bytes >= 1_000_000
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(bytes / (mega ? 1_000_000 : 1000))
}
