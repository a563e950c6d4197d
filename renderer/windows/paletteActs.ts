// The pages and commands that the palette offers, in their order (G5).
import {
  BookOpenText,
  ChartColumn,
  CalendarClock,
  CalendarDays,
  CalendarPlus,
  CalendarOff,
  CheckCheck,
  FileSpreadsheet,
  History,
  Keyboard,
  LifeBuoy,
  ListPlus,
  Moon,
  NotebookPen,
  Pause,
  PictureInPicture2,
  Play,
  Plus,
  Repeat2,
  ReceiptText,
  RotateCcw,
  Search,
  Settings,
  Square,
  Sun,
  SunMoon,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { addMonths, monthOf } from '../../shared/base/localDate.ts'
import { useAppState, useModule, usePermitted } from '../channel/AppState.tsx'
import { useChannel } from '../channel/ChannelProvider.tsx'
import { useCommand } from '../channel/useRequest.ts'
import { useTimerDialogs } from '../features/timer/dialogs.tsx'
import { openQuickTimer } from '../features/timer/popOut.ts'
import { useTimerActions } from '../features/timer/useTimerActions.ts'
import { useFormat } from '../ui/figures/format.ts'
import type { PaletteRow } from './paletteRows.ts'

export function usePaletteActs(): { pages: PaletteRow[]; commands: PaletteRow[] } {
  const { t } = useTranslation('common')
  const { t: tt } = useTranslation('timer')
  const { t: tm } = useTranslation('meetings')
  const { t: tk } = useTranslation('tasks')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const { team, today } = useAppState()
  const channel = useChannel()
  const format = useFormat()
  const calendar = useModule('calendar')
  const absence = useModule('absence')
  const approvals = useModule('approvals') && permitted('approval.waiting')
  const cases = useModule('cases')
  const invoices = useModule('invoicing') && permitted('invoice.list')
  const { show } = useTimerDialogs()
  const timer = useTimerActions()
  const save = useCommand('preferences.save')
  const page = (
    id:
      | 'today'
      | 'calendar'
      | 'diary'
      | 'absence'
      | 'approvals'
      | 'customers'
      | 'cases'
      | 'invoices'
      | 'reports'
      | 'search'
      | 'history'
      | 'settings'
      | 'working',
    path: string,
    icon: LucideIcon,
  ): PaletteRow => ({
    id: `page-${id}`,
    label: t(`nav.${id}`),
    icon,
    run: () => navigate(path),
  })
  const pages: PaletteRow[] = [
    page('today', '/', CalendarClock),
    ...(calendar ? [page('calendar', '/calendar', CalendarDays)] : []),
    page('diary', '/diary', BookOpenText),
    ...(team ? [page('working', '/working', Users)] : []),
    ...(approvals ? [page('approvals', '/diary/approvals', CheckCheck)] : []),
    ...(absence ? [page('absence', '/absence', CalendarOff)] : []),
    page('customers', '/customers', Users),
    ...(cases ? [page('cases', '/cases', LifeBuoy)] : []),
    ...(invoices ? [page('invoices', '/invoices', ReceiptText)] : []),
    page('reports', '/reports', ChartColumn),
    page('search', '/search', Search),
    ...(permitted('change.list') ? [page('history', '/history', History)] : []),
    page('settings', '/settings', Settings),
  ]
  const commands: PaletteRow[] = []
  const { current } = timer
  if (timer.usable) {
    if (current === null) {
      commands.push({ id: 'start', label: tt('startWork'), icon: Play, run: timer.start, keys: 'S' })
      commands.push({
        id: 'continue',
        label: tt('continueLast'),
        icon: RotateCcw,
        run: () => void timer.continueLast(),
        keys: 'C',
      })
    } else {
      commands.push({
        id: 'stop',
        label: tt('stopWork'),
        icon: Square,
        run: () => timer.stop(current),
        keys: 'S',
      })
      commands.push({
        id: 'pause',
        label: current.state === 'running' ? tt('pause') : tt('resume'),
        icon: current.state === 'running' ? Pause : Play,
        run: () => void timer.pauseOrResume(),
        keys: 'P',
      })
      commands.push({ id: 'switch', label: tt('switchTo'), icon: Repeat2, run: timer.start, keys: 'W' })
    }
    commands.push({ id: 'quick', label: tt('quick.open'), icon: PictureInPicture2, run: openQuickTimer })
  }
  commands.push({
    id: 'add',
    label: tt('addEntry'),
    icon: Plus,
    run: () => show({ kind: 'addEntry' }),
    keys: 'N',
  })
  if (calendar) {
    const add = (what: 'meeting' | 'task') => () => show({ kind: 'add', what, preset: {} })
    commands.push({ id: 'meeting', label: tm('add'), icon: CalendarPlus, run: add('meeting') })
    commands.push({ id: 'task', label: tk('add'), icon: ListPlus, run: add('task') })
  }
  if (permitted('export.start') && permitted('diary.month'))
    for (const month of [addMonths(monthOf(today), -1), monthOf(today)])
      commands.push({
        id: `payroll-${month}`,
        label: t('palette.payroll', { month: format.month(month) }),
        icon: FileSpreadsheet,
        run: () =>
          void import('../features/export/useExport.tsx').then(({ startExport }) =>
            startExport(channel, { kind: 'payroll', month }),
          ),
      })
  commands.push({
    id: 'drafts',
    label: tt('drafts.title'),
    icon: NotebookPen,
    run: () => show({ kind: 'drafts' }),
  })
  commands.push({
    id: 'help',
    label: t('shortcuts.title'),
    icon: Keyboard,
    run: () => show({ kind: 'help' }),
    keys: '?',
  })
  const colours = [
    ['light', Sun],
    ['dark', Moon],
    ['auto', SunMoon],
  ] as const
  for (const [colorScheme, icon] of colours) {
    const label = t(`palette.theme.${colorScheme}`)
    commands.push({ id: colorScheme, label, icon, run: () => void save.run({ colorScheme }) })
  }
  return { pages, commands }
}
