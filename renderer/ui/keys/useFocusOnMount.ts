// Focuses a field when it appears; a dialog whose content arrives late has already looked for one in vain.
import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

export function useFocusOnMount<T extends HTMLElement>(wanted: boolean): RefObject<T | null> {
  const field = useRef<T>(null)
  // Before painting: what is typed into the field that is seen must not be taken for a shortcut.
  useLayoutEffect(() => {
    if (!wanted || field.current === null) return
    field.current.focus()
    if (field.current instanceof HTMLTextAreaElement) {
      // One goes on writing at the end.
      const end = field.current.value.length
      field.current.setSelectionRange(end, end)
    }
    // Only on appearing: later, the focus belongs to the person.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return field
}
