// The project of a session, quietly beside its names; nothing where there is none.
import { FolderKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from './ProjectTag.module.css'

export const projectLabel = ({ code, name }: { code: string; name: string }): string => `${code} · ${name}`

export type ProjectTagProps = {
  of: { projectCode: string | null; projectName: string | null }
  /** Only the code, where there is little room; the name then is its title. */
  short?: boolean
  /** On a line of its own, under what stands before it. */
  below?: boolean
}

export function ProjectTag({
  of: { projectCode, projectName },
  short = false,
  below = false,
}: ProjectTagProps) {
  const { t } = useTranslation('projects')
  if (projectCode === null) return null
  const label = projectLabel({ code: projectCode, name: projectName ?? '' })
  return (
    <span className={classes.tag} title={label} data-project data-below={below || undefined}>
      <FolderKanban size={13} aria-label={t('field.label')} className={classes.icon} />
      <bdi className="truncate">{short ? projectCode : label}</bdi>
    </span>
  )
}
