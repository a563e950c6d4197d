// Shows the one open dialog; opens by itself what waits for an answer: gaps, then sessions that are not recorded (A13, G1).
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Id } from '../../../shared/entities/entity.ts'
import { useAppEvent } from '../../channel/ChannelProvider.tsx'
import { useTimerState } from '../../clock/clock.tsx'
import { HoldKeys } from '../../ui/fields/HoldKeys.tsx'
import { CustomerTimerModal } from './CustomerTimerModal.tsx'
import { useTimerDialogs } from './dialogs.tsx'
import type { TimerDialog } from './dialogs.tsx'
import { NoteModal } from './NoteModal.tsx'
import { useTimerActions } from './useTimerActions.ts'

const EntryForm = lazy(async () => ({ default: (await import('../entries/EntryForm.tsx')).EntryForm }))
const AddDialog = lazy(async () => ({ default: (await import('./AddDialog.tsx')).AddDialog }))
const MeetingDialog = lazy(async () => ({
  default: (await import('../meetings/MeetingDialog.tsx')).MeetingDialog,
}))
const TaskDialog = lazy(async () => ({ default: (await import('../tasks/TaskDialog.tsx')).TaskDialog }))
const ShortcutsHelp = lazy(async () => ({ default: (await import('./ShortcutsHelp.tsx')).ShortcutsHelp }))
const TimeLogDialog = lazy(async () => ({ default: (await import('./TimeLogDialog.tsx')).TimeLogDialog }))
const GapDialog = lazy(async () => ({ default: (await import('./GapDialog.tsx')).GapDialog }))
const DraftsDialog = lazy(async () => ({ default: (await import('./DraftsDialog.tsx')).DraftsDialog }))

export function TimerDialogsHost({ onShow }: { onShow: (view: 'diary' | 'today') => void }) {
  const { dialog, show, close } = useTimerDialogs()
  const state = useTimerState()
  const actions = useTimerActions()
  useWhatWaits()
  useAppEvent((event) => {
    if (event.type !== 'show') return
    const timer = state?.timers.find((candidate) => candidate.id === event.timerId) ?? actions.current
    switch (event.view) {
      case 'start':
        show({ kind: 'start' })
        break
      case 'stop':
        if (timer !== null) actions.stop(timer)
        break
      case 'timeLog':
        if (event.timerId !== undefined) show({ kind: 'timeLog', timerId: event.timerId })
        break
      case 'gap':
        show({ kind: 'gaps' })
        break
      case 'diary':
      case 'today':
        onShow(event.view)
        break
      case 'quit':
        break
    }
  })
  if (dialog === null) return null
  return <Suspense fallback={<HoldKeys />}>{content(dialog)}</Suspense>

  function content(open: TimerDialog): ReactNode {
    const toTimeLog = (timerId: Id) => show({ kind: 'timeLog', timerId })
    switch (open.kind) {
      case 'start':
        return <CustomerTimerModal {...open} onClose={close} />
      case 'note':
        return (
          <NoteModal
            key={open.timerId}
            timerId={open.timerId}
            at={open.at}
            onClose={close}
            onTimeLog={toTimeLog}
          />
        )
      case 'timeLog':
        return <TimeLogDialog timerId={open.timerId} onClose={close} />
      case 'gaps':
        return state !== undefined && state.gaps.length > 0 && <GapDialog state={state} onClose={close} />
      case 'drafts':
        return <DraftsDialog onClose={close} onTimeLog={toTimeLog} />
      case 'addEntry':
        return (
          <EntryForm mode="add" {...(open.preset !== undefined && { preset: open.preset })} onClose={close} />
        )
      case 'editEntry':
        return <EntryForm mode="edit" entryId={open.entryId} onClose={close} />
      case 'add':
        return <AddDialog what={open.what} preset={open.preset} onClose={close} />
      case 'meeting':
        return <MeetingDialog meetingId={open.meetingId} at={open.at} onClose={close} />
      case 'task':
        return <TaskDialog taskId={open.taskId} onClose={close} />
      case 'help':
        return <ShortcutsHelp onClose={close} />
    }
  }
}

/**
 * Each gap opens its dialog once in this window, and so does each session that was found unrecorded when the window opened;
 * after that it waits in the header. A session that is stopped later has its dialog in the window that stopped it.
 */
function useWhatWaits(): void {
  const { dialog, show } = useTimerDialogs()
  const state = useTimerState()
  const [asked, setAsked] = useState<ReadonlySet<Id>>(new Set())
  const [found, setFound] = useState<ReadonlySet<Id> | null>(null)
  useEffect(() => {
    if (state !== undefined && found === null) {
      const stopped = state.timers.filter((timer) => timer.state === 'stopped')
      setFound(new Set(stopped.map(({ id }) => id)))
    }
    if (dialog?.kind === 'timeLog' && !asked.has(dialog.timerId)) {
      const { timerId } = dialog
      setAsked((was) => new Set([...was, timerId]))
    }
    if (state === undefined || dialog !== null) return
    const gaps = state.gaps.filter((gap) => !asked.has(gap.id))
    const waiting = state.timers.find(
      ({ id, state: is }) => is === 'stopped' && found?.has(id) === true && !asked.has(id),
    )
    if (gaps.length > 0) {
      setAsked((was) => new Set([...was, ...gaps.map((gap) => gap.id)]))
      show({ kind: 'gaps' })
    } else if (waiting !== undefined) {
      setAsked((was) => new Set([...was, waiting.id]))
      show({ kind: 'timeLog', timerId: waiting.id })
    }
  }, [state, dialog, asked, found, show])
}
