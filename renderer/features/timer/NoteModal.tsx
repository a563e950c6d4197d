// The Note modal over the page.
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { NoteForm } from './NoteForm.tsx'
import type { NoteFormProps } from './NoteForm.tsx'

export function NoteModal(props: NoteFormProps) {
  const { t } = useTranslation('timer')
  return (
    <Dialog onClose={props.onClose} title={t('note.title')} size={560}>
      <NoteForm {...props} />
    </Dialog>
  )
}
