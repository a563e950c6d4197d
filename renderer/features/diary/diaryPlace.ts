// Where the diary's tables were scrolled to and what was typed in the filter, for the time the window is open.
import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { create } from 'zustand'

type DiaryPlace = {
  offsets: Record<string, number>
  filter: string
  stand(key: string, offset: number): void
  setFilter(filter: string): void
}

export const useDiaryPlace = create<DiaryPlace>((set) => ({
  offsets: {},
  filter: '',
  stand: (key, offset) => set(({ offsets }) => ({ offsets: { ...offsets, [key]: offset } })),
  setFilter: (filter) => set({ filter }),
}))

/** Brings a scrolled box back to where it stood under this key, and remembers where it is left. */
export function useScrollPlace(key: string): {
  ref: RefObject<HTMLDivElement | null>
  onScrollEnd: () => void
} {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ref.current !== null) ref.current.scrollTop = useDiaryPlace.getState().offsets[key] ?? 0
  }, [key])
  const onScrollEnd = useCallback(() => {
    if (ref.current !== null) useDiaryPlace.getState().stand(key, ref.current.scrollTop)
  }, [key])
  return { ref, onScrollEnd }
}
