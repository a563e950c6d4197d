// What an absence is called: its days, how much of each, and all of it in one line for screen readers.
import { useTranslation } from 'react-i18next'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import { useFormat } from '../../ui/figures/format.ts'

export type AbsenceWords = ReturnType<typeof useAbsenceWords>

export function useAbsenceWords() {
  const { t } = useTranslation('absence')
  const format = useFormat()
  const when = ({ firstDay, lastDay }: Pick<AbsenceView, 'firstDay' | 'lastDay'>): string =>
    firstDay === lastDay ? format.date(firstDay) : format.dates(firstDay, lastDay)
  const amount = ({ portion, days, ms }: AbsenceView): string => {
    if (days === 0) return t('amount.none')
    if (portion === 'hours') return t('amount.hours', { time: format.duration(ms) })
    return t(`amount.${portion}`, { count: days })
  }
  const kind = ({ kindName }: AbsenceView): string => (kindName === '' ? t('absent') : kindName)
  const status = (of: AbsenceView): string => t(`status.${of.status}`)
  const spoken = (of: AbsenceView): string =>
    [of.userName, kind(of), when(of), amount(of), status(of)].join(', ')
  return { when, amount, kind, status, spoken }
}
