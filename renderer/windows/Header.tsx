// The header over every page: the date, the way to everything (search), the user where there are several or somebody has signed in, and the timer.
import { Badge, Kbd } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAppState, useOrganisation } from '../channel/AppState.tsx'
import { useChannel } from '../channel/ChannelProvider.tsx'
import { HeaderTimer } from '../features/timer/HeaderTimer.tsx'
import { useNow } from '../clock/clock.tsx'
import { useKeyCap } from '../ui/keys/keyCaps.ts'
import { useFormat } from '../ui/figures/format.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import classes from './Frame.module.css'
import { openPalette } from './paletteKeys.ts'
import { UserSwitch } from './UserSwitch.tsx'

export function Header() {
  const { t } = useTranslation('common')
  const cap = useKeyCap()
  const { team } = useAppState()
  const { account } = useChannel()
  const { sample } = useOrganisation()
  return (
    <header className={classes.header}>
      <span className={classes.date}>
        <Today />
      </span>
      {sample && (
        <Badge variant="light" color="gray" tt="none" fw={500} flex="none" visibleFrom="lg">
          {t('sampleData')}
        </Badge>
      )}
      <button
        type="button"
        className={classes.search}
        onClick={openPalette}
        aria-label={t('palette.open')}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Search size={15} aria-hidden />
        <span className={classes.searchText}>{t('palette.hint')}</span>
        <Kbd size="xs" className={classes.searchText ?? ''}>
          {cap('mod')} K
        </Kbd>
      </button>
      {account !== undefined ? <AccountMenu account={account} /> : team && <UserSwitch />}
      <span className={classes.space} />
      <div className={classes.timer}>
        <HeaderTimer />
      </div>
      <CommandPalette />
    </header>
  )
}

/** The calendar's date. By itself, since it is looked at with each minute. */
function Today() {
  const format = useFormat()
  const { date } = format.local(useNow())
  return (
    <time dateTime={date} title={format.date(date, 'long')}>
      <span className={classes.dateLong}>{format.date(date, 'weekday')}</span>
      <span className={classes.dateShort}>{format.date(date, 'dayMonth')}</span>
    </time>
  )
}
