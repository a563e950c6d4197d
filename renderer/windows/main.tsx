// The main window.
import { lazy, Suspense } from 'react'
import { Frame } from './Frame.tsx'
import { mount } from './mount.tsx'

const WelcomePage = lazy(async () => ({
  default: (await import('../features/welcome/WelcomePage.tsx')).WelcomePage,
}))

void mount(
  <Frame />,
  <Suspense fallback={null}>
    <WelcomePage />
  </Suspense>,
)
