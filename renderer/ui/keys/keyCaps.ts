// What the keyboards of a language and a system call their keys: every key that a screen names has its words from here.
import { useTranslation } from 'react-i18next'

/** Keys as they are written in code, with what they are called on a Mac. */
const ON_MAC: Record<string, string> = {
  mod: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Super: '⌘',
  Enter: '⏎',
}

/** Those that are called otherwise elsewhere. */
const NAMED = {
  mod: 'control',
  Control: 'control',
  Alt: 'alt',
  Shift: 'shift',
  Enter: 'enter',
  Esc: 'escape',
  Delete: 'delete',
  Space: 'space',
  PgUp: 'pageUp',
  PgDn: 'pageDown',
  Home: 'home',
  End: 'end',
} as const

export const isMac = (): boolean => /mac/i.test(navigator.userAgent)

/** The name of one key; what has none of its own, such as a letter or an arrow, is called what it is. 'mod' is the key of commands. */
export function useKeyCap(): (key: string) => string {
  const { t } = useTranslation('common')
  return (key) => {
    const onMac = isMac() ? ON_MAC[key] : undefined
    if (onMac !== undefined) return onMac
    return key in NAMED ? t(`keys.${NAMED[key as keyof typeof NAMED]}`) : key
  }
}

/** Keys that are pressed together, as 'Shift ←': beside what they do. */
export function useKeyHint(): (label: string, keys: string) => string {
  const cap = useKeyCap()
  return (label, keys) => `${label} (${keys.split(' ').map(cap).join(' ')})`
}
