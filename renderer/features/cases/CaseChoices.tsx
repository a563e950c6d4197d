// The choices that a case is described by: its priority, its status, and who sees to it.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CasePriority, CaseStatus } from '../../../shared/entities/case.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from '../../ui/fields/NameSelect.tsx'

type Named = { id: string; name: string }
type ChoiceProps<T> = { value: T; onChange: (value: T) => void; disabled?: boolean }

export function PrioritySelect({ value, onChange, disabled = false }: ChoiceProps<CasePriority>) {
  const { t } = useTranslation('cases')
  return (
    <Select
      label={t('details.priority')}
      data={CasePriority.options.map((each) => ({ value: each, label: t(`priority.${each}`) }))}
      value={value}
      disabled={disabled}
      allowDeselect={false}
      onChange={(next) => onChange(CasePriority.parse(next))}
    />
  )
}

export function StatusSelect({ value, onChange, disabled = false }: ChoiceProps<CaseStatus>) {
  const { t } = useTranslation('cases')
  return (
    <Select
      label={t('details.status')}
      data={CaseStatus.options.map((each) => ({ value: each, label: t(`status.${each}`) }))}
      value={value}
      disabled={disabled}
      allowDeselect={false}
      onChange={(next) => onChange(CaseStatus.parse(next))}
    />
  )
}

/** Of the users whose names somebody is offered (D9). */
export function AssigneeSelect({ value, onChange, disabled = false }: ChoiceProps<Named | null>) {
  const { t } = useTranslation('cases')
  const users = useRequest('user.list', { activeOnly: true })
  return (
    <NameSelect
      label={t('details.assignee')}
      placeholder={t('nobody')}
      options={(users.data ?? []).map(({ id, name }) => ({ id, name }))}
      value={value}
      onChange={onChange}
      disabled={disabled}
      waiting={users.isPending}
      clearable
      passable
    />
  )
}
