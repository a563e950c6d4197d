// Copying and pasting where a cell has the focus. Browsers aim both at what is selected, not at what has the focus, and a cell that was
// reached by keys is no selection: so they are heard on the document.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { isTyping } from '../../ui/table/gridKeys.ts'

type Heard = Record<'copy' | 'paste', (event: ClipboardEvent) => void>

export function useClipboard(box: RefObject<HTMLElement | null>, heard: Heard): void {
  const newest = useRef(heard)
  newest.current = heard
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const { activeElement } = document
      if (activeElement === null || isTyping(activeElement)) return
      if (box.current?.contains(activeElement) !== true) return
      newest.current[event.type === 'copy' ? 'copy' : 'paste'](event)
    }
    document.addEventListener('copy', hear)
    document.addEventListener('paste', hear)
    return () => {
      document.removeEventListener('copy', hear)
      document.removeEventListener('paste', hear)
    }
  }, [box])
}
