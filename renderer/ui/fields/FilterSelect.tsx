// A filter of a list, in one line with others: as wide as what it says, so that it is read whole in every language (K14).
import { NativeSelect } from '@mantine/core'
import classes from './FilterSelect.module.css'

export type FilterSelectProps = {
  label: string
  /** `value` is '' or whatever the caller means by none. */
  options: readonly { value: string; label: string }[]
  value: string
  /** It narrows the list. */
  on: boolean
  onChange: (value: string) => void
  size?: 'xs' | 'sm'
}

export function FilterSelect({ label, options, value, on, onChange, size = 'xs' }: FilterSelectProps) {
  const says = options.find((option) => option.value === value)?.label ?? ''
  return (
    <NativeSelect
      size={size}
      aria-label={label}
      className={classes.filter ?? ''}
      wrapperProps={{ 'data-says': says, 'data-size': size }}
      data-on={on || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...options]}
    />
  )
}
