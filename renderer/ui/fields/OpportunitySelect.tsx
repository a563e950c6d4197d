// Chooses one of a customer's opportunities: there only where the module is on and the customer has an active one, or the time is on
// one already (A22).
import { useTranslation } from 'react-i18next'
import { useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { ProjectSelectProps } from './ProjectSelect.tsx'

export function OpportunitySelect({ label, customerId, keep, ...rest }: ProjectSelectProps) {
  const { t } = useTranslation('opportunities')
  const on = useModule('opportunities')
  const choices = useRequest(
    'opportunity.choices',
    { customerId: customerId ?? '', ...(keep != null && { keep }) },
    { enabled: on && customerId !== null },
  )
  const options = choices.data ?? []
  if (rest.value === null && (!on || customerId === null || options.length === 0)) return null
  return (
    <NameSelect
      passable
      placeholder={t('field.none')}
      {...rest}
      clearable
      label={label ?? t('field.label')}
      options={options}
      waiting={(on && customerId !== null && choices.isPending) || rest.waiting === true}
    />
  )
}
