// A report as a table: its groups as an outline with subtotals, and the total below. It says all that the chart shows (I8, I9).
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report, ReportFigures, ReportRow } from '../../../shared/contract/report.ts'
import { marginOf, shareOf } from '../../../shared/rules/report.ts'
import { ColourMark } from '../../ui/figures/ColourMark.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import type { Column } from '../../ui/table/VirtualTable.tsx'
import { useGroupName, useRowName } from './groupWords.ts'
import classes from './reports.module.css'

const INDENT = 18

export function ReportTable({ report }: { report: Report }) {
  const { t } = useTranslation('reports')
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const nameOf = useRowName()
  const groupName = useGroupName()
  const texts = useTexts(report)
  const { by, rows, total, withMoney } = report
  const all = useMemo(() => [...rows.map(({ figures }) => figures), total], [rows, total])
  const widest = (of: (figures: ReportFigures) => string): string[] => {
    const longest = all.map(of).reduce((a, b) => (b.length > a.length ? b : a), '')
    return [longest]
  }
  const columns: Column[] = [
    {
      key: 'name',
      header: by.map(groupName).join(' · '),
      width: 'minmax(150px, 3fr)',
      rowHeader: true,
    },
    { key: 'time', header: t('column.time'), width: widest(texts.time), end: true },
    { key: 'share', header: t('column.share'), width: widest(texts.share), end: true },
    ...(withMoney
      ? [
          { key: 'amount', header: t('column.amount'), width: widest(texts.amount), end: true },
          { key: 'cost', header: t('column.cost'), width: widest(texts.cost), end: true },
          { key: 'margin', header: t('column.margin'), width: widest(texts.margin), end: true },
        ]
      : []),
  ]
  const figures = (of: ReportFigures) => ({
    time: <span className="num">{texts.time(of)}</span>,
    share: <span className="num">{texts.share(of)}</span>,
    amount: <span className="num">{texts.amount(of)}</span>,
    cost: <span className="num">{texts.cost(of)}</span>,
    margin: <span className="num">{texts.margin(of)}</span>,
  })
  const cells = (row: ReportRow) => ({
    name: (
      <span
        className={classes.name}
        data-subtotal={row.level < by.length - 1 || undefined}
        style={{ paddingInlineStart: row.level * INDENT }}
      >
        {row.colour !== null && <ColourMark colour={row.colour} />}
        <bdi className="truncate">{nameOf(by[row.level] ?? 'user', row)}</bdi>
      </span>
    ),
    ...figures(row.figures),
  })
  const totals: Record<string, React.ReactNode> = figures(total)
  return (
    <VirtualTable
      label={t('table')}
      columns={columns}
      count={rows.length}
      rowHeight={34}
      item={(index) => rows[index]}
      cells={cells}
      rowKey={(row) => `${rows.indexOf(row)}`}
      tone={({ level }) => (level < by.length - 1 ? 'subtotal' : undefined)}
      onShow={nobody}
      place={place}
      onPlace={setPlace}
      footer={columns.map(({ key, end }) => ({
        key,
        content: key === 'name' ? t('total') : totals[key],
        ...(end === true ? { end } : { rowHeader: true }),
      }))}
    />
  )
}

const nobody = () => undefined

/** The figures of a row as they are written. */
function useTexts({ currency }: Report) {
  const format = useFormat()
  const percent = useMemo(() => new Intl.NumberFormat(format.locale, { style: 'percent' }), [format.locale])
  const money = (minor: number | null): string => (minor === null ? '–' : format.money(minor, currency))
  return {
    time: ({ ms }: ReportFigures) => format.duration(ms),
    share: (of: ReportFigures) => {
      const share = shareOf(of)
      return share === null ? '–' : percent.format(share / 100)
    },
    amount: ({ amountMinor }: ReportFigures) => money(amountMinor),
    cost: ({ costMinor }: ReportFigures) => money(costMinor),
    margin: (of: ReportFigures) => money(marginOf(of)),
  }
}
