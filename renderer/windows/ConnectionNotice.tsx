// Says when the line to the application is cut, and when it is back; and when its check found damage.
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../channel/AppState.tsx'
import { useAppEvent } from '../channel/ChannelProvider.tsx'

const ID = 'connection'

export function ConnectionNotice() {
  const { t } = useTranslation('common')
  const { storage } = useAppState()
  const lost = useRef(false)
  useAppEvent((event) => {
    if (event.type !== 'connection' || event.connected === !lost.current) return
    lost.current = !event.connected
    notifications.hide(ID)
    if (event.connected) notifications.show({ message: t('error.connectionBack'), autoClose: 3000 })
    else
      notifications.show({
        id: ID,
        color: 'red',
        message: t('error.connectionLost'),
        autoClose: false,
        loading: true,
      })
  })
  useEffect(() => {
    if (storage.checked !== 'damaged') return
    notifications.show({ id: 'damaged', color: 'red', message: t('error.damaged'), autoClose: false })
  }, [storage.checked, t])
  return null
}
