// The notes of a running timer in a field: saved as typed, and following what is typed in another field or window (A5, A7, K13).
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useAppEvent, useChannel } from '../../channel/ChannelProvider.tsx'
import { useNotices } from '../../channel/notices.ts'
import { invoke } from '../../channel/useRequest.ts'
import { noteTooLong } from '../../ui/fields/noteLength.ts'
import { keeperOf, lacks } from './noteKeeper.ts'
import type { NoteState } from './noteKeeper.ts'

export type TimerNote = {
  text: string
  state: NoteState
  type(text: string): void
  flush(): Promise<void>
  /** Another command (stop) carries the text from here on. */
  handOver(): void
}

/** The note of each timer as this window last knew it to be saved. */
const saved = new Map<string, string>()

export function useTimerNote(timer: Pick<TimerView, 'id' | 'note'>): TimerNote {
  const channel = useChannel()
  const notices = useNotices()
  const timerId = timer.id
  // Not with a field's own lifetime: what was typed is sent also after its field is gone.
  const [keeper] = useState(() =>
    keeperOf(timerId, async (note) => {
      const reply = await invoke(channel, 'timer.note', { timerId, note })
      if (reply.ok) {
        saved.set(timerId, note)
        return 'saved'
      }
      if (reply.error.code !== 'channel.closed' && reply.error.code !== 'session.ended') {
        notices.refused(reply.error)
        return 'refused'
      }
      // Perhaps it is running again, where this page is let in no more.
      const left = await channel.leaveNotes?.({ timerId, base: saved.get(timerId) ?? '', note })
      if (left === 'saved') saved.set(timerId, note)
      return left === 'saved' ? 'left' : left === 'refused' ? 'gone' : 'away'
    }),
  )
  useEffect(() => {
    saved.set(timerId, timer.note)
  }, [timerId, timer.note])
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  const unsaved = useSyncExternalStore(keeper.subscribe, keeper.unsaved)
  const [text, setText] = useState(keeper.unsaved() ?? timer.note)
  const [told, setTold] = useState(timer.note)
  if (told !== timer.note) {
    setTold(timer.note)
    // What another window typed is taken over, unless something of ours is still to be saved.
    if (unsaved === null) setText(timer.note)
  }
  // What is typed into another field of this window.
  if (unsaved !== null && unsaved !== text && noteTooLong(text) === 0) setText(unsaved)
  useAppEvent((event) => {
    if (event.type === 'connection' && event.connected) void keeper.flush()
  })
  useEffect(() => {
    const leave = () => void keeper.flush()
    // A window that is closed with what could not be saved loses it, so the browser asks.
    const ask = (event: BeforeUnloadEvent) => {
      if (lacks(keeper.state())) event.preventDefault()
    }
    window.addEventListener('pagehide', leave)
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('beforeunload', ask)
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
  return { text, state, type, flush: keeper.flush, handOver: keeper.drop }
}
