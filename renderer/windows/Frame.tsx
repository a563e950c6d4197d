// The main window's frame: a rail, a header with the timer at its end, the page, and the one dialog that may be open.
import { Suspense, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Announcer } from '../features/timer/Announcer.tsx'
import { TimerDialogsProvider } from '../features/timer/dialogs.tsx'
import { TimerDialogsHost } from '../features/timer/TimerDialogsHost.tsx'
import { ErrorBoundary } from '../ui/feedback/ErrorBoundary.tsx'
import { SkeletonRows } from '../ui/feedback/Loaded.tsx'
import { usePageTitle } from '../ui/pageTitle.ts'
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
  const { title } = usePageTitle()
  const content = useContentFocus(location)
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => content.current?.focus()}>
        {t('nav.skip')}
      </button>
      <Rail />
      <Header />
      <main ref={content} className={classes.main} tabIndex={-1} aria-label={title}>
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

/** Whoever goes to another page, by a key, the rail or the palette, is in its content, unless the page has a field of its own. */
function useContentFocus(location: string): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null)
  // A day is a place on Today, a tab one on its customer.
  const page = /^\/(?:day)?(?:\/|$)/.test(location) ? '' : (location.split('/')[1] ?? '')
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    if (content.current?.contains(document.activeElement) !== true)
      content.current?.focus({ preventScroll: true })
  }, [page])
  return content
}
