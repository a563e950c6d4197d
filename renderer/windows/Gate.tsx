// Waits for the application's state and lays the window's ground: colours, language, direction, notices.
import {
  Box,
  DirectionProvider,
  MantineProvider,
  mergeThemeOverrides,
  useMantineColorScheme,
} from '@mantine/core'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '../../shared/contract/organisation.ts'
import { AppStateProvider } from '../channel/AppState.tsx'
import { appErrorOf } from '../channel/requestError.ts'
import { useRequest } from '../channel/useRequest.ts'
import { TimerProvider } from '../clock/clock.tsx'
import { RecoveryCodesOnce } from '../features/team/RecoveryCodesOnce.tsx'
import { languageFor } from '../text/i18n.ts'
import { ErrorBoundary } from '../ui/feedback/ErrorBoundary.tsx'
import { SkeletonRows } from '../ui/feedback/Loaded.tsx'
import { Notices } from '../ui/feedback/Notices.tsx'
import { UndoKey } from '../ui/feedback/showUndo.tsx'
import { UndoProgress } from '../ui/feedback/UndoProgress.tsx'
import { theme } from '../ui/theme.ts'
import { CannotOpen } from './CannotOpen.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { rememberLanguage } from './languageMemory.ts'
import { LockScreen } from './LockScreen.tsx'
import { sayLanguage } from './pageLanguage.ts'

type GateProps = { beforeSetUp: ReactNode; children: ReactNode }

export function Gate({ beforeSetUp, children }: GateProps) {
  const { t } = useTranslation('common')
  const close = t('close')
  // The cross of every notice has a name, in the language of the screens.
  const worded = useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': close } } }
    return mergeThemeOverrides(theme, { components: { Notification: named } })
  }, [close])
  return (
    <DirectionProvider>
      <MantineProvider theme={worded} defaultColorScheme="auto">
        <Ready beforeSetUp={beforeSetUp}>{children}</Ready>
      </MantineProvider>
    </DirectionProvider>
  )
}

function Ready({ beforeSetUp, children }: GateProps) {
  const query = useRequest('app.state', {})
  const state = query.data
  if (state === undefined) {
    if (query.error !== null)
      return <CannotOpen error={appErrorOf(query.error)} onRetry={() => void query.refetch()} />
    return (
      <Box p="xl">
        <SkeletonRows rows={8} />
      </Box>
    )
  }
  return (
    <AppStateProvider state={state}>
      <ApplyPreferences state={state} />
      <Notices />
      <UndoKey />
      <UndoProgress />
      <ConnectionNotice />
      <RecoveryCodesOnce />
      <ErrorBoundary>
        {state.organisation === null || state.currentUser === null ? (
          beforeSetUp
        ) : state.pins?.locked === true ? (
          <LockScreen
            organisation={state.organisation.name}
            current={state.currentUser.id}
            profiles={state.pins.profiles}
          />
        ) : (
          // Another user's screens start afresh: nothing of the one before may linger in a form.
          <TimerProvider key={state.currentUser.id}>{children}</TimerProvider>
        )}
      </ErrorBoundary>
    </AppStateProvider>
  )
}

function ApplyPreferences({ state }: { state: AppState }) {
  const { i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const { language: preferred, colorScheme } = state.preferences
  const language = languageFor(preferred, navigator.languages)
  useEffect(() => {
    rememberLanguage(preferred)
    sayLanguage(i18n, language)
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language, preferred])
  useEffect(() => setColorScheme(colorScheme), [setColorScheme, colorScheme])
  return null
}
