// Who works at this computer; only where there is more than one user.
import { Button, Menu, ScrollArea } from '@mantine/core'
import { Check, ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../channel/AppState.tsx'
import { useCommand, useRequest } from '../channel/useRequest.ts'

export function UserSwitch() {
  const { t } = useTranslation('common')
  const user = useCurrentUser()
  const change = useCommand('session.switchUser')
  const users = useRequest('user.list', { activeOnly: true })
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          maw={170}
          flex="0 1 auto"
          miw={64}
          rightSection={<ChevronDown size={14} />}
          loading={change.pending}
          aria-label={t('nav.userSwitch', { name: user.name })}
        >
          <span className="truncate" title={user.name}>
            {user.name}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown miw={200} maw={320}>
        <ScrollArea.Autosize mah={360} type="auto">
          {(users.data ?? []).map((other) => (
            <Menu.Item
              key={other.id}
              role="menuitemradio"
              aria-checked={other.id === user.id}
              rightSection={other.id === user.id ? <Check size={14} /> : null}
              onClick={() => void change.run({ userId: other.id })}
            >
              <span className="truncate" title={other.name}>
                {other.name}
              </span>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  )
}
