// The manual form of a time entry, to add one (B26 to B28) or to edit one (B41); a refusal stands in it and nothing typed is lost.
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { SubjectPart } from '../../../shared/entities/subject.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import { EntryFields } from './EntryFields.tsx'

export type EntryPreset = {
  userId?: Id
  chosen?: Partial<SubjectChoice>
  startAt?: Instant
  endAt?: Instant
  /** A whole day was meant: of what may be due on one. */
  day?: LocalDate
  note?: string
  /** Which of what is chosen the page says already: not asked for. */
  about?: readonly SubjectPart[]
  /** What the form is called there. */
  title?: string
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
    <Dialog
      onClose={props.onClose}
      title={props.mode === 'add' ? (props.preset?.title ?? t('entry.addTitle')) : t('entry.editTitle')}
      size={600}
      closeOnClickOutside={false}
    >
      {content}
    </Dialog>
  )
}

function EditEntry({ entryId, onClose }: { entryId: Id; onClose: () => void }) {
  const query = useRequest('entry.get', { entryId })
  return <Loaded query={query}>{(entry) => <EntryFields entry={entry} onClose={onClose} />}</Loaded>
}
