// What the palette finds beside pages and commands: work to start, customers, projects, cases, people, and the search in notes (J18).
import { FolderKanban, LifeBuoy, Play, Repeat2, Search, User, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { monthOf } from '../../shared/base/localDate.ts'
import { useAppState, useCurrentUser, useModule } from '../channel/AppState.tsx'
import { useRequest } from '../channel/useRequest.ts'
import { useCurrentTimer } from '../clock/clock.tsx'
import { searchPath } from '../features/search/searchPath.ts'
import { useTimerCommands } from '../features/timer/useTimerActions.ts'
import { useCustomerNames } from '../ui/fields/useCustomerNames.ts'
import { codeLabel } from '../ui/figures/codeLabel.ts'
import { useSessionName } from '../ui/figures/sessionName.ts'
import type { PaletteRow } from './paletteRows.ts'
import { startChoices } from './startChoices.ts'

export type PaletteFinds = {
  starts: PaletteRow[]
  customers: PaletteRow[]
  projects: PaletteRow[]
  cases: PaletteRow[]
  people: PaletteRow[]
  /** Always found: what is nothing else may stand in a note. */
  notes: PaletteRow
  /** The rows do not answer what is typed yet. */
  waiting: boolean
  /** Projects and cases may still be found. */
  moreWaiting: boolean
}

export function usePaletteFinds(typed: string): PaletteFinds {
  const { t } = useTranslation('common')
  const [, navigate] = useLocation()
  const nameOf = useSessionName()
  const { today, team } = useAppState()
  const me = useCurrentUser()
  const current = useCurrentTimer()
  const { usable, switchTo } = useTimerCommands()
  const search = typed.slice(0, 200)
  const customers = useCustomerNames(typed)
  const recents = useRequest('timer.recents', { limit: 30 })
  const categories = useRequest('category.list', { activeOnly: true })
  const projects = useRequest(
    'project.list',
    { search, activeOnly: true, limit: 8 },
    { enabled: search !== '', keepPrevious: true },
  )
  const hasCases = useModule('cases')
  const cases = useRequest(
    'case.list',
    { search, limit: 8 },
    { enabled: hasCases && search !== '', keepPrevious: true },
  )
  const seesOthers = team && me.role !== 'employee'
  const people = useRequest('user.list', { activeOnly: true }, { enabled: seesOthers })

  const choices = usable
    ? startChoices(typed, recents.data ?? [], customers.names, categories.data ?? [], current)
    : []
  const starts = (typed === '' ? choices.slice(0, 5) : choices).map((choice, index): PaletteRow => {
    const what = nameOf(choice)
    return {
      id: `start-${index}`,
      label: t(current === null ? 'palette.start' : 'palette.switch', { what }),
      icon: current === null ? Play : Repeat2,
      run: () => void switchTo(choice),
      also: what,
      ...(choice.customerName !== null && { after: choice.customerName }),
    }
  })
  const found = typed === '' ? [] : customers.names
  return {
    starts,
    customers: found.map(({ id, name, code }) => ({
      id: `customer-${id}`,
      label: name,
      also: code === '' ? name : code,
      icon: User,
      run: () => navigate(`/customers/${encodeURIComponent(id)}`),
    })),
    projects: (typed === '' ? [] : (projects.data?.rows ?? [])).map((project) => ({
      id: `project-${project.id}`,
      label: `${codeLabel(project)}, ${project.customerName}`,
      icon: FolderKanban,
      run: () => navigate(`/customers/${encodeURIComponent(project.customerId)}/projects`),
    })),
    cases: (typed === '' || !hasCases ? [] : (cases.data?.rows ?? [])).map((one) => ({
      id: `case-${one.id}`,
      label: `${codeLabel(one)}, ${one.customerName}`,
      // Its number in another system finds it as well (J19).
      ...(one.reference !== '' && { also: `${one.reference} ${codeLabel(one)}` }),
      icon: LifeBuoy,
      run: () => navigate(`/cases/${encodeURIComponent(one.id)}`),
    })),
    people: (typed === '' || !seesOthers ? [] : (people.data ?? [])).map(({ id, name }) => ({
      id: `person-${id}`,
      label: name,
      icon: UserRound,
      run: () => navigate(`/diary/${monthOf(today)}/${encodeURIComponent(id)}`),
    })),
    notes: {
      id: 'search-notes',
      label: t('palette.searchNotes', { text: search }),
      icon: Search,
      run: () => navigate(searchPath(search)),
    },
    moreWaiting:
      search !== '' &&
      [projects, ...(hasCases ? [cases] : [])].some(
        ({ isPending, isPlaceholderData }) => isPending || isPlaceholderData,
      ),
    waiting: customers.waiting || recents.isPending || categories.isPending,
  }
}
