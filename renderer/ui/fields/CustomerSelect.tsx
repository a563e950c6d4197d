// Chooses a customer: those used last first, a new one made in place where that is permitted.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ok } from '../../../shared/base/result.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'
import type { NameSelectProps } from './NameSelect.tsx'
import { useCustomerNames } from './useCustomerNames.ts'

export type CustomerSelectProps = Omit<NameSelectProps, 'label' | 'options' | 'onSearch' | 'onCreate'> & {
  label?: string
}

export function CustomerSelect({ label, ...rest }: CustomerSelectProps) {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const [search, setSearch] = useState('')
  const add = useCommand('customer.add', { errors: 'return' })
  const { names, waiting } = useCustomerNames(search)
  const options = useMemo(
    () => names.map(({ id, name, code, recent }) => ({ id, name, hint: code, recent })),
    [names],
  )
  const create = async (name: string) => {
    const reply = await add.run({ name })
    return reply.ok ? ok({ id: reply.value.customerId, name }) : reply
  }
  return (
    <NameSelect
      {...rest}
      label={label ?? t('customer')}
      options={options}
      onSearch={setSearch}
      waiting={waiting}
      onCreate={permitted('customer.add') ? create : undefined}
    />
  )
}
