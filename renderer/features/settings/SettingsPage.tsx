// The settings: one searchable column of sections; only what the current user may change is there.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { usePermitted } from '../../channel/AppState.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Live } from '../../ui/Said.tsx'
import { AbsenceSettings } from './AbsenceSettings.tsx'
import { RatesSettings } from './RatesSettings.tsx'
import { AbilitiesSettings } from './AbilitiesSettings.tsx'
import { BillingSettings } from './BillingSettings.tsx'
import { BackupSettings } from './BackupSettings.tsx'
import { DeviceSettings } from './DeviceSettings.tsx'
import { ModulesSettings } from './ModulesSettings.tsx'
import { OfficesSettings } from './OfficesSettings.tsx'
import { OrganisationSettings } from './OrganisationSettings.tsx'
import { RulesSettings } from './RulesSettings.tsx'
import classes from './settings.module.css'
import { SettingsSearch } from './settingsSearch.tsx'
import { TagsSettings } from './TagsSettings.tsx'
import { TeamSettings } from './TeamSettings.tsx'
import { TransferSettings } from './TransferSettings.tsx'
import { UsersSettings } from './UsersSettings.tsx'

const SECTIONS = [
  { id: 'rules', needs: 'rules.saveMine', Body: RulesSettings },
  { id: 'tags', needs: 'tag.list', Body: TagsSettings },
  { id: 'organisation', needs: 'organisation.edit', Body: OrganisationSettings },
  { id: 'modules', needs: 'module.switch', Body: ModulesSettings },
  { id: 'users', needs: 'user.edit', Body: UsersSettings },
  { id: 'absence', needs: 'absenceKind.add', Body: AbsenceSettings },
  { id: 'offices', needs: 'assignment.list', Body: OfficesSettings },
  { id: 'rates', needs: 'rate.set', Body: RatesSettings },
  { id: 'billing', needs: 'billingProfile.edit', Body: BillingSettings },
  { id: 'team', needs: 'team.status', Body: TeamSettings },
  { id: 'device', needs: 'preferences.save', Body: DeviceSettings },
  { id: 'transfer', needs: 'import.open', Body: TransferSettings },
  { id: 'backups', needs: 'backup.list', Body: BackupSettings },
  // What a desktop can do; a page from a server is on none.
  { id: 'abilities', needs: 'desktop.test', Body: AbilitiesSettings },
] as const

const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** At the top, and kept there while the lists above it arrive and grow, until somebody moves the page. Returns how to let go. */
function keepInPlace(target: HTMLElement, column: HTMLElement): () => void {
  const growth = new ResizeObserver(() => target.scrollIntoView({ block: 'start' }))
  const letGo = () => {
    growth.disconnect()
    for (const hand of HANDS) removeEventListener(hand, letGo)
  }
  for (const hand of HANDS) addEventListener(hand, letGo, { passive: true })
  growth.observe(column)
  return letGo
}

export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { t: tc } = useTranslation('common')
  const { section } = useParams<{ section?: string }>()
  const permitted = usePermitted()
  const [search, setSearch] = useState('')
  const page = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const top = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState(0)
  const searching = search.trim() !== ''
  useEffect(() => {
    setFound(page.current?.querySelectorAll('[data-row]:not([hidden])').length ?? 0)
  }, [search])
  useEffect(() => {
    if (top.current === null) return
    const { style } = document.documentElement
    // What is gone to, by a jump or by Tab, comes to stand below it, however many lines it has.
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      style.setProperty('--db-held', `${Math.ceil(height) + 8}px`)
    })
    observer.observe(top.current, { box: 'border-box' })
    return () => {
      observer.disconnect()
      style.removeProperty('--db-held')
    }
  }, [])
  useEffect(() => {
    if (section === undefined) return
    const target = page.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`)
    target?.focus({ preventScroll: true })
    return target == null ? undefined : keepInPlace(target, page.current ?? target)
  }, [section])
  const sections = SECTIONS.filter(({ needs }) => permitted(needs))
  const clear = () => {
    setSearch('')
    field.current?.focus()
  }
  return (
    <Page title={t('title')}>
      <div ref={page} className={`${classes.column} ${searching ? classes.searching : ''}`}>
        <div ref={top} className={classes.top}>
          <TextInput
            ref={field}
            aria-label={t('search')}
            placeholder={t('searchPlaceholder')}
            leftSection={<Search size={16} aria-hidden />}
            rightSection={
              search === '' ? null : <CloseButton size="sm" aria-label={t('showAll')} onClick={clear} />
            }
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setSearch('')
            }}
            w={240}
          />
          <Live>{searching && tc('select.found', { count: found })}</Live>
          <nav aria-label={t('sections')}>
            {sections.map(({ id }) => (
              <Link
                key={id}
                href={`/settings/${id}`}
                replace
                className={classes.jump ?? ''}
                aria-current={section === id}
                onClick={() => setSearch('')}
              >
                {t(`section.${id}`)}
              </Link>
            ))}
          </nav>
        </div>
        <SettingsSearch query={search}>
          {sections.map(({ id, Body }) => (
            <Body key={id} />
          ))}
          <div className={classes.nothing}>
            <EmptyState
              title={t('nothing', { search: search.trim() })}
              action={
                <Button variant="default" onClick={clear}>
                  {t('showAll')}
                </Button>
              }
            />
          </div>
        </SettingsSearch>
      </div>
    </Page>
  )
}
