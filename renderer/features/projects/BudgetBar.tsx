// How much of a project's budget is used: in words, and as a bar that turns with 80 % and with 100 %.
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import { Meter } from '../../ui/figures/Meter.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './projects.module.css'

export type BudgetBarProps = {
  totalMs: number
  budgetMinutes: number | null
  /** The time is one user's only: what of the budget is used cannot be told from it. */
  onlyYours: boolean
}

export const usedShare = ({ totalMs, budgetMinutes }: Omit<BudgetBarProps, 'onlyYours'>): number | null =>
  budgetMinutes === null ? null : totalMs / (budgetMinutes * MINUTE_MS)

export function BudgetBar({ totalMs, budgetMinutes, onlyYours }: BudgetBarProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const share = usedShare({ totalMs, budgetMinutes })
  if (share === null || budgetMinutes === null) return <span className="quiet">{t('noBudget')}</span>
  if (onlyYours)
    return (
      <span className="num">{t('budgetAlone', { budget: format.duration(budgetMinutes * MINUTE_MS) })}</span>
    )
  const percent = format.percent(Math.round(share * 100))
  const used = t('budgetUsed', { percent })
  return (
    <span className={classes.budget} title={used}>
      <span className="num">
        {t('budgetOf', {
          used: format.duration(totalMs),
          budget: format.duration(budgetMinutes * MINUTE_MS),
        })}
      </span>
      <Meter
        size={5}
        percent={share * 100}
        color={share >= 1 ? 'red' : share >= 0.8 ? 'orange' : 'accent'}
        label={used}
      />
    </span>
  )
}
