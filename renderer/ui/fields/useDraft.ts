// A value that is saved by a button of its own: what was typed stands until then, whatever else is saved meanwhile (K13).
import { useState } from 'react'

export function useDraft<T>(saved: T): [T, (draft: T) => void] {
  const [{ draft, of }, set] = useState({ draft: saved, of: saved })
  // What was not touched follows what is saved.
  if (saved !== of) set({ draft: draft === of ? saved : draft, of: saved })
  return [draft, (next) => set({ draft: next, of: saved })]
}
