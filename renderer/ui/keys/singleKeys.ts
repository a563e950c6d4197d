// Whether shortcuts of a single key are on in this browser; somebody who dictates needs them off (WCAG 2.1.4).
import { useSyncExternalStore } from 'react'

const KEY = 'daybook.singleKeys'
const CHANGED = 'daybook:singleKeys'

const read = () => localStorage.getItem(KEY) !== 'off'

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off')
  window.dispatchEvent(new Event(CHANGED))
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore((notify) => {
    window.addEventListener(CHANGED, notify)
    window.addEventListener('storage', notify)
    return () => {
      window.removeEventListener(CHANGED, notify)
      window.removeEventListener('storage', notify)
    }
  }, read)
}
