// The in-app shortcuts of the main window (G5); they rest while a dialog is open or somebody types.
import type { HotkeyItem } from '@mantine/hooks'
import { useLocation } from 'wouter'
import { useTimerDialogs } from '../features/timer/dialogs.tsx'
import { useSingleKeys } from '../features/timer/singleKeys.ts'
import { useTimerActions } from '../features/timer/useTimerActions.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'

export function Shortcuts() {
  const [, navigate] = useLocation()
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
  const timerKeys: HotkeyItem[] = [
    key('S', timer.startOrStop),
    key('P', () => void timer.pauseOrResume()),
    key('W', timer.start),
    key('C', () => void timer.continueLast()),
  ]
  const keys: HotkeyItem[] = [
    ...(timer.usable ? timerKeys : []),
    key('N', () => show({ kind: 'addEntry' })),
    key('1', () => navigate('/')),
    key('2', () => navigate('/diary')),
    key('3', () => navigate('/customers')),
    key('shift + ?', () => show({ kind: 'help' })),
    key('?', () => show({ kind: 'help' })),
  ]
  useShortcuts(on ? keys : [])
  return null
}
