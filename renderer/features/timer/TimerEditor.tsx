// Corrects a running timer: its start, what it is on, and its notes; each is saved when its field is left (A5, A7).
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/base/instant.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import { errorSentence } from '../../text/errorSentence.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useAppClock } from '../../clock/clock.tsx'
import { DateTimeField } from '../../ui/fields/DateTimeField.tsx'
import { ErrorView } from '../../ui/feedback/ErrorView.tsx'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { chosenSubject } from '../../ui/fields/subjectChoice.ts'
import { SubjectFields } from '../../ui/fields/SubjectFields.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { startBefore } from '../entries/entryTimes.ts'
import { PackageLeft } from '../packages/PackageHours.tsx'
import { NoteSaved } from './NoteSaved.tsx'
import { useTimerNote } from './useTimerNote.ts'

export type TimerEditorProps = {
  timer: TimerView
  /** Where the keyboard begins. */
  first: 'start' | 'notes'
  onClose: () => void
  /** The start is on its way; false: it is not saved, and what is typed is still in its field. */
  onStart: (saved: Promise<boolean>) => void
}

export function TimerEditor({ timer, first, onClose, onStart }: TimerEditorProps) {
  const { t, i18n } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const clock = useAppClock()
  const { zone } = useFormat()
  const note = useTimerNote(timer)
  const edit = useCommand('timer.edit', { errors: 'return' })
  const [error, setError] = useState<AppError | null>(null)
  const [start, setStart] = useState<{ at: Instant | null; error: AppError | null } | null>(null)
  const [seen, setSeen] = useState(timer.startedAt)
  if (seen !== timer.startedAt) {
    setSeen(timer.startedAt)
    setStart(null)
  }
  // Each after the one before: answers take their time, and what was typed last must hold.
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const inTurn = (part: Omit<ArgsOf<'timer.edit'>, 'timerId'>) => {
    const reply = before.current.then(() => edit.run({ timerId: timer.id, ...part }))
    before.current = reply
    return reply
  }
  const changeStart = async (at: Instant | null): Promise<boolean> => {
    setStart({ at, error: null })
    if (at === null) return false
    const reply = await inTurn({ startedAt: at })
    // At once, so that whoever waits for it finds the field that is wrong.
    if (!reply.ok) flushSync(() => setStart({ at, error: reply.error }))
    return reply.ok
  }
  const change = async (part: Omit<ArgsOf<'timer.edit'>, 'timerId'>) => {
    const reply = await inTurn(part)
    setError(reply.ok ? null : reply.error)
  }
  return (
    <Stack gap="sm">
      <DateTimeField
        label={t('startTime')}
        autoFocus={first === 'start'}
        value={start === null ? timer.startedAt : start.at}
        error={start?.error == null ? null : errorSentence(start.error, i18n.language)}
        onChange={(at, part) => onStart(changeStart(startBefore(at, part, clock.now(), zone)))}
      />
      <SubjectFields
        value={chosenSubject(timer)}
        onChange={(_, changed) => void change(changed)}
        keep={timer}
        textsWhenLeft
        labels={{ customer: t('customerName') }}
      />
      <NoteField
        label={t('notes')}
        autoFocus={first === 'notes'}
        maxRows={12}
        value={note.text}
        onChange={note.type}
        onBlur={() => void note.flush()}
      />
      {error !== null && (
        <Alert color="red" variant="light" p="xs">
          <ErrorView error={error} />
        </Alert>
      )}
      <PackageLeft timer={timer} />
      <Group justify="space-between">
        <NoteSaved note={note} />
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {tc('close')}
        </Button>
      </Group>
    </Stack>
  )
}
