// The main window's frame: a rail, a header with the timer at its end, the page, and the one dialog that may be open.
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Announcer } from '../features/timer/Announcer.tsx'
import { TimerDialogsProvider } from '../features/timer/dialogs.tsx'
import { TimerDialogsHost } from '../features/timer/TimerDialogsHost.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { SkeletonRows } from '../ui/Loaded.tsx'
import classes from './Frame.module.css'
import { Header } from './Header.tsx'
import { Rail } from './Rail.tsx'
import { Routes } from './routes.tsx'
import { Shortcuts } from './Shortcuts.tsx'

export function Frame() {
  return (
    <Router hook={useHashLocation}>
      <TimerDialogsProvider>
        <FrameBody />
      </TimerDialogsProvider>
    </Router>
  )
}

function FrameBody() {
  const { t } = useTranslation('common')
  const [location, navigate] = useLocation()
  return (
    <div className={classes.frame}>
      <button
        type="button"
        className={classes.skip}
        onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
      >
        {t('nav.skip')}
      </button>
      <Rail />
      <Header />
      <main className={classes.main} tabIndex={-1}>
        <ErrorBoundary resetKey={location}>
          <Suspense
            fallback={
              <div className={classes.waiting}>
                <SkeletonRows />
              </div>
            }
          >
            <Routes />
          </Suspense>
        </ErrorBoundary>
      </main>
      <TimerDialogsHost onShow={(view) => navigate(view === 'diary' ? '/diary' : '/')} />
      <Shortcuts />
      <Announcer />
    </div>
  )
}
