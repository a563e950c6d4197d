// Narrows a list to one customer.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NameSelect } from './NameSelect.tsx'
import type { Named } from './subjectChoice.ts'
import { useCustomerNames } from './useCustomerNames.ts'

export type CustomerFilterProps = { value: Named | null; onChange: (customer: Named | null) => void }

export function CustomerFilter({ value, onChange }: CustomerFilterProps) {
  const { t } = useTranslation('common')
  const [search, setSearch] = useState('')
  const { names, waiting } = useCustomerNames(search)
  const options = useMemo(
    () => names.map(({ id, name, code, recent }) => ({ id, name, hint: code, recent })),
    [names],
  )
  return (
    <NameSelect
      label={t('customer')}
      placeholder={t('allCustomers')}
      options={options}
      value={value}
      onChange={onChange}
      onSearch={setSearch}
      waiting={waiting}
      clearable
      passable
    />
  )
}
