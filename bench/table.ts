// The table as Markdown: each row's figures, what they must reach, and whether they do.
import type { Figure } from './row.ts'

export type Measured = {
  name: string
  what: string
  floor: string
  entries: number
  figures: Figure[]
  /** What could not be measured, and why. */
  missing: string[]
}

export const isMet = ({ value, limit, better }: Figure): boolean =>
  limit === null || (better === 'atMost' ? value <= limit : value >= limit)

const shown = (value: number): string =>
  Number.isFinite(value) ? Number(value.toPrecision(3)).toLocaleString('en') : String(value)

const withUnit = (value: number, unit: Figure['unit']): string =>
  unit === '' ? shown(value) : unit === '×' ? `${shown(value)}×` : `${shown(value)} ${unit}`

const limitOf = ({ limit, better, unit }: Figure): string =>
  limit === null ? '–' : `${better === 'atMost' ? '≤' : '≥'} ${withUnit(limit, unit)}`

const verdict = (figure: Figure): string =>
  figure.limit === null ? '' : isMet(figure) ? 'met' : '**not met**'

const HEAD = ['What', 'Entries', 'Measured', 'Must reach', '', 'Ours', 'Floor', 'How it was']

export function tableOf(rows: readonly Measured[]): string {
  const cells = rows.flatMap(({ what, floor, entries, figures, missing }) => {
    const of = (label: string): string => (label === '' ? what : `${what}: ${label}`)
    return [
      ...figures.map((figure) => [
        of(figure.label),
        entries.toLocaleString('en'),
        withUnit(figure.value, figure.unit),
        limitOf(figure),
        verdict(figure),
        figure.ours ?? '',
        figure.floor === undefined ? '' : `${figure.floor} (${floor})`,
        figure.note ?? '',
      ]),
      ...missing.map((why) => [of(''), entries.toLocaleString('en'), 'not measured', '', '', '', '', why]),
    ]
  })
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(HEAD), line(HEAD.map(() => '---')), ...cells.map(line)].join('\n')
}
