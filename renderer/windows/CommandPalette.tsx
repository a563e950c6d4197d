// The command palette (Ctrl or Cmd K): pages, customers, projects, and every command of the timer (G5).
import { Spotlight, useSpotlight } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import {
  BookOpenText,
  CalendarClock,
  FolderKanban,
  History,
  Keyboard,
  Moon,
  NotebookPen,
  Pause,
  PictureInPicture2,
  Play,
  Plus,
  RotateCcw,
  Search,
  Settings,
  Square,
  Sun,
  SunMoon,
  Repeat2,
  User,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { fold } from '../../shared/base/text.ts'
import type { ResultOf } from '../../shared/contract/contract.ts'
import { usePermitted } from '../channel/AppState.tsx'
import { useCommand, useRequest } from '../channel/useRequest.ts'
import { searchPath } from '../features/search/searchPath.ts'
import { projectLabel } from '../ui/ProjectTag.tsx'
import { useTimerDialogs } from '../features/timer/dialogs.tsx'
import { openQuickTimer } from '../features/timer/popOut.ts'
import { useSingleKeys } from '../features/timer/singleKeys.ts'
import { useTimerActions } from '../features/timer/useTimerActions.ts'
import { paletteStore, useMarkFirst, usePaletteKeys, usePaletteShortcuts } from './paletteKeys.ts'

type Act = { id: string; label: string; icon: LucideIcon; run: () => void; keys?: string }

export function CommandPalette() {
  const { t } = useTranslation('common')
  const { query } = useSpotlight(paletteStore)
  const acts = useActs()
  usePaletteShortcuts(useSingleKeys())
  const wanted = fold(query.trim())
  const fits = (act: Act) => wanted === '' || fold(act.label).includes(wanted)
  const pages = acts.pages.filter(fits)
  const commands = acts.commands.filter(fits)
  useMarkFirst(query)
  const [search] = useDebouncedValue(query.trim().slice(0, 200), 80)
  const found = useRequest(
    'customer.suggest',
    { search, limit: 8 },
    { enabled: search !== '', keepPrevious: true },
  )
  const projectsFound = useRequest(
    'project.list',
    { search, activeOnly: true, limit: 5 },
    { enabled: search !== '', keepPrevious: true },
  )
  const projects = wanted === '' ? [] : (projectsFound.data?.rows ?? [])
  const customers = wanted === '' ? [] : (found.data ?? [])
  const searching = wanted !== '' && (search !== query.trim().slice(0, 200) || found.isFetching)
  const ownFound = pages.length + commands.length > 0
  const [field, setField] = useState<HTMLInputElement | null>(null)
  usePaletteKeys({ field, waiting: searching && !ownFound })
  return (
    <Spotlight.Root
      store={paletteStore}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
    >
      <Spotlight.Search
        ref={setField}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.open')}
      />
      <Spotlight.ActionsList>
        {commands.length > 0 && <Group label={t('palette.commands')} acts={commands} />}
        {pages.length > 0 && <Group label={t('palette.pages')} acts={pages} />}
        {customers.length > 0 && <Customers customers={customers} />}
        {projects.length > 0 && <Projects projects={projects} />}
        {wanted !== '' && !searching && <Notes text={query.trim().slice(0, 200)} />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Group({ label, acts }: { label: string; acts: readonly Act[] }) {
  return (
    <Spotlight.ActionsGroup label={label}>
      {acts.map(({ id, label: name, icon: Icon, run, keys }) => (
        <Spotlight.Action
          key={id}
          label={name}
          leftSection={<Icon size={17} strokeWidth={1.75} />}
          rightSection={keys === undefined ? null : <kbd>{keys}</kbd>}
          onClick={run}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Customers({ customers }: { customers: ResultOf<'customer.suggest'> }) {
  const { t } = useTranslation('common')
  const [, navigate] = useLocation()
  return (
    <Group
      label={t('palette.customers')}
      acts={customers.map(({ id, name }) => ({
        id,
        label: name,
        icon: User,
        run: () => navigate(`/customers/${encodeURIComponent(id)}`),
      }))}
    />
  )
}

/** A project is found by its code or name, and stands on its customer's page. */
function Projects({ projects }: { projects: ResultOf<'project.list'>['rows'] }) {
  const { t } = useTranslation('projects')
  const [, navigate] = useLocation()
  return (
    <Group
      label={t('tab')}
      acts={projects.map((project) => ({
        id: project.id,
        label: `${projectLabel(project)}, ${project.customerName}`,
        icon: FolderKanban,
        run: () => navigate(`/customers/${encodeURIComponent(project.customerId)}/projects`),
      }))}
    />
  )
}

/** What is no page, command or customer may stand in a note. */
function Notes({ text }: { text: string }) {
  const { t } = useTranslation('common')
  const [, navigate] = useLocation()
  const act = {
    id: 'search-notes',
    label: t('palette.searchNotes', { text }),
    icon: Search,
    run: () => navigate(searchPath(text)),
  }
  return <Group label={t('palette.notes')} acts={[act]} />
}

function useActs(): { pages: Act[]; commands: Act[] } {
  const { t } = useTranslation('common')
  const { t: tt } = useTranslation('timer')
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const { show } = useTimerDialogs()
  const timer = useTimerActions()
  const save = useCommand('preferences.save')
  const page = (
    id: 'today' | 'diary' | 'customers' | 'search' | 'history' | 'settings',
    path: string,
    icon: LucideIcon,
  ): Act => ({
    id: `page-${id}`,
    label: t(`nav.${id}`),
    icon,
    run: () => navigate(path),
  })
  const pages: Act[] = [
    page('today', '/', CalendarClock),
    page('diary', '/diary', BookOpenText),
    page('customers', '/customers', Users),
    page('search', '/search', Search),
    ...(permitted('change.list') ? [page('history', '/history', History)] : []),
    page('settings', '/settings', Settings),
  ]
  const commands: Act[] = []
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
