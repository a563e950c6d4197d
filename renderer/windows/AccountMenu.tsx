// Who has signed in, where the page comes from a server: how they sign in, and the way out.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ChevronDown, KeyRound, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../shared/contract/channel.ts'
import { useCurrentUser } from '../channel/AppState.tsx'
import { errorSentence } from '../text/errorSentence.ts'

type Account = NonNullable<Channel['account']>

export function AccountMenu({ account }: { account: Account }) {
  const { t, i18n } = useTranslation('common')
  const { name } = useCurrentUser()
  const signOut = async () => {
    if (await account.signOut()) window.location.replace(account.signIn)
    else
      notifications.show({ color: 'red', message: errorSentence({ code: 'team.noAnswer' }, i18n.language) })
  }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          maw={170}
          flex="0 1 auto"
          miw={48}
          rightSection={<ChevronDown size={14} />}
          aria-label={t('nav.account', { name })}
        >
          <span className="truncate" title={name}>
            {name}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown miw={200}>
        <Menu.Item component="a" href={account.page} leftSection={<KeyRound size={14} />}>
          {t('nav.mySignIn')}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={14} />} onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
