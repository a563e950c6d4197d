// The in-app shortcuts of the main window (G5); they rest while a dialog is open or somebody types.
import type { HotkeyItem } from '@mantine/hooks'
import { useLocation } from 'wouter'
import { useAppState } from '../channel/AppState.tsx'
import { useTimerDialogs } from '../features/timer/dialogs.tsx'
import { useSingleKeys } from '../ui/keys/singleKeys.ts'
import { useTimerActions } from '../features/timer/useTimerActions.ts'
import { presetOn, shownDay } from '../features/today/shownDay.ts'
import { useShortcuts } from '../ui/keys/useShortcuts.ts'

export function Shortcuts() {
  const [location, navigate] = useLocation()
  const { zone } = useAppState()
  // On another day than today, an entry is added to that day.
  const day = shownDay(location)
  const { dialog, show } = useTimerDialogs()
  const timer = useTimerActions()
  const on = useSingleKeys() && dialog === null
  const key = (hotkey: string, run: () => void): HotkeyItem => [
    hotkey,
    () => {
      // A menu or popover that is open has the keyboard to itself.
      if (document.querySelector('[role="menu"], [role="dialog"]') === null) run()
    },
  ]
  const go = (path: string) => {
    navigate(path)
    const content = document.querySelector('main')
    if (content?.contains(document.activeElement) !== true) content?.focus({ preventScroll: true })
  }
  const timerKeys: HotkeyItem[] = [
    key('S', timer.startOrStop),
    key('P', () => void timer.pauseOrResume()),
    key('W', timer.start),
    key('C', () => void timer.continueLast()),
  ]
  const keys: HotkeyItem[] = [
    ...(timer.usable ? timerKeys : []),
    key('N', () => show({ kind: 'addEntry', ...(day !== null && { preset: presetOn(day, zone) }) })),
    key('1', () => go('/')),
    key('2', () => go('/diary')),
    key('3', () => go('/customers')),
    key('shift + ?', () => show({ kind: 'help' })),
    key('?', () => show({ kind: 'help' })),
  ]
  useShortcuts(on ? keys : [])
  return null
}
