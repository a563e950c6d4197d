// What would become of each row of the files, page by page, with what it all comes to.
import { Button, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  MadeThing,
  RowState,
  TimeImportReport,
  TimeImportRow,
} from '../../../shared/contract/timeImport.ts'
import { MADE_NOUNS, ROW_STATES } from '../../../shared/contract/timeImport.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { rowStateWord } from '../../../shared/text/timeImport.ts'
import { useChannel } from '../../channel/ChannelProvider.tsx'
import { invoke } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { useNounWords } from './nounWords.ts'
import classes from './timeImport.module.css'

const STEP = 100

export function DryRunRows({ report }: { report: TimeImportReport }) {
  const { t, i18n } = useTranslation('timeImport')
  const format = useFormat()
  const words = useNounWords()
  const channel = useChannel()
  const { counts, sums, made, importId, files } = report
  const [state, setState] = useState<RowState | 'all'>(
    counts.refused > 0 && counts.new === 0 ? 'refused' : 'all',
  )
  const [rows, setRows] = useState<TimeImportRow[] | null>(null)
  const [total, setTotal] = useState(0)
  useEffect(() => {
    let wanted = true
    const first = async () => {
      const reply = await invoke(channel, 'import.rows', argsOf(importId, state, 0))
      if (!wanted || !reply.ok) return
      setRows(reply.value.rows)
      setTotal(reply.value.total)
    }
    void first()
    return () => void (wanted = false)
  }, [channel, importId, state])
  const more = async () => {
    const reply = await invoke(channel, 'import.rows', argsOf(importId, state, rows?.length ?? 0))
    if (reply.ok) setRows((before) => [...(before ?? []), ...reply.value.rows])
  }
  const things = MADE_NOUNS.filter((noun) => made.counts[noun] > 0).map((noun) =>
    words.counted(noun, made.counts[noun]),
  )
  const labelOf = (each: RowState) =>
    `${rowStateWord(each, i18n.language)} ${format.number(counts[each])} (${format.duration(sums[each])})`
  const head = useFocusOnMount<HTMLHeadingElement>(true)
  const all = ROW_STATES.reduce((sum, each) => sum + counts[each], 0)
  return (
    <Stack gap="xs">
      {/* Whoever pressed Check hears what came of it, and goes on from here. */}
      <Title
        ref={head}
        order={2}
        size="h4"
        tabIndex={-1}
        aria-description={ROW_STATES.map(labelOf).join(', ')}
      >
        {t('result')}
      </Title>
      <SegmentedControl
        aria-label={t('filter')}
        value={state}
        onChange={(next) => setState(next as RowState | 'all')}
        data={[
          { value: 'all', label: `${t('all')} ${format.number(all)}` },
          ...ROW_STATES.map((each) => ({ value: each, label: labelOf(each) })),
        ]}
        className={classes.states ?? ''}
      />
      {things.length > 0 && <Text size="sm">{t('made', { things: format.list(things) })}</Text>}
      {rows !== null && rows.length === 0 && <Text c="dimmed">{t('noRows')}</Text>}
      {rows !== null && rows.length > 0 && (
        // What is scrolled is reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('result')}>
          <PlainTable>
            <thead>
              <tr>
                <th scope="col" data-end>
                  {t('line')}
                </th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('when')}</th>
                <th scope="col" data-end>
                  {t('time')}
                </th>
                <th scope="col">{t('on')}</th>
                <th scope="col">{t('remarks')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.file} ${row.line}`} row={row} several={files.length > 1} />
              ))}
            </tbody>
          </PlainTable>
          {rows.length < total && (
            <Button variant="subtle" size="compact-sm" onClick={() => void more()}>
              {t('more', { count: Math.min(STEP, total - rows.length) })}
            </Button>
          )}
        </div>
      )}
    </Stack>
  )
}

const argsOf = (importId: string, state: RowState | 'all', offset: number) => ({
  importId,
  offset,
  limit: STEP,
  ...(state === 'all' ? {} : { state }),
})

function Row({ row, several }: { row: TimeImportRow; several: boolean }) {
  const { t, i18n } = useTranslation('timeImport')
  const format = useFormat()
  const words = useNounWords()
  const { state, startAt, endAt, workDate, durationMs, pauseMs, reason, made, note } = row
  const when =
    startAt === null
      ? workDate === null
        ? '–'
        : format.date(workDate)
      : `${format.dateTime(startAt)}${endAt === null ? '' : `–${format.time(endAt)}`}`
  const named = (things: readonly MadeThing[]) =>
    format.list(things.map(({ noun, name }) => `${words.one(noun)} ${name}`))
  const said = [
    ...(reason === null ? [] : [errorSentence(reason, i18n.language)]),
    ...(pauseMs > 0 ? [t('pause', { time: format.duration(pauseMs) })] : []),
    ...(made.length > 0 ? [t('makes', { things: named(made) })] : []),
  ]
  const on = [row.person, row.customer, row.project, row.category].filter((text) => text !== '')
  return (
    <tr data-state={state}>
      <td data-end className="num">
        {row.line}
        {several && <div className={classes.quiet}>{row.file}</div>}
      </td>
      <td className={classes.state}>{rowStateWord(state, i18n.language)}</td>
      <td className={`num ${classes.when ?? ''}`}>{when}</td>
      <td data-end className="num">
        {durationMs === null || durationMs === 0 ? '–' : format.duration(durationMs)}
      </td>
      <td className={classes.on}>
        <bdi>{on.join(' · ')}</bdi>
        {note !== '' && (
          <div className={classes.quiet}>
            <bdi>{note.slice(0, 120)}</bdi>
          </div>
        )}
      </td>
      <td>{said.join(' ')}</td>
    </tr>
  )
}
