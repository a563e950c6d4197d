// The note on stopping (B15, B16): what was done, as a sentence; one large field; Stop saves, and nothing else does.
import { Alert, Anchor, Button, Group, Kbd, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { StopPreview } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { capital } from '../../../shared/text/capital.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { SubmitForm } from '../../ui/fields/SubmitForm.tsx'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { useKeyCap } from '../../ui/keys/keyCaps.ts'
import { useDurationWords, useFormat, useSince } from '../../ui/figures/format.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { useTimerState } from '../../clock/clock.tsx'
import { AnsweredElsewhere } from './AnsweredElsewhere.tsx'
import { useAnsweredElsewhere } from './answeredElsewhere.ts'
import { NoteSaved } from './NoteSaved.tsx'
import { useTimerNote } from './useTimerNote.ts'

export type NoteFormProps = {
  timerId: Id
  /** The moment at which Stop work was pressed; without, the moment at which this opened. */
  at?: Instant | undefined
  onClose: () => void
  /** The session now waits for the Time Log Entry dialog. */
  onTimeLog: (timerId: Id) => void
}

export function NoteForm(props: NoteFormProps) {
  const { timerId, at } = props
  const [askedAt] = useState(at)
  const preview = useRequest(
    'timer.stopPreview',
    askedAt === undefined ? { timerId } : { timerId, at: askedAt },
  )
  // The first answer counts: what changes later (notes being saved) must not move the end.
  const [first, setFirst] = useState<StopPreview | null>(null)
  if (first === null && preview.data !== undefined) setFirst(preview.data)
  if (first === null) {
    return (
      <Loaded query={preview} rows={3}>
        {() => <Skeleton height={120} />}
      </Loaded>
    )
  }
  return <NoteFields {...props} preview={first} />
}

function NoteFields({ preview, onClose, onTimeLog }: NoteFormProps & { preview: StopPreview }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const words = useDurationWords()
  const since = useSince()
  const cap = useKeyCap()
  const { timer, at, rules } = preview
  const nameOf = useSessionName('noCategory')
  // What is typed elsewhere arrives here as well: the first answer is kept for its times, not for its text.
  const live = useTimerState()?.timers.find(({ id }) => id === timer.id)
  const note = useTimerNote({ id: timer.id, note: live?.note ?? timer.note })
  const [error, setError] = useState<AppError | null>(null)
  const [answering, setAnswering] = useState(false)
  const elsewhere = useAnsweredElsewhere(timer.id, ['running', 'paused'], answering)
  const stop = useCommand('timer.stop', {
    errors: 'return',
    undo: ({ waitingMs }) =>
      waitingMs > 0
        ? t('waitsAsException', { duration: words(waitingMs) })
        : t('recorded', {
            duration: words(preview.durationMs),
            customer: timer.customerName ?? tc('noCustomer'),
          }),
  })
  const openLog = useCommand('timer.stop', { errors: 'return' })
  const discard = useCommand('timer.discard', { errors: 'return', undo: t('discarded') })

  const submit = async (withDialog: boolean) => {
    if (noteTooLong(note.text) > 0) return
    setAnswering(true)
    note.handOver()
    const args = { timerId: timer.id, note: note.text, ...(timer.state === 'running' && { at }) }
    const waits = withDialog || preview.timeLogDialog
    const reply = await (waits ? openLog.run({ ...args, dialog: true }) : stop.run(args))
    if (!reply.ok) {
      setAnswering(false)
      setError(reply.error)
      // The text was to travel with the stop; as that was refused, it is kept the usual way.
      note.type(note.text)
      return
    }
    if (reply.value.awaitsRecord) onTimeLog(reply.value.timerId)
    else onClose()
  }
  const throwAway = async () => {
    setAnswering(true)
    await note.flush()
    const reply = await discard.run({ timerId: timer.id })
    if (reply.ok) return onClose()
    setAnswering(false)
    setError(reply.error)
  }
  const noteMissing = rules.requireNote && note.text.trim() === ''
  const shownError = error?.code === 'rule.noteRequired' && !noteMissing ? null : error

  if (elsewhere) {
    return (
      <AnsweredElsewhere
        said={t('elsewhere.stopped')}
        typed={note.state === 'saved' ? null : note.text}
        label={t('note.label')}
        onClose={onClose}
      />
    )
  }
  return (
    <SubmitForm onSubmit={() => void submit(false)}>
      <Stack gap="md">
        <Text data-testid="stop-sentence" style={{ overflowWrap: 'anywhere' }}>
          {t('note.sentence', {
            duration: capital(words(preview.durationMs)),
            customer: timer.customerName ?? tc('noCustomer'),
            category: nameOf({ ...timer, customerName: null }),
            from: since(timer.startedAt),
            to: format.time(at),
          })}
        </Text>
        <NoteField
          label={t('note.label')}
          description={rules.requireNote ? t('note.requiredHint') : undefined}
          minRows={6}
          autoFocus
          value={note.text}
          onChange={note.type}
          onBlur={() => void note.flush()}
        />
        <Group gap="xs" mt={-8}>
          <NoteSaved note={note} />
        </Group>
        {shownError !== null && (
          <Alert color="red" variant="light" p="xs">
            <ErrorView error={shownError} onSettled={onClose} />
          </Alert>
        )}
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <Anchor component="button" type="button" size="sm" onClick={() => void submit(true)}>
              {t('note.more')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" c="dimmed" onClick={() => void throwAway()}>
              {t('note.discard')}
            </Anchor>
          </Group>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {timer.state === 'running' ? t('note.keepRunning') : t('note.keepPaused')}
            </Button>
            <Button
              type="submit"
              color="red.9"
              loading={stop.pending || openLog.pending}
              rightSection={<Kbd size="xs">{cap('mod')} ⏎</Kbd>}
              aria-keyshortcuts="Control+Enter"
              aria-label={t('note.stop')}
            >
              {t('note.stop')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </SubmitForm>
  )
}
