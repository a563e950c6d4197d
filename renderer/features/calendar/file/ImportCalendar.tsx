// A calendar's file is chosen, shown as what would become of it, and brought in as one change (J2, J5).
import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '../../../../shared/contract/calendarFile.ts'
import { IMPORT_STATES } from '../../../../shared/contract/calendarFile.ts'
import { importState } from '../../../../shared/text/calendarFile.ts'
import { FileChooser } from '../../../ui/FileChooser.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Refusal } from '../../../ui/feedback/Refusal.tsx'
import { DryRun } from './DryRun.tsx'
import { useCalendarFile } from './useCalendarFile.ts'
import type { CalendarFile } from './useCalendarFile.ts'

/** '3 New · 1 Refused', in the order in which they matter. */
function useSummary(): (counts: ImportCounts) => string {
  const { i18n } = useTranslation()
  return (counts) =>
    IMPORT_STATES.filter((state) => counts[state] > 0)
      .map((state) => `${counts[state]} ${importState(state, i18n.language)}`)
      .join(' · ')
}

export function ImportCalendar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('calendarFile')
  const summary = useSummary()
  const file = useCalendarFile(({ counts }) => t('done', { summary: summary(counts) }))
  const { report, reading } = file
  const count = report === null ? 0 : report.counts.new + report.counts.changed + report.counts.cancelled
  const run = async () => {
    if (await file.run()) onClose()
  }
  const leave = () => {
    file.stop()
    onClose()
  }
  return (
    <Dialog
      onClose={leave}
      title={t('importTitle')}
      size={860}
      closeOnClickOutside={false}
      closeLabel={t('cancel')}
    >
      <Stack gap="md">
        {report === null && <Text size="sm">{t('importText')}</Text>}
        <div role="status">
          {reading !== null ? (
            <Group gap="sm">
              <Loader size="sm" />
              <Text size="sm">{t('reading', { name: reading })}</Text>
            </Group>
          ) : (
            report !== null && (
              <Text size="sm" fw={600}>
                {t('read', { name: file.name, summary: summary(report.counts) })}
              </Text>
            )
          )}
        </div>
        <Refusal error={file.error} onClose={file.clearError} />
        {report !== null && <Zones file={file} names={report.unknownZones} />}
        {report !== null && <DryRun report={report} />}
        <Group justify="space-between">
          <FileChooser accept=".ics,text/calendar" onChoose={(chosen) => void file.choose(chosen)}>
            {(props) => (
              <Button
                {...props}
                variant={report === null ? 'filled' : 'default'}
                disabled={file.importing}
                data-autofocus
              >
                {report === null ? t('choose') : t('another')}
              </Button>
            )}
          </FileChooser>
          <Group>
            {reading !== null ? (
              <Button variant="default" onClick={file.stop}>
                {t('stop')}
              </Button>
            ) : (
              <Button variant="default" onClick={leave} disabled={file.importing}>
                {t('cancel')}
              </Button>
            )}
            {report !== null &&
              (count > 0 ? (
                <Button loading={file.importing} disabled={reading !== null} onClick={() => void run()}>
                  {t('run', { count })}
                </Button>
              ) : (
                <Text size="sm">{t('nothing')}</Text>
              ))}
          </Group>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** Zones that only the file knows are asked for by name; those that were answered can be answered otherwise. */
function Zones({ file, names }: { file: CalendarFile; names: readonly string[] }) {
  const { t } = useTranslation('calendarFile')
  const known = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const all = [...Object.keys(file.zones), ...names.filter((name) => !Object.hasOwn(file.zones, name))]
  if (all.length === 0) return null
  return (
    <Stack gap="xs" role="group" aria-label={t('zones')}>
      <Text size="sm">{t('zones')}</Text>
      {all.slice(0, 20).map((name) => (
        <Select
          key={name}
          label={t('zone', { name })}
          data={known}
          value={file.zones[name] ?? null}
          searchable
          limit={50}
          onChange={(zone) => zone !== null && void file.setZone(name, zone)}
        />
      ))}
    </Stack>
  )
}
