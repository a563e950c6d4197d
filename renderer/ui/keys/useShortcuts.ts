// Keys that act wherever the focus is, from the very frame in which their screen is seen: a key pressed at once is not lost.
import { getHotkeyHandler } from '@mantine/hooks'
import type { HotkeyItem } from '@mantine/hooks'
import { useLayoutEffect, useRef } from 'react'

const WHERE_ONE_TYPES: readonly string[] = ['INPUT', 'TEXTAREA', 'SELECT']

/** Nobody types into a box that is ticked, nor into a choice, which only arrows change. */
function isTicked(target: HTMLElement, key: string): boolean {
  if (!(target instanceof HTMLInputElement)) return false
  return target.type === 'checkbox' || (target.type === 'radio' && !key.startsWith('Arrow'))
}

/** `except`: the elements that keep these keys for themselves while they have the focus. */
export function useShortcuts(keys: HotkeyItem[], except = WHERE_ONE_TYPES): void {
  const now = useRef({ keys, except })
  useLayoutEffect(() => {
    now.current = { keys, except }
  })
  // Not after painting, as an effect would be: by then somebody who saw the screen may have pressed.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event
      if (target instanceof HTMLElement && now.current.except.includes(target.tagName)) {
        if (!isTicked(target, event.key)) return
      }
      getHotkeyHandler(now.current.keys)(event)
    }
    document.documentElement.addEventListener('keydown', listen)
    return () => document.documentElement.removeEventListener('keydown', listen)
  }, [])
}
