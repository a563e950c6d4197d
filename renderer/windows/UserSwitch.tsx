// Who works at this computer; only where there is more than one user.
import { Button, Menu, ScrollArea } from '@mantine/core'
import { Check, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pins } from '../../shared/contract/organisation.ts'
import { useAppState, useCurrentUser } from '../channel/AppState.tsx'
import { useCommand, useRequest } from '../channel/useRequest.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PinForm } from '../ui/PinForm.tsx'

type Profile = Pins['profiles'][number]

export function UserSwitch() {
  const { t } = useTranslation('common')
  const user = useCurrentUser()
  const change = useCommand('session.switchUser')
  const users = useRequest('user.list', { activeOnly: true })
  const { pins } = useAppState()
  const [asked, setAsked] = useState<Profile | null>(null)
  const choose = (userId: string) => {
    const profile = pins?.profiles.find(({ id, pin }) => id === userId && pin)
    if (profile === undefined || userId === user.id) void change.run({ userId })
    else setAsked(profile)
  }
  return (
    <>
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
                onClick={() => choose(other.id)}
              >
                <span className="truncate" title={other.name}>
                  {other.name}
                </span>
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      {asked !== null && (
        <Dialog title={t('pin.switchTo', { name: asked.name })} onClose={() => setAsked(null)} size="sm">
          <PinForm profile={asked} onDone={() => setAsked(null)} />
        </Dialog>
      )}
    </>
  )
}
