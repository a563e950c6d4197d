// What was spent on a project: in all, what of it can be charged, of the budget, and by whom.
import { useTranslation } from 'react-i18next'
import type { ProjectView } from '../../../shared/contract/project.ts'
import { useAppState } from '../../channel/AppState.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { REACHABLE } from '../../ui/keys/reachable.ts'
import { BudgetBar } from './BudgetBar.tsx'
import classes from './projects.module.css'

export function ProjectFigures({ project }: { project: ProjectView }) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const { team } = useAppState()
  return (
    <section className={classes.figures} aria-label={t('figures.title')}>
      <div className={classes.figure}>
        <span>{t(project.onlyYours ? 'figures.yours' : 'figures.total')}</span>
        <strong className="num">{format.duration(project.totalMs)}</strong>
      </div>
      <div className={classes.figure}>
        <span>{t(project.onlyYours ? 'figures.yoursBillable' : 'figures.billable')}</span>
        <span className="num">{format.duration(project.billableMs)}</span>
      </div>
      {project.budgetMinutes !== null && <BudgetBar {...project} />}
      {team && !project.onlyYours && project.users.length > 0 && (
        <div className={classes.users} {...REACHABLE} role="group" aria-label={t('figures.user')}>
          {project.users.map(({ userId, userName, totalMs }) => (
            <div key={userId} className={classes.figure}>
              <bdi className="truncate quiet" title={userName}>
                {userName}
              </bdi>
              <span className="num">{format.duration(totalMs)}</span>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}
