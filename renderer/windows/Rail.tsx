// The navigation rail: the pages that exist, and nothing else.
import {
  BookOpenText,
  ChartColumn,
  CalendarClock,
  CalendarDays,
  CalendarOff,
  CloudAlert,
  History,
  LifeBuoy,
  ReceiptText,
  Search,
  Settings,
  Users,
} from 'lucide-react'
import type { RequestName } from '../../shared/contract/contract.ts'
import type { ModuleName } from '../../shared/entities/module.ts'
import { unsentNow } from '../../shared/rules/unsent.ts'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useAppState, useModule, usePermitted } from '../channel/AppState.tsx'
import { useRequest } from '../channel/useRequest.ts'
import classes from './Frame.module.css'
import * as pages from './pages.ts'

type RailEntry = {
  path: string
  name:
    | 'today'
    | 'calendar'
    | 'diary'
    | 'absence'
    | 'customers'
    | 'cases'
    | 'invoices'
    | 'reports'
    | 'search'
    | 'settings'
    | 'history'
    | 'attention'
  icon: LucideIcon
  /** Today is always there. */
  page?: { ahead: () => void }
  /** Not there while it is off. */
  module?: ModuleName
  /** Only for those who may ask for it. */
  needs?: RequestName
}

const PAGES: readonly RailEntry[] = [
  { path: '/', name: 'today', icon: CalendarClock },
  { path: '/calendar', name: 'calendar', icon: CalendarDays, page: pages.CalendarPage, module: 'calendar' },
  { path: '/diary', name: 'diary', icon: BookOpenText, page: pages.DiaryPage },
  { path: '/absence', name: 'absence', icon: CalendarOff, page: pages.AbsencePage, module: 'absence' },
  { path: '/customers', name: 'customers', icon: Users, page: pages.CustomersPage },
  { path: '/cases', name: 'cases', icon: LifeBuoy, page: pages.CasesPage, module: 'cases' },
  {
    path: '/invoices',
    name: 'invoices',
    icon: ReceiptText,
    page: pages.InvoicesPage,
    module: 'invoicing',
    needs: 'invoice.list',
  },
  { path: '/reports', name: 'reports', icon: ChartColumn, page: pages.ReportsPage },
  { path: '/search', name: 'search', icon: Search, page: pages.SearchPage },
]

export function Rail() {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const { modules } = useAppState()
  const waiting = useWaiting()
  const status = useRequest('team.status', {}).data
  const attention = status?.attention ?? 0
  const here = useLocation()[0] === '/attention'
  const unsent = status === undefined ? 0 : unsentNow(status)
  const end: RailEntry[] = [
    ...(attention > 0 || here
      ? [{ path: '/attention', name: 'attention', icon: CloudAlert, page: pages.AttentionPage } as const]
      : []),
    ...(permitted('change.list')
      ? [{ path: '/history', name: 'history', icon: History, page: pages.HistoryPage } as const]
      : []),
    { path: '/settings', name: 'settings', icon: Settings, page: pages.SettingsPage },
  ]
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      {PAGES.filter(
        ({ module, needs }) =>
          (module === undefined || modules.includes(module)) && (needs === undefined || permitted(needs)),
      ).map((page) => (
        <RailLink key={page.path} {...page} waiting={page.name === 'diary' ? waiting : 0} />
      ))}
      <div className={classes.railEnd}>
        {end.map((page) => (
          <RailLink
            key={page.path}
            {...page}
            waiting={page.name === 'attention' ? attention : page.name === 'settings' ? unsent : 0}
            counted={
              page.name === 'settings'
                ? t('nav.unsent')
                : page.name === 'attention'
                  ? t('nav.attention')
                  : t('nav.waiting')
            }
          />
        ))}
      </div>
    </nav>
  )
}

/** How many people's days wait for whoever decides. */
function useWaiting(): number {
  const on = useModule('approvals')
  const decides = usePermitted()('approval.approve')
  const count = useRequest('approval.count', {}, { enabled: on && decides })
  return on && decides ? (count.data?.waiting ?? 0) : 0
}

function RailLink({
  path,
  name,
  icon: Icon,
  page,
  waiting = 0,
  counted,
}: RailEntry & { waiting?: number; counted?: string }) {
  const { t } = useTranslation('common')
  const [location] = useLocation()
  const here =
    path === '/'
      ? location === '/' || location.startsWith('/day/')
      : location === path || location.startsWith(`${path}/`)
  return (
    <Link
      href={path}
      className={classes.railLink}
      onPointerEnter={page?.ahead}
      onFocus={page?.ahead}
      {...(here && { 'aria-current': 'page' as const })}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span className={classes.railLabel}>{t(`nav.${name}`)}</span>
      {waiting > 0 && (
        <span className={`${classes.railCount} num`}>
          {waiting}
          <span className="visually-hidden"> {counted ?? t('nav.waiting')}</span>
        </span>
      )}
    </Link>
  )
}
