// The settings: one searchable column of sections; only what the current user may change is there.
import { Button, CloseButton, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { usePermitted } from '../../channel/AppState.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { RatesSettings } from '../billing/RatesSettings.tsx'
import { AbilitiesSettings } from './AbilitiesSettings.tsx'
import { BackupSettings } from './BackupSettings.tsx'
import { DeviceSettings } from './DeviceSettings.tsx'
import { OrganisationSettings } from './OrganisationSettings.tsx'
import { RulesSettings } from './RulesSettings.tsx'
import classes from './settings.module.css'
import { SettingsSearch } from './settingsSearch.tsx'
import { UsersSettings } from './UsersSettings.tsx'

const SECTIONS = [
  { id: 'rules', needs: 'rules.saveMine', Body: RulesSettings },
  { id: 'organisation', needs: 'organisation.edit', Body: OrganisationSettings },
  { id: 'users', needs: 'user.edit', Body: UsersSettings },
  { id: 'rates', needs: 'rate.set', Body: RatesSettings },
  { id: 'device', needs: 'preferences.save', Body: DeviceSettings },
  { id: 'backups', needs: 'backup.list', Body: BackupSettings },
  { id: 'abilities', needs: 'app.state', Body: AbilitiesSettings },
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
  const { section } = useParams<{ section?: string }>()
  const permitted = usePermitted()
  const [search, setSearch] = useState('')
  const page = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
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
      <div ref={page} className={`${classes.column} ${search.trim() === '' ? '' : classes.searching}`}>
        <div className={classes.top}>
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
