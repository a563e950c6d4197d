// The navigation rail: the pages that exist, and nothing else.
import { BookOpenText, CalendarClock, History, Search, Settings, Users } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { usePermitted } from '../channel/AppState.tsx'
import classes from './Frame.module.css'

type RailEntry = {
  path: string
  name: 'today' | 'diary' | 'customers' | 'search' | 'settings' | 'history'
  icon: LucideIcon
}

const PAGES: readonly RailEntry[] = [
  { path: '/', name: 'today', icon: CalendarClock },
  { path: '/diary', name: 'diary', icon: BookOpenText },
  { path: '/customers', name: 'customers', icon: Users },
  { path: '/search', name: 'search', icon: Search },
]

export function Rail() {
  const { t } = useTranslation('common')
  const permitted = usePermitted()
  const end: RailEntry[] = [
    ...(permitted('change.list') ? [{ path: '/history', name: 'history', icon: History } as const] : []),
    { path: '/settings', name: 'settings', icon: Settings },
  ]
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      {PAGES.map((page) => (
        <RailLink key={page.path} {...page} />
      ))}
      <div className={classes.railEnd}>
        {end.map((page) => (
          <RailLink key={page.path} {...page} />
        ))}
      </div>
    </nav>
  )
}

function RailLink({ path, name, icon: Icon }: RailEntry) {
  const { t } = useTranslation('common')
  const [location] = useLocation()
  const here = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
  return (
    <Link href={path} className={classes.railLink} {...(here && { 'aria-current': 'page' as const })}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span className={`${classes.railLabel} truncate`}>{t(`nav.${name}`)}</span>
    </Link>
  )
}
