// The quick timer window.
import { Announcer } from '../features/timer/Announcer.tsx'
import { QuickTimer } from '../features/timer/QuickTimer.tsx'
import { mount } from './mount.tsx'
import { NotSetUp } from './NotSetUp.tsx'

void mount(
  <>
    <QuickTimer />
    <Announcer />
  </>,
  <NotSetUp />,
)
