// How much of a project's budget is used: in words, and as a bar that turns with 80 % and with 100 %.
import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import { useFormat } from '../../ui/format.ts'
import classes from './projects.module.css'

export type BudgetBarProps = { totalMs: number; budgetMinutes: number | null }

export const usedShare = ({ totalMs, budgetMinutes }: BudgetBarProps): number | null =>
  budgetMinutes === null ? null : totalMs / (budgetMinutes * MINUTE_MS)

export function BudgetBar({ totalMs, budgetMinutes }: BudgetBarProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const share = usedShare({ totalMs, budgetMinutes })
  if (share === null || budgetMinutes === null) return <span className="quiet">{t('noBudget')}</span>
  const percent = new Intl.NumberFormat(format.locale, { style: 'percent' }).format(share)
  const used = t('budgetUsed', { percent })
  return (
    <span className={classes.budget} title={used}>
      <span className="num">
        {t('budgetOf', {
          used: format.duration(totalMs),
          budget: format.duration(budgetMinutes * MINUTE_MS),
        })}
      </span>
      <Progress
        size={5}
        value={Math.min(100, share * 100)}
        color={share >= 1 ? 'red' : share >= 0.8 ? 'orange' : 'accent'}
        aria-label={used}
      />
    </span>
  )
}
