// The dialog that adds a note to the journal or corrects one, with its tags; a refused one keeps what was typed and says why.
import { Button, Group, Stack } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { JournalLine } from '../../../shared/contract/journal.ts'
import type { Label } from '../../../shared/entities/subject.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useNow } from '../../clock/clock.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { DateTimeField } from '../../ui/fields/DateTimeField.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { TagsSelect } from '../../ui/fields/TagsSelect.tsx'

/** `line` null: a new note. */
export type JournalNoteProps = { customerId: string; line: JournalLine | null; onClose: () => void }

export function JournalNote(props: JournalNoteProps) {
  const { t } = useTranslation('customers')
  return (
    <Dialog
      onClose={props.onClose}
      title={t(props.line === null ? 'journal.note.addTitle' : 'journal.note.editTitle')}
      size={560}
      closeOnClickOutside={false}
      closeLabel={t('journal.note.cancel')}
    >
      <NoteFields {...props} />
    </Dialog>
  )
}

function NoteFields({ customerId, line, onClose }: JournalNoteProps) {
  const { t } = useTranslation('customers')
  const now = useNow()
  const [text, setText] = useState(line?.text ?? '')
  const [at, setAt] = useState<number | null>(line?.at ?? null)
  const [touched, setTouched] = useState(line !== null)
  const [tags, setTags] = useState<readonly Label[]>(line?.tagLabels ?? [])
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const add = useCommand('journalEntry.add', { errors: 'return', undo: t('journal.note.added') })
  const edit = useCommand('journalEntry.edit', { errors: 'return', undo: t('journal.note.saved') })
  const remove = useCommand('journalEntry.remove', { errors: 'return', undo: t('journal.note.deleted') })
  const settle = (reply: { ok: true } | { ok: false; error: AppError }) =>
    reply.ok ? onClose() : setError(reply.error)

  const submit = async () => {
    setTried(true)
    if (text.trim() === '' || noteTooLong(text) > 0 || (touched && at === null)) return
    const note = { text, tagIds: tags.map(({ id }) => id), ...(touched && at !== null && { at }) }
    settle(
      await (line === null
        ? add.run({ customerId, ...note })
        : edit.run({ journalEntryId: line.id, ...note })),
    )
  }
  return (
    <SubmitForm onSubmit={() => void submit()}>
      <Stack gap="sm">
        <NoteField
          label={t('journal.note.text')}
          autoFocus
          value={text}
          onChange={setText}
          error={tried && text.trim() === '' ? t('journal.note.textRequired') : undefined}
        />
        <TagsSelect label={t('journal.note.tags')} value={tags} onChange={setTags} />
        <DateTimeField
          label={t('journal.note.at')}
          value={touched ? at : now}
          onChange={(instant) => {
            setTouched(true)
            setAt(instant)
          }}
          error={tried && touched && at === null ? t('journal.note.atRequired') : undefined}
        />
        <Refusal error={error} onClose={() => setError(null)} onRetry={() => void submit()} />
        <Group justify="flex-end" gap="sm">
          {line !== null && (
            <Button
              variant="subtle"
              color="red"
              me="auto"
              leftSection={<Trash2 size={16} />}
              loading={remove.pending}
              onClick={() => void remove.run({ journalEntryId: line.id }).then(settle)}
            >
              {t('journal.note.delete')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('journal.note.cancel')}
          </Button>
          <Button type="submit" loading={add.pending || edit.pending}>
            {t(line === null ? 'journal.note.submit' : 'journal.note.save')}
          </Button>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
