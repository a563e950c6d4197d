// Puts a window on screen: its styles, its words, its channel, and the gate that waits for the application's state.
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@fontsource-variable/inter/wght.css'
import '../ui/base.css'
import '../ui/forcedColors.css'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { ChannelProvider } from '../channel/ChannelProvider.tsx'
import { connect } from '../channel/connect.ts'
import { NoticesContext } from '../channel/notices.ts'
import { createI18n, languageFor } from '../text/i18n.ts'
import { keepFocus } from '../ui/keys/focusKeeper.ts'
import { keepInSight } from '../ui/keys/inSight.ts'
import { keepPresses } from '../ui/keys/pressKeeper.ts'
import { keepTypeAhead } from '../ui/keys/typeAhead.ts'
import { showError } from '../ui/feedback/showError.tsx'
import { showUndo } from '../ui/feedback/showUndo.tsx'
import { Gate } from './Gate.tsx'
import { rememberedLanguage } from './languageMemory.ts'
import { sayLanguage } from './pageLanguage.ts'

const notices = { refused: showError, undoable: showUndo }

export async function mount(window_: ReactNode, beforeSetUp: ReactNode): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  const i18n = await createI18n(languageFor(rememberedLanguage(), navigator.languages))
  // Also where the application's state cannot be had, and a page says so.
  sayLanguage(i18n, i18n.language)
  keepFocus()
  keepInSight()
  keepPresses()
  keepTypeAhead()
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <ChannelProvider channel={connect()}>
          <NoticesContext value={notices}>
            <Gate beforeSetUp={beforeSetUp}>{window_}</Gate>
          </NoticesContext>
        </ChannelProvider>
      </I18nextProvider>
    </StrictMode>,
  )
}
