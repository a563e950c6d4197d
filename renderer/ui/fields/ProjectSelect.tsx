// Chooses one of a customer's projects, and shows itself only where there are any: without them nobody is asked.
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { NameSelectProps } from './NameSelect.tsx'
import { codeLabel } from '../figures/codeLabel.ts'

export type ProjectSelectProps = Omit<NameSelectProps, 'label' | 'options' | 'onSearch' | 'onCreate'> & {
  label?: string
  /** Whose projects; null: nobody is chosen yet. */
  customerId: Id | null
  /** The project that the time is on already: offered also when it is completed. */
  keep?: Id | null
}

export function ProjectSelect({ label, customerId, keep, ...rest }: ProjectSelectProps) {
  const { t } = useTranslation('projects')
  const choices = useRequest(
    'project.choices',
    { customerId: customerId ?? '', ...(keep != null && { keep }) },
    { enabled: customerId !== null },
  )
  if (customerId === null) return null
  const options = (choices.data ?? []).map((project) => ({ id: project.id, name: codeLabel(project) }))
  if (options.length === 0 && rest.value === null) return null
  return (
    <NameSelect
      passable
      placeholder={t('field.none')}
      {...rest}
      clearable
      label={label ?? t('field.label')}
      options={options}
      waiting={choices.isPending || rest.waiting === true}
    />
  )
}
