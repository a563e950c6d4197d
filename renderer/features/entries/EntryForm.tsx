// The manual form of a time entry, to add one (B26 to B28) or to edit one (B41); a refusal stands in it and nothing typed is lost.
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { EntryFields } from './EntryFields.tsx'

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

export function EntryForm(props: EntryFormProps) {
  const { t } = useTranslation('timer')
  const content =
    props.mode === 'edit' && props.entryId !== undefined ? (
      <EditEntry key={props.entryId} entryId={props.entryId} onClose={props.onClose} />
    ) : (
      <EntryFields preset={props.preset ?? {}} onClose={props.onClose} />
    )
  if (props.inline === true) return content
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.mode === 'add' ? t('entry.addTitle') : t('entry.editTitle')}
      size={600}
      closeOnClickOutside={false}
    >
      {content}
    </Modal>
  )
}

function EditEntry({ entryId, onClose }: { entryId: Id; onClose: () => void }) {
  const query = useRequest('entry.get', { entryId })
  return <Loaded query={query}>{(entry) => <EntryFields entry={entry} onClose={onClose} />}</Loaded>
}
