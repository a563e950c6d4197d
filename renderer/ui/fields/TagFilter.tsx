// Narrows a list to what has one tag; absent where there are no tags.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'

export type TagFilterProps = { value: Id | null; onChange: (tagId: Id | null) => void }

export function TagFilter({ value, onChange }: TagFilterProps) {
  const { t } = useTranslation('common')
  const tags = useRequest('tag.list', {})
  const options = (tags.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  if (options.length === 0) return null
  return (
    <Select
      label={t('tags.filter')}
      placeholder={t('tags.all')}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('tags.all') }}
      w={220}
      comboboxProps={{ withinPortal: true, shadow: 'md', transitionProps: { duration: 0 } }}
    />
  )
}
