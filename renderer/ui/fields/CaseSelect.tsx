// Chooses one of a customer's cases, and shows itself only where there are any: without them nobody is asked.
import { useTranslation } from 'react-i18next'
import { useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { codeLabel } from '../figures/codeLabel.ts'
import { NameSelect } from './NameSelect.tsx'
import type { ProjectSelectProps } from './ProjectSelect.tsx'

export function CaseSelect({ label, customerId, keep, ...rest }: ProjectSelectProps) {
  const { t } = useTranslation('cases')
  const on = useModule('cases')
  const choices = useRequest(
    'case.choices',
    { customerId: customerId ?? '', ...(keep != null && { keep }) },
    { enabled: on && customerId !== null },
  )
  if (!on || customerId === null) return null
  const options = (choices.data ?? []).map((one) => ({ id: one.id, name: codeLabel(one) }))
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
