// Absences in words, a row each; the days open it.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './absence.module.css'
import type { AbsenceWords } from './absenceWords.ts'

export type AbsenceTableProps = {
  rows: readonly AbsenceView[]
  withPerson: boolean
  words: AbsenceWords
  onOpen: (absence: AbsenceView) => void
  actions?: (absence: AbsenceView) => ReactNode
}

export function AbsenceTable({ rows, withPerson, words, onOpen, actions }: AbsenceTableProps) {
  const { t } = useTranslation('absence')
  return (
    <PlainTable>
      <thead>
        <tr>
          {withPerson && <th scope="col">{t('column.person')}</th>}
          <th scope="col">{t('column.when')}</th>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">{t('column.amount')}</th>
          {/* What waits for a decision was requested, all of it. */}
          {actions === undefined && <th scope="col">{t('column.status')}</th>}
          <th scope="col">{t('column.note')}</th>
          {actions !== undefined && <th scope="col">{t('column.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.status === 'rejected' ? classes.rejected : undefined}>
            {withPerson && (
              <td>
                <bdi>{row.userName}</bdi>
              </td>
            )}
            <td>
              <button
                type="button"
                className={`${classes.when} num`}
                aria-label={t('open', { what: words.spoken(row) })}
                onClick={() => onOpen(row)}
              >
                {words.when(row)}
              </button>
            </td>
            <td>
              <bdi>{words.kind(row)}</bdi>
            </td>
            <td>{words.amount(row)}</td>
            {actions === undefined && (
              <td className={row.status === 'requested' ? classes.waitingText : undefined}>
                {words.status(row)}
              </td>
            )}
            <td>
              <bdi className={`${classes.note} truncate`} title={row.reason || row.note}>
                {row.reason || row.note}
              </bdi>
            </td>
            {actions !== undefined && <td>{actions(row)}</td>}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}
