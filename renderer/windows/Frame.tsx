// The main window's frame: rail, header, page, and the dialogs of the timer.
import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { SkeletonRows } from '../ui/Loaded.tsx'
import { Routes } from './routes.tsx'

export function Frame() {
  return (
    <Router hook={useHashLocation}>
      <FrameBody />
    </Router>
  )
}

function FrameBody() {
  const [location] = useLocation()
  return (
    <ErrorBoundary resetKey={location}>
      <Suspense fallback={<SkeletonRows />}>
        <Routes />
      </Suspense>
    </ErrorBoundary>
  )
}
