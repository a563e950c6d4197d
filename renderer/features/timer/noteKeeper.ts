// When typed notes are saved: after a pause in typing, at least every two seconds, at once when wanted (A7); and again, where the
// program was away, until it has them (K13). In memory only: another program may get our port, and must find nothing.

export type NoteKeeper = {
  /** The text as it now stands in the field. */
  typed(text: string): void
  /** Saves at once what is not saved yet: on leaving the field, closing the window, the program's return. */
  flush(): Promise<void>
  /** Forgets what is not saved yet, because another command carries the text. */
  drop(): void
  /** True while a text waits or is on its way. */
  dirty(): boolean
  /** What is not saved yet; null where all is. */
  unsaved(): string | null
  state(): NoteState
  /** Called after each change of what state() says. Returns how to end it. */
  subscribe(on: () => void): () => void
}

/**
 * `away`: the program did not answer, and the text waits here for it. `left`: it is running again elsewhere, and has the text there.
 * `gone`: it is, and the session was recorded there meanwhile. `refused`: it does not take the text, and has said why.
 */
export type NoteState = 'saved' | 'waiting' | 'away' | 'left' | 'gone' | 'refused'

/** The text stands on this page only. */
export const lacks = (state: NoteState): boolean => state === 'away' || state === 'gone'

export type NoteSaved = Exclude<NoteState, 'waiting'>

export const NOTE_PAUSE_MS = 600
export const NOTE_LIMIT_MS = 2000
export const NOTE_RETRY_MS = 3000

export function createNoteKeeper(save: (text: string) => Promise<NoteSaved>): NoteKeeper {
  let waiting: string | null = null
  let onItsWay: string | null = null
  let ended: Promise<void> = Promise.resolve()
  let last: NoteSaved = 'saved'
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const forget = () => {
    clearTimeout(pause)
    clearTimeout(limit)
    pause = undefined
    limit = undefined
    waiting = null
  }
  const send = async (text: string) => {
    onItsWay = text
    tell()
    last = await save(text)
    onItsWay = null
    if (last === 'away') {
      waiting ??= text
      clearTimeout(pause)
      pause = setTimeout(() => void flush(), NOTE_RETRY_MS)
    }
    tell()
  }
  // One at a time, so that none overtakes a newer one; what is typed meanwhile follows.
  const flush = (): Promise<void> => {
    if (onItsWay !== null) return ended.then(flush)
    if (waiting === null) return Promise.resolve()
    const text = waiting
    forget()
    ended = send(text)
    return ended
  }
  return {
    typed(text) {
      waiting = text
      clearTimeout(pause)
      pause = setTimeout(() => void flush(), NOTE_PAUSE_MS)
      limit ??= setTimeout(() => void flush(), NOTE_LIMIT_MS)
      tell()
    },
    flush,
    drop() {
      forget()
      last = 'saved'
      tell()
    },
    dirty: () => waiting !== null || onItsWay !== null,
    unsaved: () => waiting ?? onItsWay,
    state: () => (last !== 'saved' ? last : waiting !== null || onItsWay !== null ? 'waiting' : 'saved'),
    subscribe(on) {
      listeners.add(on)
      return () => listeners.delete(on)
    },
  }
}

const keepers = new Map<string, NoteKeeper>()

/** The one of a timer in this window: all of its fields show the same text, also while it is not saved. */
export function keeperOf(timerId: string, save: (text: string) => Promise<NoteSaved>): NoteKeeper {
  const known = keepers.get(timerId)
  if (known !== undefined) return known
  const keeper = createNoteKeeper(save)
  keepers.set(timerId, keeper)
  return keeper
}
