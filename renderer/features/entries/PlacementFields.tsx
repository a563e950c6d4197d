// In which office and department recorded time was worked: the program sets them, and they are corrected here.
import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../shared/contract/entry.ts'
import type { Placement } from '../../../shared/entities/assignment.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { CodedSelect } from '../../ui/fields/CodedSelect.tsx'

type PlacementFieldsProps = { entry: EntryView; value: Placement; onChange: (value: Placement) => void }

export function PlacementFields({ entry, value, onChange }: PlacementFieldsProps) {
  const { t } = useTranslation('common')
  const offices = useRequest('office.list', {})
  const departments = useRequest('department.list', {})
  const none = (offices.data ?? []).length + (departments.data ?? []).length === 0
  if (none && entry.officeId === null && entry.departmentId === null) return null
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
      <CodedSelect
        of="office"
        label={t('office')}
        value={value.officeId}
        called={entry.officeLabel}
        clearable
        onChange={(officeId) => onChange({ ...value, officeId })}
      />
      <CodedSelect
        of="department"
        label={t('department')}
        value={value.departmentId}
        called={entry.departmentLabel}
        clearable
        onChange={(departmentId) => onChange({ ...value, departmentId })}
      />
    </SimpleGrid>
  )
}
