// Chooses one of the users who are there: whose time, or whose task it is.
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'

export function UserSelect({ userId, onChange }: { userId: Id; onChange: (userId: Id) => void }) {
  const { t } = useTranslation('common')
  const users = useRequest('user.list', { activeOnly: true })
  const options = (users.data ?? []).map(({ id, name }) => ({ id, name }))
  const value = options.find((user) => user.id === userId) ?? null
  return (
    <NameSelect
      label={t('user')}
      options={options}
      value={value}
      required
      onChange={(choice) => choice !== null && onChange(choice.id)}
    />
  )
}
