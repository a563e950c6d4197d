// Focuses a field when it appears; a dialog whose content arrives late has already looked for one in vain.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

export function useFocusOnMount<T extends HTMLElement>(wanted: boolean): RefObject<T | null> {
  const field = useRef<T>(null)
  useEffect(() => {
    if (wanted) field.current?.focus()
    // Only on appearing: later, the focus belongs to the person.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return field
}
