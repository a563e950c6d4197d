// What would become of each meeting and task of a file, as a table: what needs a look first.
import { Button, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport, ImportRow, ImportState } from '../../../../shared/contract/calendarFile.ts'
import { importState, remarkSentence } from '../../../../shared/text/calendarFile.ts'
import { errorSentence } from '../../../text/errorSentence.ts'
import { useFormat } from '../../../ui/figures/format.ts'
import { PlainTable } from '../../../ui/table/PlainTable.tsx'
import classes from './DryRun.module.css'

const ORDER: Record<ImportState, number> = {
  refused: 0,
  kept: 1,
  changed: 2,
  cancelled: 3,
  new: 4,
  absent: 5,
  same: 6,
}
/** More rows at once take a page long to draw, and nobody reads them. */
const STEP = 200

export function DryRun({ report }: { report: ImportReport }) {
  const { t } = useTranslation('calendarFile')
  const [shown, setShown] = useState(STEP)
  const rows = useMemo(
    () => report.rows.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || startOf(a) - startOf(b)),
    [report],
  )
  const left = rows.length - shown
  return (
    <Stack gap="xs">
      {/* What is scrolled is reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('importTitle')}>
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('title')}</th>
              <th scope="col">{t('remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </PlainTable>
        {left > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setShown((count) => count + STEP)}>
            {t('more', { count: Math.min(STEP, left) })}
          </Button>
        )}
      </div>
      {report.ignored > 0 && (
        <Text size="xs" c="dimmed">
          {t('ignored', { count: report.ignored })}
        </Text>
      )}
    </Stack>
  )
}

const startOf = ({ startAt }: ImportRow): number => startAt ?? 0

function Row({ row }: { row: ImportRow }) {
  const { t, i18n } = useTranslation('calendarFile')
  const format = useFormat()
  const { state, kind, title, startAt, endAt, allDay, dueDate, repeated, reason, remarks } = row
  const when =
    startAt === null
      ? dueDate === null
        ? t('noDate')
        : format.date(dueDate)
      : allDay
        ? format.date(format.local(startAt).date)
        : `${format.dateTime(startAt)}${endAt === null ? '' : `–${format.time(endAt)}`}`
  const said = [
    ...(reason === null ? [] : [errorSentence(reason, i18n.language)]),
    ...remarks.map((remark) => remarkSentence(remark, i18n.language, (date) => format.date(date))),
  ]
  return (
    <tr data-state={state}>
      <td className={classes.state}>{importState(state, i18n.language)}</td>
      <td className="num">
        {when}
        {repeated && <div className={classes.quiet}>{t('repeated')}</div>}
      </td>
      <th scope="row" className={classes.title}>
        <bdi>{title}</bdi>
        {kind === 'task' && <div className={classes.quiet}>{t('kind.task')}</div>}
      </th>
      <td>{said.join(' ')}</td>
    </tr>
  )
}
