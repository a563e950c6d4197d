// Chooses an office or a department by its code and name; what is deleted stays shown where it is chosen.
import { useRequest } from '../../channel/useRequest.ts'
import { NameSelect } from './NameSelect.tsx'

export type CodedSelectProps = {
  of: 'office' | 'department'
  label: string
  value: string | null
  /** What the value is called, where it may be deleted since. */
  called?: string | null
  clearable?: boolean
  autoFocus?: boolean
  onChange: (id: string | null) => void
}

export function CodedSelect({ of, label, value, called, clearable, autoFocus, onChange }: CodedSelectProps) {
  const rows = useRequest(of === 'office' ? 'office.list' : 'department.list', {})
  const options = (rows.data ?? []).map(({ id, code, name }) => ({
    id,
    name: name === '' ? code : `${code} ${name}`,
  }))
  const chosen = options.find(({ id }) => id === value)
  return (
    <NameSelect
      label={label}
      options={options}
      waiting={rows.isPending}
      value={chosen ?? (value === null ? null : { id: value, name: called ?? '' })}
      clearable={clearable ?? false}
      passable={clearable ?? false}
      autoFocus={autoFocus ?? false}
      onChange={(choice) => onChange(choice?.id ?? null)}
    />
  )
}
