// A report's first group as bars, in the colours that its things have. The table says all of it: to a screen reader this is a picture.
import { useComputedColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Report, ReportRow } from '../../../shared/contract/report.ts'
import { isPeriod } from '../../../shared/entities/report.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { toneOf } from '../../ui/figures/labelTones.ts'
import { useGroupName, useRowName } from './groupWords.ts'
import classes from './reports.module.css'

/** More bars than these are no picture; the rest is one bar, or left to the table where time goes on. */
const MOST_BARS = 12
const MOST_PERIODS = 62
const HOUR_MS = 3_600_000

type Bars = { label: string; hours: number; fill: string }

export function ReportChart({ report }: { report: Report }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const bars = useBars(report)
  const groupName = useGroupName()
  const group = report.by[0] ?? 'user'
  const upright = isPeriod(group)
  const hours = (value: number): string => format.number(value)
  const quiet = { fontSize: 12, fill: 'var(--db-quiet)' }
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>{t('chart', { group: groupName(group) })}</figcaption>
      <div className={classes.bars} role="img" aria-label={t('chart', { group: groupName(group) })}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={bars}
            layout={upright ? 'horizontal' : 'vertical'}
            margin={{ top: 4, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            {upright ? (
              <>
                <XAxis dataKey="label" tick={quiet} interval="preserveStartEnd" minTickGap={16} />
                <YAxis type="number" tick={quiet} tickFormatter={hours} width={44} />
              </>
            ) : (
              <>
                <XAxis type="number" tick={quiet} tickFormatter={hours} />
                <YAxis type="category" dataKey="label" tick={quiet} width={132} interval={0} />
              </>
            )}
            <Bar dataKey="hours" isAnimationActive={false} maxBarSize={26} radius={2} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}

function useBars({ by, rows }: Report): Bars[] {
  const { t } = useTranslation('reports')
  const dark = useComputedColorScheme('light') === 'dark'
  const nameOf = useRowName()
  const group = by[0] ?? 'user'
  const accent = 'var(--mantine-primary-color-filled)'
  const first = rows.filter(({ level }) => level === 0)
  const bar = (row: ReportRow): Bars => {
    const { light, dark: inDark } = toneOf(row.colour)
    return {
      label: short(nameOf(group, row)),
      hours: row.figures.ms / HOUR_MS,
      fill: row.colour === null ? accent : dark ? inDark : light,
    }
  }
  if (isPeriod(group)) return first.slice(-MOST_PERIODS).map(bar)
  if (first.length <= MOST_BARS) return first.map(bar)
  const others = first.slice(MOST_BARS - 1)
  const rest = others.reduce((sum, { figures }) => sum + figures.ms, 0)
  return [
    ...first.slice(0, MOST_BARS - 1).map(bar),
    { label: t('others', { count: others.length }), hours: rest / HOUR_MS, fill: 'var(--db-quiet)' },
  ]
}

/** A name in full stands in the table. */
const short = (name: string): string => (name.length <= 16 ? name : `${name.slice(0, 15)}…`)
