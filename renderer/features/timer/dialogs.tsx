// Which dialog of the timer is open: at most one at a time, so that no modal ever lies over another.
import { createContext, use, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Instant } from '../../../shared/base/instant.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { SubjectChoice } from '../../ui/fields/subjectChoice.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'

export const ADDABLES = ['entry', 'meeting', 'task'] as const
export type Addable = (typeof ADDABLES)[number]

export type TimerDialog =
  /** The Customer Timer modal (B10). */
  | { kind: 'start'; chosen?: Partial<SubjectChoice>; customerRequired?: boolean }
  /** The Note modal (B15); `at`: the moment at which Stop work was pressed is the end. */
  | { kind: 'note'; timerId: Id; at?: Instant }
  /** The Time Log Entry dialog (A13). */
  | { kind: 'timeLog'; timerId: Id }
  | { kind: 'gaps' }
  | { kind: 'drafts' }
  | { kind: 'addEntry'; preset?: EntryPreset }
  | { kind: 'editEntry'; entryId: Id }
  /** From the calendar, or a button that says what: an entry, a meeting or a task. */
  | { kind: 'add'; what: Addable; preset: EntryPreset }
  /** `at`: which occurrence; null: the first. */
  | { kind: 'meeting'; meetingId: Id; at: Instant | null }
  | { kind: 'task'; taskId: Id }
  | { kind: 'help' }

type TimerDialogs = {
  dialog: TimerDialog | null
  show(dialog: TimerDialog): void
  close(): void
}

const DialogsContext = createContext<TimerDialogs | null>(null)

export function TimerDialogsProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<TimerDialog | null>(null)
  const value = useMemo(() => ({ dialog, show: setDialog, close: () => setDialog(null) }), [dialog])
  return <DialogsContext value={value}>{children}</DialogsContext>
}

export function useTimerDialogs(): TimerDialogs {
  const value = use(DialogsContext)
  if (value === null) throw new Error('useTimerDialogs outside of TimerDialogsProvider')
  return value
}
