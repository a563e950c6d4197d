// The notes window's content: the note of the session that is being stopped, then the Time Log Entry where it must follow.
import { Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../shared/entities/entity.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { useCurrentTimer, useTimerState } from '../../clock/clock.tsx'
import { NoteForm } from './NoteForm.tsx'
import classes from './NotesWindow.module.css'
import { TimeLogForm } from './TimeLogForm.tsx'

const close = () => window.close()

export function NotesWindow({ timerId }: { timerId: Id | null }) {
  const { t } = useTranslation('timer')
  const state = useTimerState()
  const current = useCurrentTimer()
  const [shown, setShown] = useState<{ id: Id; step: 'note' | 'timeLog' } | null>(null)
  if (shown === null && state !== undefined) {
    const timer = timerId === null ? current : state.timers.find((candidate) => candidate.id === timerId)
    if (timer != null) setShown({ id: timer.id, step: timer.state === 'stopped' ? 'timeLog' : 'note' })
  }
  const title = shown?.step === 'timeLog' ? t('timeLog.title') : t('note.title')
  useEffect(() => {
    document.title = title
  }, [title])
  if (state === undefined) return <SkeletonRows rows={4} />
  if (shown === null) return <EmptyState title={t('note.gone')} text={t('note.goneText')} />
  return (
    <main className={classes.window}>
      <Title order={1} mb="md">
        {title}
      </Title>
      {shown.step === 'note' ? (
        <NoteForm timerId={shown.id} onClose={close} onTimeLog={(id) => setShown({ id, step: 'timeLog' })} />
      ) : (
        <TimeLogForm timerId={shown.id} onClose={close} />
      )}
    </main>
  )
}
