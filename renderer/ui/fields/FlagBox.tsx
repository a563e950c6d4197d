// A yes or no beside a session that follows from what the session is on until somebody says otherwise: its box shows what holds.
import { Checkbox } from '@mantine/core'

export type FlagBoxProps = {
  label: string
  /** Why it is as it is while nobody says so. */
  hint: string
  /** null: nobody says so. */
  value: boolean | null
  /** What it then is; not known at once. */
  unsaid: boolean | undefined
  onChange: (value: boolean | null) => void
}

export function FlagBox({ label, hint, value, unsaid, onChange }: FlagBoxProps) {
  const shown = value ?? unsaid
  return (
    <Checkbox
      // A row of its own, so that its hint has room.
      style={{ gridColumn: '1 / -1' }}
      label={label}
      // Kept free for it, so that nothing moves when it goes.
      description={value === null ? hint : '\u00a0'}
      checked={shown === true}
      indeterminate={shown === undefined}
      onChange={(event) => {
        const is = event.currentTarget.checked
        onChange(is === unsaid ? null : is)
      }}
    />
  )
}
