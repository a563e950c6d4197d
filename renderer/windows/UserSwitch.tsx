// Who works at this computer; only where there is more than one user.
import { Button, Menu, ScrollArea } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pins } from '../../shared/contract/organisation.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { useAppState, useCurrentUser } from '../channel/AppState.tsx'
import { useCommand, useRequest } from '../channel/useRequest.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PinForm } from '../ui/PinForm.tsx'
import { Live } from '../ui/Said.tsx'

/** Who worked in this window before: with another user all of it may be drawn anew, and the change must be heard all the same. */
let lastSeen: Id | null = null

type Profile = Pins['profiles'][number]

export function UserSwitch() {
  const { t } = useTranslation('common')
  const user = useCurrentUser()
  const change = useCommand('session.switchUser')
  const users = useRequest('user.list', { activeOnly: true })
  const { pins } = useAppState()
  const [asked, setAsked] = useState<Profile | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (lastSeen !== null && lastSeen !== user.id) setSaid(t('nav.worksNow', { name: user.name }))
    lastSeen = user.id
  }, [user, t])
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
              <Menu.RadioItem
                key={other.id}
                value={other.id}
                checked={other.id === user.id}
                closeMenuOnClick
                onChange={() => choose(other.id)}
              >
                <span className="truncate" title={other.name}>
                  {other.name}
                </span>
              </Menu.RadioItem>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      <Live>{said}</Live>
      {asked !== null && (
        <Dialog title={t('pin.switchTo', { name: asked.name })} onClose={() => setAsked(null)} size="sm">
          <PinForm profile={asked} onDone={() => setAsked(null)} />
        </Dialog>
      )}
    </>
  )
}
