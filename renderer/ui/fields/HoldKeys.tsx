// Stands in for a dialog that is asked for and still on its way: what is typed meanwhile is meant for it, not for what lies beneath.
import { useLayoutEffect } from 'react'
import { holdKey, typeAhead } from './typedAhead.ts'
import type { HeldKey } from './typedAhead.ts'

/** A dialog that is there gives the focus to something in it within this. */
const PATIENCE_MS = 2_000

export function HoldKeys() {
  useLayoutEffect(() => {
    const held: HeldKey[] = []
    const hold = (event: KeyboardEvent) => {
      const key = holdKey(event)
      if (key !== null) held.push(key)
    }
    window.addEventListener('keydown', hold, true)
    return () => {
      const end = () => {
        window.removeEventListener('keydown', hold, true)
        document.removeEventListener('focusin', handOver)
        clearTimeout(timer)
      }
      const handOver = ({ target }: FocusEvent) => {
        // Some have it themselves before their content is there.
        const dialog = target instanceof Element ? target.closest('[role="dialog"]') : null
        if (dialog === null || dialog === target) return
        end()
        // The focus may be given while the page is being drawn: what is typed within that, a field takes back with each key.
        queueMicrotask(() => typeAhead(held))
      }
      const timer = setTimeout(end, PATIENCE_MS)
      document.addEventListener('focusin', handOver)
    }
  }, [])
  return null
}
