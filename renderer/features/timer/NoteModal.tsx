// The Note modal over the page.
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NoteForm } from './NoteForm.tsx'
import type { NoteFormProps } from './NoteForm.tsx'

export function NoteModal(props: NoteFormProps) {
  const { t } = useTranslation('timer')
  return (
    <Modal opened onClose={props.onClose} title={t('note.title')} size={560}>
      <NoteForm {...props} />
    </Modal>
  )
}
