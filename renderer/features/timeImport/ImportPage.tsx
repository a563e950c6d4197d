// Time from another tool: its files are chosen, read as they say or as the person says, shown row by row, and brought in as one change.
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TimeImportReport } from '../../../shared/contract/timeImport.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useUndo } from '../../ui/feedback/useUndo.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { Page } from '../../ui/Page.tsx'
import { DryRunRows } from './DryRunRows.tsx'
import { HowRead } from './HowRead.tsx'
import classes from './timeImport.module.css'
import type { TimeImportState } from './useTimeImport.ts'
import { useTimeImport } from './useTimeImport.ts'

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.json,.xml,.zip'

export function ImportPage() {
  const { t } = useTranslation('timeImport')
  const format = useFormat()
  const said = ({ counts, sums }: TimeImportReport): string =>
    t('done', { count: counts.new, time: format.duration(sums.new) })
  const state = useTimeImport(said, t('usual'))
  const { report, work, done } = state
  return (
    <Page title={t('title')}>
      <Stack gap="md" className={classes.page ?? ''}>
        {done === null && (
          <>
            {report === null && (
              <>
                <Text>{t('intro')}</Text>
                <Text c="dimmed">{t('understood')}</Text>
              </>
            )}
            <Group>
              <FileButton
                accept={ACCEPT}
                multiple
                onChange={(files) => void state.choose(files)}
                key={state.checks}
              >
                {(props) => (
                  <Button
                    {...props}
                    leftSection={<FileUp size={16} aria-hidden />}
                    variant={report === null ? 'filled' : 'default'}
                    disabled={work !== null}
                    data-autofocus
                  >
                    {report === null ? t('choose') : t('another')}
                  </Button>
                )}
              </FileButton>
              {report !== null && (
                <Text fw={600}>{t('files', { count: rowsIn(report), name: namesIn(report, t) })}</Text>
              )}
            </Group>
            <Working state={state} />
            <Refusal error={state.error} onClose={state.clearError} />
            {report !== null && <HowRead key={report.importId} state={state} report={report} />}
            {report !== null && report.needs.length === 0 && <Decided state={state} report={report} />}
          </>
        )}
        {done !== null && <Done done={done} said={said(done.report)} onMore={state.reset} />}
      </Stack>
    </Page>
  )
}

const rowsIn = ({ files }: TimeImportReport): number => files.reduce((sum, { rows }) => sum + rows, 0)

function namesIn(
  { files }: TimeImportReport,
  t: (key: 'severalFiles', values: { count: number }) => string,
): string {
  const [first] = files
  return files.length === 1 && first !== undefined ? first.name : t('severalFiles', { count: files.length })
}

function Working({ state: { work, cancel } }: { state: TimeImportState }) {
  const { t } = useTranslation('timeImport')
  const format = useFormat()
  const known = work !== null && work.total > 0
  return (
    <div role="status">
      {work !== null && (
        <Stack gap={6}>
          <Group justify="space-between">
            <Text size="sm">
              {work.stage === 'upload' ? t('uploading', { name: work.name }) : t(`stage.${work.stage}`)}
              {known && work.stage !== 'upload' && work.stage !== 'read' && (
                <Text span c="dimmed" className="num">
                  {' '}
                  {t('rowsDone', { done: format.number(work.done), total: format.number(work.total) })}
                </Text>
              )}
            </Text>
            <Button size="compact-sm" variant="default" onClick={cancel}>
              {t('stop')}
            </Button>
          </Group>
          <Progress
            value={known ? (100 * work.done) / work.total : 100}
            animated={!known}
            size="sm"
            aria-label={
              work.stage === 'upload' ? t('uploading', { name: work.name }) : t(`stage.${work.stage}`)
            }
          />
        </Stack>
      )}
    </div>
  )
}

function Decided({ state, report }: { state: TimeImportState; report: TimeImportReport }) {
  const { t } = useTranslation('timeImport')
  const { counts } = report
  return (
    <>
      <DryRunRows key={state.checks} report={report} />
      <Group justify="flex-end">
        {counts.new === 0 ? (
          <Text>{t('nothing')}</Text>
        ) : (
          <Button disabled={state.work !== null} onClick={() => void state.run()}>
            {t('run', { count: counts.new })}
          </Button>
        )}
      </Group>
    </>
  )
}

type DoneProps = { done: NonNullable<TimeImportState['done']>; said: string; onMore: () => void }

function Done({ done: { report, commitId }, said, onMore }: DoneProps) {
  const { t } = useTranslation('timeImport')
  const { counts } = report
  const undo = useUndo()
  // It may be taken back anywhere: here, by its notice, in the history, or at the command line.
  const change = useRequest('change.get', { commitId: commitId ?? '' }, { enabled: commitId !== null })
  const isTakenBack = change.data !== undefined && change.data.undoneBy !== null
  const imported = isTakenBack ? t('takenBack') : said
  return (
    <Alert
      color={isTakenBack ? 'gray' : 'green'}
      variant="light"
      title={isTakenBack ? undefined : t('doneTitle')}
    >
      <Stack gap="sm" align="flex-start">
        <Text>{counts.new === 0 ? t('doneNothing') : imported}</Text>
        {!isTakenBack && counts.refused > 0 && <Text>{t('refusedLeft', { count: counts.refused })}</Text>}
        {!isTakenBack && <Text size="sm">{t('doneText')}</Text>}
        <Group>
          {!isTakenBack && (
            <Button component={Link} href="/diary">
              {t('toDiary')}
            </Button>
          )}
          {!isTakenBack && commitId !== null && (
            <Button variant="default" loading={undo.pending} onClick={() => void undo.takeBack(commitId)}>
              {t('takeBack')}
            </Button>
          )}
          <Button component={Link} href="/history" variant="default">
            {t('toHistory')}
          </Button>
          <Button variant="default" onClick={onMore}>
            {t('importMore')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
