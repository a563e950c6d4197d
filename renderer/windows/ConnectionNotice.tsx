// Says when the line to the application is cut, and when it is back; when its check found damage; and when its file is gone.
import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../channel/AppState.tsx'
import { useAppEvent, useChannel } from '../channel/ChannelProvider.tsx'
import { errorSentence } from '../text/errorSentence.ts'

const ID = 'connection'

export function ConnectionNotice() {
  const { t, i18n } = useTranslation('common')
  const { storage } = useAppState()
  const { account } = useChannel()
  const lost = useRef(false)
  useAppEvent((event) => {
    if (event.type !== 'connection' || event.connected === !lost.current) return
    lost.current = !event.connected
    notifications.hide(ID)
    if (event.ended === true && account !== undefined) {
      const message = (
        <>
          {errorSentence({ code: 'session.signedOut' }, i18n.language)}{' '}
          <Anchor size="sm" href={account.signIn}>
            {t('nav.signIn')}
          </Anchor>
        </>
      )
      notifications.show({ id: ID, color: 'red', message, autoClose: false })
    } else if (event.ended === true)
      notifications.show({ id: ID, color: 'red', message: t('error.sessionEnded'), autoClose: false })
    else if (event.connected)
      notifications.show({ message: t('error.connectionBack'), role: 'status', autoClose: 3000 })
    else
      notifications.show({
        id: ID,
        color: 'red',
        message: t(account === undefined ? 'error.connectionLost' : 'error.serverLost'),
        autoClose: false,
        loading: true,
      })
  })
  const { language } = i18n
  useEffect(() => {
    if (storage.checked !== 'missing') return
    const message = errorSentence({ code: 'db.missing' }, language)
    notifications.show({ id: 'missing', color: 'red', message, autoClose: false })
    return () => void notifications.hide('missing')
  }, [storage.checked, language])
  useEffect(() => {
    if (storage.checked !== 'damaged') return
    notifications.show({ id: 'damaged', color: 'red', message: t('error.damaged'), autoClose: false })
  }, [storage.checked, t])
  return null
}
