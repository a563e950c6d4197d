// The notes of a running timer in a field: saved as typed, and following what is typed in another window (A5, A7).
import { useCallback, useEffect, useState } from 'react'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { noteTooLong } from '../../ui/noteLength.ts'
import { createNoteKeeper } from './noteKeeper.ts'

export type TimerNote = {
  text: string
  type(text: string): void
  flush(): Promise<void>
  /** Another command (stop) carries the text from here on. */
  handOver(): void
}

export function useTimerNote(timer: Pick<TimerView, 'id' | 'note'>): TimerNote {
  const { run } = useCommand('timer.note')
  const timerId = timer.id
  const [keeper] = useState(() =>
    createNoteKeeper(async (note) => {
      await run({ timerId, note })
    }),
  )
  const [text, setText] = useState(timer.note)
  const [told, setTold] = useState(timer.note)
  if (told !== timer.note) {
    setTold(timer.note)
    // What another window typed is taken over, unless something of ours is still to be saved.
    if (!keeper.dirty()) setText(timer.note)
  }
  useEffect(() => {
    const leave = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [keeper])
  const type = useCallback(
    (next: string) => {
      setText(next)
      // What is too long would be refused; it stays in the field, with a sentence, until it fits.
      if (noteTooLong(next) === 0) keeper.typed(next)
      else keeper.drop()
    },
    [keeper],
  )
  return { text, type, flush: keeper.flush, handOver: keeper.drop }
}
