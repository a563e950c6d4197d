// The manual form of a time entry (placeholder; the props are final).
import type { Instant } from '../../../shared/base/instant.ts'
import type { Id } from '../../../shared/entities/entity.ts'

export type EntryPreset = {
  userId?: Id
  customer?: { id: Id; name: string } | null
  category?: { id: Id; name: string } | null
  startAt?: Instant
  endAt?: Instant
  note?: string
}

export type EntryFormProps = {
  mode: 'add' | 'edit'
  /** For 'edit'. */
  entryId?: Id
  /** What 'add' starts with. */
  preset?: EntryPreset
  onClose: () => void
  /** Without a modal of its own, for use inside of a panel or a modal that is open already. */
  inline?: boolean
}

export function EntryForm(_props: EntryFormProps) {
  return null
}
