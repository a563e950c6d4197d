// Chooses a customer: those used last first, a new one made in place where that is permitted.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePermitted } from '../channel/AppState.tsx'
import { useCommand, useRequest } from '../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { NameSelectProps } from './NameSelect.tsx'

export type CustomerSelectProps = Omit<NameSelectProps, 'label' | 'options' | 'onSearch' | 'onCreate'> & {
  label?: string
}

export function CustomerSelect({ label, ...rest }: CustomerSelectProps) {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const [search, setSearch] = useState('')
  const add = useCommand('customer.add')
  const found = useRequest(
    'customer.suggest',
    search === '' ? { limit: 60 } : { search: search.slice(0, 200), limit: 60 },
    { keepPrevious: true },
  )
  const options = (found.data ?? []).map(({ id, name, code, recent }) => ({
    id,
    name,
    hint: code,
    recent: recent && search === '',
  }))
  const create = async (name: string) => {
    const reply = await add.run({ name })
    return reply.ok ? { id: reply.value.customerId, name } : null
  }
  return (
    <NameSelect
      {...rest}
      label={label ?? t('customer')}
      options={options}
      onSearch={setSearch}
      waiting={found.isPending || found.isPlaceholderData}
      onCreate={permitted('customer.add') ? create : undefined}
    />
  )
}
