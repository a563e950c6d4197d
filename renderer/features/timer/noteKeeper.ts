// Keeps notes as they are typed: soon after a pause in typing, and never later than two seconds (A7).

export type NoteKeeper = {
  /** The text as it now stands in the field. */
  typed(text: string): void
  /** Saves at once what is not saved yet: on leaving the field, closing the window. */
  flush(): Promise<void>
  /** Forgets what is not saved yet, because another command carries the text. */
  drop(): void
  /** True while a text waits or is on its way. */
  dirty(): boolean
}

export const NOTE_PAUSE_MS = 600
export const NOTE_LIMIT_MS = 2000

export function createNoteKeeper(save: (text: string) => Promise<void>): NoteKeeper {
  let waiting: { text: string } | null = null
  let underWay = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined

  const drop = () => {
    clearTimeout(pause)
    clearTimeout(limit)
    pause = undefined
    limit = undefined
    waiting = null
  }
  const flush = async () => {
    const now = waiting
    drop()
    if (now === null) return
    underWay += 1
    await save(now.text)
    underWay -= 1
  }
  return {
    typed(text) {
      waiting = { text }
      clearTimeout(pause)
      pause = setTimeout(() => void flush(), NOTE_PAUSE_MS)
      limit ??= setTimeout(() => void flush(), NOTE_LIMIT_MS)
    },
    flush,
    drop,
    dirty: () => waiting !== null || underWay > 0,
  }
}
