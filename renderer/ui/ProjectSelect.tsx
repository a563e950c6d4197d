// Chooses one of a customer's projects, and shows itself only where there are any: without them nobody is asked.
import { useTranslation } from 'react-i18next'
import type { Id } from '../../shared/entities/entity.ts'
import { useRequest } from '../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { NameSelectProps } from './NameSelect.tsx'
import { projectLabel } from './ProjectTag.tsx'

export type ProjectSelectProps = Omit<NameSelectProps, 'label' | 'options' | 'onSearch' | 'onCreate'> & {
  /** Whose projects; null: nobody is chosen yet. */
  customerId: Id | null
  /** The project that the time is on already: offered also when it is completed. */
  keep?: Id | null
}

export function ProjectSelect({ customerId, keep, ...rest }: ProjectSelectProps) {
  const { t } = useTranslation('projects')
  const choices = useRequest(
    'project.choices',
    { customerId: customerId ?? '', ...(keep != null && { keep }) },
    { enabled: customerId !== null },
  )
  if (customerId === null) return null
  const options = (choices.data ?? []).map((project) => ({ id: project.id, name: projectLabel(project) }))
  if (options.length === 0 && rest.value === null) return null
  return (
    <NameSelect
      clearable
      passable
      placeholder={t('field.none')}
      {...rest}
      label={t('field.label')}
      options={options}
      waiting={choices.isPending || rest.waiting === true}
    />
  )
}

/** What is chosen in a form, and what a session's project is called there. */
export const chosenProject = (of: {
  projectId: Id | null
  projectCode: string | null
  projectName: string | null
}): { id: Id; name: string } | null =>
  of.projectId === null
    ? null
    : { id: of.projectId, name: projectLabel({ code: of.projectCode ?? '', name: of.projectName ?? '' }) }
