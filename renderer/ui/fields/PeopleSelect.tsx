// Chooses people: whose calendar is shown, or who takes part in a meeting.
import { MultiSelect } from '@mantine/core'
import type { MultiSelectProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import type { Named } from './subjectChoice.ts'

export type PeopleSelectProps = Pick<MultiSelectProps, 'size' | 'maxValues'> & {
  label: string
  /** The label is said, and not drawn. */
  unseen?: boolean
  chosen: readonly Id[]
  /** Who is chosen already, also where they are no longer there. */
  keep?: readonly Named[]
  onChange: (ids: Id[]) => void
  error?: ReactNode
}

export function PeopleSelect({ label, unseen, chosen, keep = [], onChange, ...rest }: PeopleSelectProps) {
  const users = useRequest('user.list', { activeOnly: true })
  const known = users.data ?? []
  const gone = keep.filter(({ id }) => !known.some((user) => user.id === id))
  return (
    <MultiSelect
      {...rest}
      {...(unseen === true ? { 'aria-label': label } : { label })}
      placeholder={chosen.length === 0 ? label : ''}
      data={[...known, ...gone].map(({ id, name }) => ({ value: id, label: name }))}
      value={[...chosen]}
      searchable
      hidePickedOptions
      onChange={onChange}
    />
  )
}
